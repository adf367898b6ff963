using System.Text;
using CotnvPga.Data.PriorCases;
using CotnvPga.Data.Records;
using CotnvPga.Domain;
using CotnvPga.Domain.Attachments;
using CotnvPga.Domain.People;
using CotnvPga.Domain.PriorCases;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using NodaTime;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.PriorCases;

/// <summary>Cases of before the portal: concepts, confirmed by the three together, opened in their real phase, what is missing as tasks.</summary>
public sealed class PriorCaseTests : CaseTest
{
    private static readonly NewRunningCase AtTable = new(
        "9901", "PGA-2024-07", "casusoverleg", new LocalDate(2026, 3, 2), new LocalDate(2026, 2, 10), ["burgemeester", "politie", "om", "college"],
        "Zorg van school.", [Item("achternaam", "Jansen"), Item("waarneming", "Vaak weg.", supplier: "burgemeester")],
        new NewAttachment("Verslag weging.txt", Encoding.UTF8.GetBytes("Verslag van 10 februari.")));

    [Fact]
    public async Task A_concept_is_seen_by_who_entered_it_and_by_nobody_else()
    {
        var concept = Done(await Enter(Table.Burgemeester, AtTable));
        Done(await List(Table.Burgemeester)).Select(l => l.Reference).ShouldBe(["PGA-2024-07"]);
        Done(await Read(Table.Burgemeester, concept.Id)).Items.Count.ShouldBe(3);
        foreach (var other in new[] { Table.Plaatsvervanger, Table.Politie, Table.College, CaseWorld.Person(Party.Burgemeester, "9902") })
        {
            Done(await List(other)).ShouldBeEmpty();
            (await Read(other, concept.Id)).Refusal.ShouldBeOfType<NotKnown>();
            (await Agree(other, concept.Id)).Refusal.ShouldBeOfType<NotKnown>();
        }
        (await Table.Open(Table.Burgemeester, new SignalId(concept.Id))).Refusal.ShouldBeOfType<NotKnown>("a concept is no case");
        (await AsPortal("select count(*) from zaak.lopend_inhoud")).ShouldBe(0L);
        (await AsSuperuser("select count(*) from zaak.lopend l join zaak.lopend_inhoud i on i.lopend_id = l.id where position('Jansen' in encode(i.inhoud, 'escape')) + position('PGA-2024' in encode(l.kenmerk, 'escape')) > 0")).ShouldBe(0L);
    }

    [Fact]
    public async Task Nothing_opens_before_the_three_confirmed_and_then_it_opens_in_its_real_phase()
    {
        var concept = Done(await Enter(Table.Burgemeester, AtTable));
        (await OpenConcept(Table.Burgemeester, concept.Id)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["burgemeester", "om", "politie"]);
        Done(await Submit(Table.Burgemeester, concept.Id)).WaitingFor.ShouldBe(["om", "politie"]);

        var forPolice = Done(await Read(Table.Politie, concept.Id));
        (forPolice.Reference, forPolice.WeighedOn, forPolice.MayAgree).ShouldBe(("PGA-2024-07", AtTable.WeighedOn, true));
        forPolice.Items.ShouldBeEmpty("who confirms sees that there is a case, not what it says of the person");
        (await Read(Table.College, concept.Id)).Refusal.ShouldBeOfType<NotKnown>();

        Done(await Agree(Table.Politie, concept.Id)).WaitingFor.ShouldBe(["om"]);
        (await Agree(Table.Politie, concept.Id)).Refusal.ShouldBeOfType<NotNow>();
        (await OpenConcept(Table.Burgemeester, concept.Id)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["om"]);
        Done(await Agree(Table.Om, concept.Id)).WaitingFor.ShouldBeEmpty();
        (await OpenConcept(Table.Om, concept.Id)).Refusal.ShouldBeOfType<NotAllowed>();
        var state = Done(await OpenConcept(Table.Burgemeester, concept.Id));

        (state.Phase, state.Number).ShouldBe((Phase.Casusoverleg, concept.Number));
        var view = Done(await Table.Open(Table.Om, state.Id));
        view.Items.ShouldContain(i => i.Field == "waarneming" && i.Value == "Vaak weg.");
        view.State.PhaseSince.InUtc().Date.ShouldBe(new LocalDate(2026, 3, 1), "midnight in the Netherlands");
        view.Items.Single(i => i.Field == "aanleiding").Marks.Attachments.Single().Name.ShouldBe("Verslag weging.txt");
        Done(await Table.Open(Table.College, state.Id)).SitsAtConsultation.ShouldBeTrue();
        (await Read(Table.Burgemeester, concept.Id)).Refusal.ShouldBeOfType<NotKnown>("what was a concept is a case now");
        (await AsSuperuser("select count(*) from zaak.lopend_inhoud")).ShouldBe(0L);
    }

