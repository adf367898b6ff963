using CotnvPga.Data.Oversight;
using CotnvPga.Data.Records;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Oversight;

/// <summary>The rights of the person concerned: told in time unless a ground opposes, asked at one desk, answered after the participants were heard (besluit-pga:2–4).</summary>
public sealed class RightsTests : CaseTest
{
    private static readonly LocalDate Today = DutchDay.Today;
    private static readonly string NextMonth = LocalDatePattern.Iso.Format(Today.PlusMonths(1));

    [Fact]
    public async Task From_the_day_that_it_is_known_who_takes_part_the_person_must_be_told()
    {
        var id = await AtTable();
        Done(await Table.Open(Table.Burgemeester, id)).Terms.Single(t => t.Code == "stuk:informeren").On.ShouldBeGreaterThan(Today.PlusDays(25));
        Done(await Table.Open(Table.Politie, id)).Terms.ShouldNotContain(t => t.Code == "stuk:informeren", "the contact point tells");
        Done(await Make(Table.Burgemeester, id, "betrokkene_geinformeerd", Said(("wijze", "gesprek"), ("op", NextMonth)) with { About = await Find(id, "informeren") }));
        Done(await Table.Open(Table.Burgemeester, id)).Terms.ShouldNotContain(t => t.Code == "stuk:informeren");
    }

    [Fact]
    public async Task A_participant_with_a_legal_ground_postpones_it_and_the_commission_can_read_why()
    {
        var id = await AtTable();
        var due = await Find(id, "informeren");
        var reason = Said(("grond", "strafbare_feiten"), ("motivering", "Er loopt een onderzoek."), ("heroverwegen", NextMonth)) with { About = due };
        var wait = Done(await Make(Table.Om, id, "informeren_uitstel", reason)).Id;

        Done(await Table.Open(Table.Burgemeester, id)).Terms.ShouldNotContain(t => t.Code == "stuk:informeren", "it is postponed");
        Done(await Table.Open(Table.Om, id)).Terms.Single(t => t.Code == "stuk:informeren_uitstel").On.ShouldBe(Today.PlusMonths(1));
        Done(await Table.Open(Table.Politie, id)).Terms.ShouldNotContain(t => t.Code == "stuk:informeren_uitstel", "who gave the reason looks again");
        (await Make(Table.Politie, id, "informeren_uitstel_voorbij", Said(("toelichting", "Klaar.")) with { About = wait })).Refusal.ShouldBeOfType<NotAllowed>();
        var told = Said(("wijze", "brief"), ("op", NextMonth)) with { About = due };
        (await Make(Table.Burgemeester, id, "betrokkene_geinformeerd", told)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["informeren_uitstel"]);
        (await Should.ThrowAsync<PostgresException>(() => AsSuperuser(
            $"insert into zaak.stuk (id, signaal_id, soort, bij, namens, door, fase, inhoud) select gen_random_uuid(), signaal_id, 'betrokkene_geinformeerd', '{due}', 'burgemeester', door, fase, ''::bytea from zaak.stuk limit 1")))
            .SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);

        var rac = Table.Person(Party.Rac, null);
        (await Read(rac, id)).Refusal.ShouldBeOfType<NotKnown>("without a review the commission does not know of it");
        Done(await World.Do<OversightDesk, Result<Guid>>(d => d.OpenReviewAsync(rac, id, "Redenen om niet te informeren.", Today.PlusDays(10), default)));
        Done(await Read(rac, id)).Records.Single(r => r.Kind == "informeren_uitstel").Words!.Answer("motivering").ShouldBe("Er loopt een onderzoek.");
        Done(await Read(rac, id)).Records.ShouldNotContain(r => r.Kind == "plan_doel");

