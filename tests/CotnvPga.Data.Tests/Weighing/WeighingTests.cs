using CotnvPga.Data.Clockwork;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Weighing;

/// <summary>wet-pga:5.3: the three weigh together, blind, unanimously; what happens when they do not.</summary>
public sealed class WeighingTests : CaseTest
{
    [Fact]
    public async Task Three_different_views_ask_for_another_round_until_the_rounds_are_used_up()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        for (var round = 1; ; round++)
        {
            Done(await Table.Judge(Table.Politie, id, "in_overeenstemming"));
            Done(await Table.Judge(Table.Om, id, "meer_informatie"));
            Done(await Table.Judge(Table.Burgemeester, id, "in_overeenstemming"));
            if (round == 3)
                break;
            (await Table.Take(Table.Om, id, "weging_vaststellen")).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["eensluidend"]);
            Done(await Table.Take(Table.Om, id, "nieuwe_ronde"));
        }
        (await Table.Take(Table.Om, id, "nieuwe_ronde")).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["rondes_over"]);
        Done(await Table.Take(Table.Om, id, "weging_vaststellen")).Phase.ShouldBe(Phase.NietVoorgelegd);
    }

    [Fact]
    public async Task A_negative_weighing_tells_whoever_registered_the_outcome_and_nothing_else()
    {
        var id = await Table.Weighed("niet_in_overeenstemming", Item("waarneming", "Iets gezien."));
        (await Table.Open(Table.Politie, id)).Refusal.ShouldBeOfType<NotKnown>();

        var told = Done(await World.Do<Outcomes, Result<IReadOnlyList<ToldOutcome>>>(o => o.ToldAsync(Table.Plaatsvervanger, default)));
        told.Single().Uitkomst.ShouldBe("niet_voorgelegd");
        Done(await World.Do<Outcomes, Result<IReadOnlyList<ToldOutcome>>>(o => o.ToldAsync(Table.Politie, default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_its_term_a_case_that_is_not_submitted_is_destroyed_with_its_key_and_still_counted()
    {
        var id = await Table.Weighed("niet_in_overeenstemming", Item("waarneming", "Iets gezien."));
        (await World.Do<CaseClock, int>(clock => clock.RunAsync(default))).ShouldBe(0);
        await AsSuperuser("update zaak.signaal set fase_sinds = now() - interval '15 days'");

        (await World.Do<CaseClock, int>(clock => clock.RunAsync(default))).ShouldBe(1);

        (await AsSuperuser("select fase from zaak.signaal")).ShouldBe("vernietigd");
        (await AsSuperuser("select (select count(*) from zaak.gegeven) + (select count(*) from zaak.sleutel) + (select count(*) from zaak.weging) + (select count(*) from zaak.noodzaak)")).ShouldBe(0L);
        (await AsSuperuser("select aantal from telling.teller where soort = 'weging_vaststellen' and uitkomst = 'niet_voorgelegd'")).ShouldBe(1L);
        (await Table.Open(Table.Burgemeester, id)).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task Two_of_the_three_start_the_same_evening_and_the_third_ratifies()
    {
        var id = await Table.InWeighing(Item("waarneming", "Dreigt vanavond."));
        Done(await Table.Judge(Table.Politie, id, "in_overeenstemming"));
        (await Table.Take(Table.Politie, id, "spoed_vaststellen", new StepWords { Spoedreden = "Vanavond." })).Refusal.ShouldBeOfType<NotNow>();
        Done(await Table.Judge(Table.Burgemeester, id, "in_overeenstemming"));
        Done(await Table.Take(Table.Politie, id, "spoed_vaststellen", new StepWords { Spoedreden = "Vanavond." })).Phase.ShouldBe(Phase.Verzameling);

        var words = new StepWords { Deelnemers = [new("politie", "veiligheid", null)] };
        (await Table.Take(Table.Politie, id, "deelnemers_vaststellen", words)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["bekrachtigd"]);
        Done(await Table.Open(Table.Om, id)).State.UrgentUntil.ShouldNotBeNull();
        Done(await Table.Judge(Table.Om, id, "in_overeenstemming"));
        Done(await Table.Open(Table.Om, id)).State.UrgentUntil.ShouldBeNull();
        await Table.Together(id, "deelnemers_vaststellen", words);
        Done(await Table.Open(Table.Politie, id)).State.Phase.ShouldBe(Phase.Casusoverleg);
    }

    [Theory]
    [InlineData("in_overeenstemming")]
    [InlineData("niet_in_overeenstemming")]
    [InlineData("meer_informatie")]
    public async Task Who_has_not_judged_cannot_tell_from_an_urgent_weighing_what_the_others_judged(string verdict)
    {
        var id = await Table.InWeighing(Item("waarneming", "Dreigt vanavond."));
        Done(await Table.Judge(Table.Politie, id, verdict));
        Done(await Table.Judge(Table.Burgemeester, id, verdict));

        var offered = Done(await Table.Open(Table.Om, id)).Steps.Single(s => s.Code == "spoed_vaststellen");
        offered.Missing.ShouldBe(["in_overeenstemming"]);
        (await Table.Take(Table.Om, id, "spoed_vaststellen", new StepWords { Spoedreden = "Vanavond." })).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["in_overeenstemming"]);
        Done(await Table.Open(Table.Om, id)).State.Phase.ShouldBe(Phase.Weging);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_urgent_weighing_that_is_refused_or_not_ratified_in_time_falls_back(bool refused)
    {
        var id = await Table.InWeighing(Item("waarneming", "Dreigt vanavond."));
        Done(await Table.Judge(Table.Politie, id, "in_overeenstemming"));
        Done(await Table.Judge(Table.Burgemeester, id, "in_overeenstemming"));
        Done(await Table.Take(Table.Politie, id, "spoed_vaststellen", new StepWords { Spoedreden = "Vanavond." }));
        if (refused)
            Done(await Table.Judge(Table.Om, id, "niet_in_overeenstemming"));
        else
            await AsSuperuser("update zaak.signaal set spoed_tot = current_date - 2");

        (await World.Do<CaseClock, int>(clock => clock.RunAsync(default))).ShouldBe(1);

        var view = Done(await Table.Open(Table.Politie, id));
        view.State.Phase.ShouldBe(Phase.Weging);
        view.State.Round.ShouldBe(2);
    }

    [Fact]
    public async Task Two_judgements_of_one_party_at_once_give_one()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Table.Judge(Table.Politie, id, "in_overeenstemming")));
        both.Count(r => r.IsDone).ShouldBe(1);
        both.Where(r => !r.IsDone).ShouldAllBe(r => r.Refusal is NotNow);
    }

    [Fact]
    public async Task Establishing_twice_at_once_takes_effect_once()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        foreach (var actor in new[] { Table.Politie, Table.Om, Table.Burgemeester })
            Done(await Table.Judge(actor, id, "in_overeenstemming"));
        var both = await Task.WhenAll(Table.Take(Table.Politie, id, "weging_vaststellen"), Table.Take(Table.Om, id, "weging_vaststellen"));
        both.Count(r => r.IsDone).ShouldBe(1);
        both.Single(r => !r.IsDone).Refusal.ShouldBeOfType<NotNow>();
    }
}
