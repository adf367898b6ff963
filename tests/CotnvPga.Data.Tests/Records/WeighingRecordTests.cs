using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Records;

/// <summary>Records of the weighing: what came of it, a pause, care instead, who is consulted, advice without a person.</summary>
public sealed class WeighingRecordTests : RecordTest
{
    [Fact]
    public async Task The_outcome_in_practice_fits_the_outcome_in_law_and_is_counted_without_a_person()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var care = Said(("uitkomst", "advies_regulier"), ("toelichting", "Schuldhulp past beter."));
        (await Make(Table.Om, id, "uitkomst", care)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldContain("drie_oordelen");
        foreach (var actor in TheThree)
            Done(await Table.Judge(actor, id, "niet_in_overeenstemming"));
        (await Make(Table.Om, id, "uitkomst", Said(("uitkomst", "pga"), ("toelichting", "Toch.")))).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["in_overeenstemming"]);
        await Together(id, "uitkomst", care);
        Done(await Table.Take(Table.Om, id, "weging_vaststellen"));
        (await AsSuperuser("select aantal from telling.teller where soort = 'stuk:uitkomst' and uitkomst = 'advies_regulier'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Who_did_not_judge_learns_nothing_of_the_others_from_what_an_outcome_lacks()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        foreach (var actor in new[] { Table.Politie, Table.Burgemeester })
            Done(await Table.Judge(actor, id, "in_overeenstemming"));
        var outcome = Said(("uitkomst", "pga"), ("toelichting", "Past."));
        (await Make(Table.Om, id, "uitkomst", outcome)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["drie_oordelen", "eensluidend", "in_overeenstemming"]);
    }

    [Fact]
    public async Task A_pause_stands_above_the_case_until_the_three_end_it()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var pause = await Together(id, "pauze_strafrecht", Said(("herbeoordelen", Later), ("reden", "Er loopt een onderzoek.")));
        var seen = Done(await Table.Open(Table.Politie, id));
        seen.Notices.ShouldHaveSingleItem().On.ShouldBe(NextMonth);
        seen.Terms.ShouldContain(t => t.Code == "stuk:pauze_strafrecht");
        await Together(id, "pauze_einde", Said(("vervolg", "hervatten"), ("toelichting", "Het onderzoek is klaar.")) with { About = pause });
        Done(await Table.Open(Table.Politie, id)).Notices.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_consulted_answers_in_a_bounded_form_and_reads_nothing_of_the_others()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Make(Table.Om, id, "tegenspraak", Said(("verklaring", "Hij zoekt aandacht."))));
        var item = Done(await Table.Open(Table.Burgemeester, id)).Items.Single(i => i.Field == "waarneming").Id;
        Done(await World.Do<ItemDesk, Result<ItemId>>(d => d.SetNecessityAsync(Table.Burgemeester, item, null, null, [new PartyNecessity("college", "Om te antwoorden.", null)], default)));
        Done(await Table.Take(Table.Om, id, "raadpleging_openen", new StepWords { Partij = "college", Vraag = "Is er een gezinsplan?" }));

        Done(await Read(Table.College, id)).Records.ShouldBeEmpty();
        Fields(await Make(Table.College, id, "raadpleging_antwoord", Said(("bekend", "ja"), ("antwoord", new string('a', 1001))))).ShouldBe(["antwoord"]);
        Done(await Make(Table.College, id, "raadpleging_antwoord", Said(("bekend", "niet_bekend"))));
        Done(await Read(Table.Politie, id)).Records.ShouldContain(r => r.Kind == "raadpleging_antwoord" && r.Party == "college");
        Done(await Table.Take(Table.Om, id, "raadpleging_sluiten", new StepWords { Partij = "college" }));
        (await Make(Table.College, id, "raadpleging_antwoord", Said(("bekend", "ja")))).IsDone.ShouldBeFalse();
    }

    [Fact]
    public async Task A_question_for_advice_tells_nobody_whom_it_is_about()
    {
        var id = await Table.InWeighing(Item("achternaam", "Bakker-Ünal"), Item("geboortedatum", "2007-03-01"), Item("adres", "Dorpsstraat 12, Voorbeeldstad"));
        Task<Result<Data.Records.MadeRecord>> Ask(string question) =>
            Make(Table.Burgemeester, id, "advies_vragen", Said(("aan", "lse"), ("vraag", question), ("uiterlijk", Later)));
        foreach (var telling in new[] { "Wat doen wij met Unal?", "Geboren op 1 maart 2007.", "Hij woont in de Dorpsstraat.", "Nummer 999990007.", "Zijn nummer is 99.99.90.007" })
            Fields(await Ask(telling)).ShouldBe(["vraag"], telling);
        var asked = Done(await Ask("Een jongen van negentien trekt zich terug. Hoe betrek ik zijn ouders?")).Id;
        (await AsSuperuser("select count(*) from zaak.logboek where handeling = 'raadplegen' and categorie = 'identificatie' and partij = 'burgemeester'")).ShouldBe(3L, "what was compared once was read once");
        Done(await Make(Table.Politie, id, "advies_ontvangen", Said(("van", "Adviseur LSE"), ("advies", "Nodig de ouders uit.")) with { About = asked }));
        Done(await Read(Table.Om, id)).Records.ShouldAllBe(r => !r.Waits);
    }
}
