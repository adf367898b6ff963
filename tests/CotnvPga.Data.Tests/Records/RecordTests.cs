using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Steps;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Records;

/// <summary>Records beside the steps: made and read by whom the process data say, kept with the case, and never more than words about the work.</summary>
public sealed class RecordTests : RecordTest
{
    private static readonly NewRecord Objection = Said(("verklaring", "Hij bidt meer sinds zijn vader ziek werd."));

    [Fact]
    public async Task What_one_of_the_three_lays_down_the_others_read_at_the_table_and_nobody_else()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Make(Table.Om, id, "tegenspraak", Objection)).Id.ShouldNotBeNull();

        var read = Done(await Read(Table.Politie, id)).Records.ShouldHaveSingleItem();
        (read.Kind, read.Party, read.Phase, read.Stands).ShouldBe(("tegenspraak", "om", "weging", true));
        read.Words!.Answer("verklaring").ShouldBe("Hij bidt meer sinds zijn vader ziek werd.");
        (await Read(Table.College, id)).Refusal.ShouldBeOfType<NotKnown>();
        (await AsSuperuser("select position('vader' in encode(inhoud, 'escape')) from zaak.stuk")).ShouldBe(0, "it is sealed with the key of the case");
        (await AsSuperuser("select count(*) from zaak.logboek where regel = 'tegenspraak'")).ShouldBe(1L);
    }

    [Fact]
    public async Task A_newer_version_takes_the_place_of_the_older_which_stays_readable()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var first = Done(await Make(Table.Om, id, "tegenspraak", Objection)).Id;
        Done(await Make(Table.Politie, id, "tegenspraak", Objection with { Replaces = first }));
        (await Make(Table.Om, id, "tegenspraak", Objection with { Replaces = first })).Refusal.ShouldBeOfType<NotNow>("somebody was first");

        var records = Done(await Read(Table.Burgemeester, id)).Records;
        records.Select(r => r.Stands).ShouldBe([false, true]);
        records[0].Words.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_question_waits_for_the_one_it_is_put_to_until_it_is_answered()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var question = Done(await Make(Table.Politie, id, "informatie_vragen", Said(("aan", "om"), ("vraag", "Loopt er een zaak?"), ("uiterlijk", Later)))).Id;

        Done(await Table.Open(Table.Om, id)).Terms.Single(t => t.Code == "stuk:informatie_vragen").On.ShouldBe(NextMonth);
        Done(await Table.Open(Table.Burgemeester, id)).Terms.ShouldNotContain(t => t.Code == "stuk:informatie_vragen", "it is put to the om alone");
        var list = Done(await World.Do<Worklist, Result<WorklistPage>>(w => w.PageAsync(Table.Om, 0, 10, false, default)));
        list.Lines.Single().Terms.ShouldContain(t => t.Code == "stuk:informatie_vragen");

        Done(await Make(Table.Om, id, "informatie_antwoord", Said(("antwoord", "Nee.")) with { About = question }));
        Done(await Table.Open(Table.Om, id)).Terms.ShouldNotContain(t => t.Code == "stuk:informatie_vragen");
        (await Make(Table.Om, id, "informatie_antwoord", Said(("antwoord", "Toch wel.")) with { About = question })).Refusal.ShouldBeOfType<NotNow>("one answer ends it");
    }

    [Fact]
    public async Task A_joint_record_counts_when_all_three_said_the_same()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var difference = Said(("verschil", "De ernst van de uitlatingen."));
        Done(await Make(Table.Burgemeester, id, "escalatie", difference)).WaitingFor.ShouldBe(["om", "politie"]);
        Done(await Make(Table.Politie, id, "escalatie", difference)).WaitingFor.ShouldBe(["om"]);
        Done(await Read(Table.Om, id)).Records.ShouldBeEmpty();
        var escalated = Done(await Make(Table.Om, id, "escalatie", difference)).Id;
        Done(await Read(Table.Om, id)).Records.ShouldHaveSingleItem().Waits.ShouldBeTrue();

        var outcome = Said(("uitkomst", "opnieuw_wegen"), ("toelichting", "Kijk nog eens naar de context.")) with { About = escalated };
        foreach (var actor in new[] { Table.Burgemeester, Table.Politie, Table.Om })
            Done(await Make(actor, id, "driehoek_besluit", outcome));
        Done(await Read(Table.Om, id)).Records.ShouldAllBe(r => !r.Waits);
        (await AsSuperuser("select aantal from telling.teller where soort = 'stuk:driehoek_besluit' and uitkomst = 'opnieuw_wegen'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Fields(await Make(Table.Om, id, "informatie_vragen", Said(("aan", "college"), ("uiterlijk", "morgen"), ("kleur", "rood")))).ShouldBe(["kleur", "aan", "vraag", "uiterlijk"]);
        Fields(await Make(Table.Om, id, "informatie_antwoord", Said(("antwoord", "Ja.")))).ShouldBe(["bij"]);
        Fields(await Make(Table.Om, id, "informatie_antwoord", Said(("antwoord", "Ja.")) with { About = Guid.NewGuid() })).ShouldBe(["bij"]);
        Fields(await Make(Table.Om, id, "brief", Objection)).ShouldBe(["stuk"]);
    }

    [Fact]
    public async Task Who_may_not_make_it_or_not_now_is_told_so()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Iets gezien."));
        (await Make(Table.College, id, "tegenspraak", Objection)).Refusal.ShouldBeOfType<NotAllowed>();
        (await Make(Table.Om, id, "tegenspraak", Objection)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["fase"]);
        (await Make(Table.Reclassering, id, "tegenspraak", Objection)).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task The_database_refuses_again_what_the_process_data_refuse()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Make(Table.Om, id, "tegenspraak", Objection));
        async Task<string> Refused(string set) => (await Should.ThrowAsync<PostgresException>(() => AsSuperuser(
            $"insert into zaak.stuk (id, signaal_id, soort, namens, door, fase, inhoud) select gen_random_uuid(), signaal_id, {set}, ''::bytea from zaak.stuk limit 1"))).SqlState;
        (await Refused("'tegenspraak', 'college', door, fase")).ShouldBe(PostgresErrorCodes.CheckViolation);
        (await Refused("'escalatie', 'om', door, fase")).ShouldBe(PostgresErrorCodes.CheckViolation, "the three did not agree");
        (await Refused("'informatie_antwoord', 'om', door, fase")).ShouldBe(PostgresErrorCodes.CheckViolation, "an answer is about a question");
        (await Refused("'tegenspraak', 'om', door, 'melding'")).ShouldBe(PostgresErrorCodes.SerializationFailure);
    }

    [Fact]
    public async Task Records_go_with_the_case()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Make(Table.Om, id, "tegenspraak", Objection));
        foreach (var actor in new[] { Table.Politie, Table.Om, Table.Burgemeester })
            Done(await Table.Judge(actor, id, "niet_in_overeenstemming"));
        Done(await Table.Take(Table.Om, id, "weging_vaststellen"));
        foreach (var actor in new[] { Table.Burgemeester, Table.Plaatsvervanger })
            Done(await Table.Take(actor, id, "vernietigen", new StepWords { Toelichting = "Klaar." }));
        (await AsSuperuser("select count(*) from zaak.stuk")).ShouldBe(0L);
    }
}
