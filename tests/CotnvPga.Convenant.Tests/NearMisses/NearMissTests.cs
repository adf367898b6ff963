using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.NearMisses;
using CotnvPga.Convenant.Tests.Wet;
using NodaTime;

namespace CotnvPga.Convenant.Tests.NearMisses;

/// <summary>What would give a better answer when all else stays the same.</summary>
public sealed class NearMissTests
{
    private static readonly NearMissFinder Finder = new(TheConvenant.Loaded);

    [Fact]
    public void A_guest_who_receives_nothing_in_the_weighing_could_at_the_table()
    {
        var question = Coded(Ask.Ontvangt("derde").In("weging").Een("plan").Met("toegelaten", "noodzakelijk"));

        var near = Finder.Along(question, "fase", TheConvenant.Loaded.CodesOf("fase")).ShouldNotBeNull();

        near.Codes.ShouldBe(["casusoverleg", "uitvoering"]);
        near.Answer.Outcome.ShouldBe(Outcome.Zichtbaar);
        near.Answer.Rule.ShouldBe("derde-ontvangt");
    }

    [Fact]
    public void Only_the_values_that_help_most_are_named()
    {
        var question = Coded(Ask.Ziet("derde").In("weging").Van("college").Met("geautoriseerd", "noodzakelijk"));

        var near = Finder.Along(question, "partij", TheConvenant.Loaded.CodesOf("partij")).ShouldNotBeNull();

        near.Answer.Outcome.ShouldBe(Outcome.Zichtbaar);
        near.Codes.ShouldBe(["burgemeester", "college", "politie", "om"]);
    }

    [Fact]
    public void What_is_allowed_already_has_no_near_miss()
    {
        var question = Coded(Ask.Ziet("om").In("weging").Met("geautoriseerd", "noodzakelijk"));

        TheConvenant.Loaded.CodesOf("fase").ShouldContain("weging");
        Finder.Along(question, "fase", TheConvenant.Loaded.CodesOf("fase")).ShouldBeNull();
        Finder.Later(question).ShouldBeNull();
    }

    [Fact]
    public void Before_the_law_it_names_the_day_on_which_the_law_begins()
    {
        var later = Finder.Later(Coded(Ask.Ziet("om").In("weging").Op(2025, 6, 10).Met("geautoriseerd", "noodzakelijk"))).ShouldNotBeNull();

        later.From.ShouldBe(new LocalDate(2025, 7, 1));
        later.Answer.Outcome.ShouldBe(Outcome.Zichtbaar);
    }

    [Fact]
    public void What_no_phase_opens_has_no_near_miss_along_the_phases()
    {
        var question = Coded(Ask.Ziet("om", "opsporing").MetAlles());

        Finder.Along(question, "fase", TheConvenant.Loaded.CodesOf("fase")).ShouldBeNull();
    }

    [Fact]
    public void Looking_beside_a_question_leaves_it_as_it_was()
    {
        var question = Coded(Ask.Ontvangt("derde").In("weging").Een("plan").Met("toegelaten", "noodzakelijk"));
        var before = (Values: question.Values.ToArray(), question.Date, question.Circumstances);

        Finder.Along(question, "fase", TheConvenant.Loaded.CodesOf("fase"));
        Finder.Later(question);
        new MatteringCircumstances(TheConvenant.Loaded).Of(question);

        question.Values.ToArray().ShouldBe(before.Values);
        (question.Date, question.Circumstances).ShouldBe((before.Date, before.Circumstances));
    }

    [Fact]
    public void A_seat_at_the_table_is_never_offered_as_a_way_to_give_an_item()
    {
        var near = Finder.Along(Coded(Ask.Ziet("derde").Een("plan").Met("toegelaten", "noodzakelijk")), "handeling", TheConvenant.Loaded.CodesOf("handeling"));

        near.ShouldNotBeNull().Codes.ShouldBe(["ontvangen"]);
    }

    [Fact]
    public void An_unknown_axis_or_value_is_a_fault_of_the_caller()
    {
        var question = Coded(Ask.Ziet("om"));

        Should.Throw<ArgumentException>(() => Finder.Along(question, "kleur", []));
        Should.Throw<ArgumentException>(() => Finder.Along(question, "fase", ["ooit"]));
    }

    private static CodedQuestion Coded(Ask ask) => TheConvenant.Loaded.Code(ask.Question);
}