        Done(await Make(Table.Om, id, "informeren_uitstel_voorbij", Said(("toelichting", "Het onderzoek is klaar.")) with { About = wait }));
        Done(await Table.Open(Table.Burgemeester, id)).Terms.ShouldContain(t => t.Code == "stuk:informeren");
        Done(await Make(Table.Burgemeester, id, "betrokkene_geinformeerd", told));
    }

    [Fact]
    public async Task A_request_has_a_term_and_the_participants_are_heard_before_it_is_decided()
    {
        var id = await AtTable();
        var request = Done(await Ask(id));
        Done(await Table.Open(Table.Burgemeester, id)).Terms.ShouldContain(t => t.Code == "stuk:verzoek");
        var question = Done(await Make(Table.Burgemeester, id, "rechten_raadpleging", Said(("aan", "om"), ("vraag", "Is er een grond?"), ("uiterlijk", NextMonth)) with { About = request })).Id;
        (await Make(Table.Politie, id, "rechten_antwoord", Said(("weigeren", "nee"), ("motivering", "Niets.")) with { About = question })).Refusal.ShouldBeOfType<NotAllowed>("it was put to the om");
        Done(await Make(Table.Om, id, "rechten_antwoord", Said(("weigeren", "ja"), ("gronden", "strafbare_feiten"), ("motivering", "Het onderzoek.")) with { About = question }));

        (await Decide(id, request, new NewDecision("U krijgt alles.", "toegewezen", [], null))).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["geen_weigeringsgrond"]);
        (await Decide(id, request, new NewDecision("U krijgt een deel.", "deels_toegewezen", [], null))).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("gronden");
        Done(await Decide(id, request, new NewDecision("U krijgt een deel.", "deels_toegewezen", ["strafbare_feiten"], false)));
        Done(await Table.Open(Table.Burgemeester, id)).Terms.ShouldNotContain(t => t.Code == "stuk:verzoek");
        (await AsSuperuser("select aantal from telling.teller where soort = 'stuk:verzoek_besluit' and uitkomst = 'deels_toegewezen'")).ShouldBe(1L);
    }

    [Fact]
    public async Task The_term_of_a_request_is_extended_once_by_two_months_at_most()
    {
        var id = await AtTable();
        var request = Done(await Ask(id));
        var term = Done(await Table.Open(Table.Burgemeester, id)).Terms.Single(t => t.Code == "stuk:verzoek").On;
        NewRecord Until(LocalDate day) => Said(("reden", "Zes deelnemers kijken mee."), ("uiterlijk", $"{day:yyyy-MM-dd}")) with { About = request };

        foreach (var wrong in new[] { term, term.PlusMonths(2).PlusDays(1) })
            (await Make(Table.Burgemeester, id, "verzoek_verlengen", Until(wrong))).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("uiterlijk");
        Done(await Make(Table.Burgemeester, id, "verzoek_verlengen", Until(term.PlusMonths(2))));

        (await Make(Table.Burgemeester, id, "verzoek_verlengen", Until(term.PlusMonths(1)))).Refusal.ShouldBeOfType<NotNow>().Message.ShouldContain("één keer");
        var terms = Done(await Table.Open(Table.Burgemeester, id)).Terms;
        terms.ShouldNotContain(t => t.Code == "stuk:verzoek");
        terms.Single(t => t.Code == "stuk:verzoek_verlengen").On.ShouldBe(term.PlusMonths(2));
    }

    [Fact]
    public async Task In_a_closed_case_who_is_asked_reads_the_question_and_the_contact_point_the_answer()
    {
        var id = await AtTable();
        await Table.Together(id, "plan_vaststellen", new StepWords { Doelen = ["Een kamer."], Interventies = [new NewIntervention("Begeleiding.", "college", Today.PlusMonths(1))] });
        await Table.Together(id, "afsluiten", new StepWords { Reden = "doelen_bereikt", Toelichting = "Klaar." });
        var request = Done(await Ask(id));
        var question = Done(await Make(Table.Burgemeester, id, "rechten_raadpleging", Said(("aan", "politie"), ("vraag", "Is er een grond?"), ("uiterlijk", NextMonth)) with { About = request })).Id;
        Done(await Read(Table.Politie, id)).Records.ShouldContain(r => r.Id == question);
        var answer = Done(await Make(Table.Politie, id, "rechten_antwoord", Said(("weigeren", "nee"), ("motivering", "Geen grond.")) with { About = question })).Id;
        Done(await Read(Table.Burgemeester, id)).Records.Single(r => r.Id == answer).Words!.Answer("motivering").ShouldBe("Geen grond.");
        (await Read(Table.Om, id)).Value?.Records.ShouldBeEmpty("the om was not asked");
        Done(await Decide(id, request, new NewDecision("U krijgt de kopie.", "toegewezen", [], null)));
    }

    [Fact]
    public async Task A_request_and_its_decision_are_made_by_their_acts_alone()
    {
        var id = await AtTable();
        (await Make(Table.Burgemeester, id, "verzoek", Said(("soort", "inzage"), ("verzoeker", "betrokkene")))).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("stuk");
    }

    private async Task<SignalId> AtTable()
    {
        // The commission knows of a case when an item is needed for its review (wet-pga:13.1.b).
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Iets gezien.") with { NecessityPerParty = [new PartyNecessity("rac", "Voor de toetsing.", null)] });
        Done(await Table.Add(Table.Politie, id, Item("risicofactoren", "Druk thuis.", "politie", new NewGate("wpg", "artikel 20 lid 4 Wpg", "Functionaris", Today))));
        return id;
    }

    private async Task<Guid> Find(SignalId id, string kind) => Done(await Read(Table.Burgemeester, id)).Records.Single(r => r.Kind == kind).Id;

    private Task<Result<Guid>> Ask(SignalId id) => World.Do<OversightDesk, Result<Guid>>(d => d.OpenRequestAsync(Table.Burgemeester, id, new NewRequest("inzage", "betrokkene", []), default));

    private Task<Result<Guid>> Decide(SignalId id, Guid request, NewDecision decision) =>
        World.Do<OversightDesk, Result<Guid>>(d => d.DecideRequestAsync(Table.Burgemeester, id, request, decision, default));

    private static NewRecord Said(params (string Field, string Answer)[] answers) => new(null, null, answers.ToDictionary(a => a.Field, IReadOnlyList<string> (a) => [a.Answer]));

    private Task<Result<MadeRecord>> Make(Actor actor, SignalId id, string kind, NewRecord record) =>
        World.Do<RecordDesk, Result<MadeRecord>>(desk => desk.MakeAsync(actor, id, kind, record, default));

    private Task<Result<RecordsView>> Read(Actor actor, SignalId id) => World.Do<RecordDesk, Result<RecordsView>>(desk => desk.ReadAsync(actor, id, default));
}