    [Fact]
    public async Task What_is_missing_becomes_a_task_with_a_day()
    {
        var id = await OpenedAsync(AtTable with { Document = null });
        var records = Done(await World.Do<RecordDesk, Result<RecordsView>>(d => d.ReadAsync(Table.Om, id, default)));
        var tasks = records.Records.Where(r => r.Kind == "inhaaltaak").ToList();
        tasks.Select(t => t.Words!.Answer("wat")).ShouldBe(["kwaliteitstoets", "noodzaak", "wegingsdocument", "reden_deelname", "plan", "bericht_betrokkene"], ignoreOrder: true);
        Done(await Table.Open(Table.Om, id)).Terms.Count(t => t.Code == "stuk:inhaaltaak").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_running_weighing_goes_on_with_own_judgements()
    {
        var id = await OpenedAsync(AtTable with { Reference = "W-1", Phase = "weging", WeighedOn = null, Parties = [], Document = null });
        foreach (var actor in new[] { Table.Politie, Table.Om, Table.Burgemeester })
            Done(await Table.Judge(actor, id, "in_overeenstemming"));
        Done(await Table.Take(Table.Om, id, "weging_vaststellen")).Phase.ShouldBe(Phase.Verzameling);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        var wrong = AtTable with { Reference = " ", Since = new LocalDate(2099, 1, 1), WeighedOn = null, Parties = ["buurtvader"], Cause = "", Items = [Item("schoenmaat", "44")] };
        (await Enter(Table.Burgemeester, wrong)).Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field)
            .ShouldBe(["kenmerk", "sinds", "wegingOp", "partijen", "aanleiding", "gegevens[0].veld"]);
        (await Enter(Table.Burgemeester, AtTable with { Phase = "melding" })).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("fase");
        (await Enter(Table.College, AtTable)).Refusal.ShouldBeOfType<NotAllowed>();
        (await Enter(Table.Burgemeester, AtTable with { Municipality = "9902" })).Refusal.ShouldBeOfType<NotAllowed>();
        (await Enter(Table.Burgemeester, AtTable with { Items = [Item("politie_duiding", "x")] })).Refusal.ShouldBeOfType<NotAllowed>("the engine decides before anybody confirms");
    }

    [Fact]
    public async Task Nothing_is_entered_twice()
    {
        Done(await Enter(Table.Burgemeester, AtTable));
        (await Enter(Table.Burgemeester, AtTable with { Reference = "pga-2024-07" })).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["nieuw_kenmerk"]);
        (await Enter(Table.Politie, AtTable with { Items = [] })).Refusal.ShouldBeOfType<NotNow>();
        Done(await Enter(CaseWorld.Person(Party.Burgemeester, "9902"), AtTable with { Municipality = "9902" })).Reference.ShouldBe("PGA-2024-07", "another municipality counts for itself");
    }

    [Fact]
    public async Task One_of_the_three_that_does_not_know_the_case_sends_it_back_and_it_can_be_entered_again()
    {
        var concept = Done(await Enter(Table.Burgemeester, AtTable));
        Done(await Submit(Table.Burgemeester, concept.Id));
        Done(await World.Do<RunningCaseDesk, Result<Guid>>(d => d.WithdrawAsync(Table.Om, concept.Id, default)));
        Done(await List(Table.Burgemeester)).ShouldBeEmpty();
        Done(await Enter(Table.Burgemeester, AtTable));
    }

    [Fact]
    public async Task The_database_opens_nothing_without_the_three()
    {
        var concept = Done(await Enter(Table.Burgemeester, AtTable));
        (await Should.ThrowAsync<PostgresException>(() => AsPortal($"select toegang.lopend_openen('{concept.Id}', '', '')"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await AsPortal($"select toegang.lopend_sleutel('{concept.Id}', 'x')")).ShouldBe(DBNull.Value);
        (await Should.ThrowAsync<PostgresException>(() => AsPortal("select ingepakt from zaak.lopend"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task What_is_left_of_a_concept_goes_with_its_case_and_an_old_concept_by_itself()
    {
        var id = await OpenedAsync(AtTable);
        await AsSuperuser($"select zaak.vernietig('{id}', 'toets')");
        (await AsSuperuser("select count(*) from zaak.lopend")).ShouldBe(0L);
        Done(await Enter(Table.Burgemeester, AtTable));
        await AsSuperuser("update zaak.lopend set op = now() - interval '43 days'");
        Done(await Enter(Table.Burgemeester, AtTable with { Reference = "Ander" }));
        Done(await List(Table.Burgemeester)).Select(l => l.Reference).ShouldBe(["Ander"]);
    }

    [Fact]
    public async Task A_file_brings_in_many_concepts_at_once()
    {
        const string File = "\uFEFFKenmerk;Fase;Sinds;WegingOp;Partijen;Aanleiding;Achternaam;Waarneming;Noodzaak\r\nA-1;uitvoering;2026-01-05;10-12-2025;burgemeester politie om;\"Zorg; van school\";Jansen;\"Zag het\r\nzelf\";Om te weten wie het is\r\nA-2;weging;2026-11-01;;;Melding van een buur;;;\r\n";
        var lines = Done(await Import(Table.Burgemeester, File));
        lines.Select(l => (l.Reference, l.Phase, l.Stage)).ShouldBe([("A-1", "uitvoering", "concept"), ("A-2", "weging", "concept")]);
        Done(await Read(Table.Burgemeester, lines[0].Id)).Items.Select(i => (i.Field, i.Value)).ShouldBe([("aanleiding", "Zorg; van school"), ("achternaam", "Jansen"), ("waarneming", "Zag het\r\nzelf")]);
        Errors(await Import(Table.Burgemeester, File)).ShouldAllBe(e => e.Message.Contains("al ingevoerd"));
        Done(await List(Table.Burgemeester)).Count.ShouldBe(2, "nothing is saved twice");
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_is_told_with_line_and_column_and_nothing_is_saved()
    {
        const string File = "kenmerk,fase,sinds,wegingop,partijen,aanleiding\nA-1,uitvoering,gisteren,,burgemeester politie om,Zorg\n\nA-2,dromen,2026-01-01,,,\nA-1,weging,2026-01-01,,,Zorg\n";
        Errors(await Import(Table.Burgemeester, File)).Select(e => e.Field).ShouldBe(["regel[2].sinds", "regel[2].wegingop", "regel[4].fase", "regel[4].aanleiding", "regel[5].kenmerk"]);
        Errors(await Import(Table.Burgemeester, File))[0].Message.ShouldBe("Regel 2, kolom 'sinds': Noem de dag waarop deze fase begon (jjjj-mm-dd).");
        Errors(await Import(Table.Burgemeester, "kenmerk;schoenmaat\nA;44")).Select(e => e.Field).ShouldBe(["regel[1].fase", "regel[1].sinds", "regel[1].aanleiding", "regel[1].schoenmaat"]);
        Errors(await Import(Table.Burgemeester, "kenmerk;fase;sinds;aanleiding\nA;weging;2026-01-01;\"nooit dicht")).Single().Message.ShouldContain("aanhalingsteken");
        Errors(await Import(Table.Burgemeester, "kenmerk;fase;sinds;aanleiding\nA;weging;2026-01-01;x;te;veel")).Single().Field.ShouldBe("regel[2]");
        Errors(await Import(Table.Burgemeester, " ")).Single().Field.ShouldBe("csv");
        Done(await List(Table.Burgemeester)).ShouldBeEmpty();
        (await Import(Table.College, File)).Refusal.ShouldBeOfType<NotAllowed>();
    }

    private async Task<SignalId> OpenedAsync(NewRunningCase sent)
    {
        var concept = Done(await Enter(Table.Burgemeester, sent));
        Done(await Submit(Table.Burgemeester, concept.Id));
        Done(await Agree(Table.Politie, concept.Id));
        Done(await Agree(Table.Om, concept.Id));
        return Done(await OpenConcept(Table.Burgemeester, concept.Id)).Id;
    }

    private static IReadOnlyList<FieldError> Errors<T>(Result<T> result) => result.Refusal.ShouldBeOfType<NotValid>().Errors;

    private Task<Result<RunningCaseLine>> Enter(Actor actor, NewRunningCase sent) => World.Do<RunningCaseDesk, Result<RunningCaseLine>>(d => d.EnterAsync(actor, sent, default));

    private Task<Result<IReadOnlyList<RunningCaseLine>>> Import(Actor actor, string csv) => World.Do<RunningCaseDesk, Result<IReadOnlyList<RunningCaseLine>>>(d => d.ImportAsync(actor, "9901", csv, default));

    private Task<Result<IReadOnlyList<RunningCaseLine>>> List(Actor actor) => World.Do<RunningCaseDesk, Result<IReadOnlyList<RunningCaseLine>>>(d => d.ListAsync(actor, default));

    private Task<Result<RunningCaseLine>> Read(Actor actor, Guid id) => World.Do<RunningCaseDesk, Result<RunningCaseLine>>(d => d.ReadAsync(actor, id, default));

    private Task<Result<RunningCaseLine>> Submit(Actor actor, Guid id) => World.Do<RunningCaseDesk, Result<RunningCaseLine>>(d => d.SubmitAsync(actor, id, default));

    private Task<Result<RunningCaseLine>> Agree(Actor actor, Guid id) => World.Do<RunningCaseDesk, Result<RunningCaseLine>>(d => d.AgreeAsync(actor, id, default));

    private Task<Result<SignalState>> OpenConcept(Actor actor, Guid id) => World.Do<RunningCaseDesk, Result<SignalState>>(d => d.OpenAsync(actor, id, default));
}
