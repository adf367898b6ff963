using CotnvPga.Convenant.Clauses;
using CotnvPga.Data.Departures;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Departures;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Steps;
using CotnvPga.TestHost.Cases;
using NodaTime;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Departures;

/// <summary>Apply or explain: the three can depart from a clause in one case with a motivation, never from a hard one.</summary>
public sealed class DepartureTests : CaseTest
{
    private static readonly IReadOnlyList<Clause> Clauses = CaseWorld.Convenant.WithoutLocal("9901").Clauses;
    private static readonly Clause Weighing = Clauses.Single(c => c.TermCode == "wegen");
    private static readonly Clause Hard = Clauses.First(c => c.Nature == ClauseNature.Hard);
    private static readonly LocalDate InHalfAYear = SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusMonths(6);
    private static readonly NewDeparture Later = new(Weighing.Id, "De officier is ziek; vervanging komt over drie weken.", InHalfAYear);

    [Fact]
    public async Task A_term_that_the_three_move_ends_later_everywhere_with_what_the_covenant_says_beside_it()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var onPaper = Done(await Table.Open(Table.Om, id)).Terms.Single(t => t.Code == "wegen").On;

        Done(await Depart(Table.Burgemeester, id, Later)).WaitingFor.ShouldBe(["om", "politie"]);
        Done(await Depart(Table.Politie, id, Later)).WaitingFor.ShouldBe(["om"]);
        Done(await Table.Open(Table.Om, id)).Terms.Single(t => t.Code == "wegen").On.ShouldBe(onPaper, "two of three decide nothing");
        Done(await Depart(Table.Om, id, Later)).Id.ShouldNotBeNull();

        var moved = Done(await Table.Open(Table.Om, id)).Terms.Single(t => t.Code == "wegen");
        moved.On.ShouldBe(InHalfAYear);
        moved.OnPaper.ShouldBe(onPaper);
        var line = Done(await World.Do<Worklist, Result<WorklistPage>>(list => list.PageAsync(Table.Politie, 0, 10, false, default))).Lines.Single();
        line.Terms.Single(t => t.Code == "wegen").On.ShouldBe(InHalfAYear);
        (await AsSuperuser($"select aantal from telling.teller where soort = 'afwijking' and gemeente = '9901' and uitkomst = '{Weighing.Id}'")).ShouldBe(1L);
        (await AsSuperuser($"select count(*) from zaak.logboek where regel = 'afwijken' and '{Weighing.Id}' = any (grondslagen)")).ShouldBe(3L);
    }

    [Fact]
    public async Task From_a_hard_clause_nobody_can_depart()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var refusal = (await Depart(Table.Burgemeester, id, Later with { Article = Hard.Id })).Refusal.ShouldBeOfType<NotAllowed>();
        refusal.Grounds.ShouldContain(Hard.Id);
        refusal.Message.ShouldContain(Hard.Number);
    }

    [Fact]
    public async Task Only_the_three_depart_and_everything_that_is_wrong_is_told_at_once()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Iets gezien."));
        (await Depart(Table.College, id, Later)).Refusal.ShouldBeOfType<NotAllowed>();
        (await Depart(Table.Reclassering, id, Later)).Refusal.ShouldBeOfType<NotKnown>();
        Fields(await Depart(Table.Om, id, new NewDeparture("modelconvenant:99", " ", InHalfAYear.PlusYears(3)))).ShouldBe(["artikel", "motivering", "tot"]);
        Fields(await Depart(Table.Om, id, Later with { Until = null })).ShouldBe(["artikel", "tot"], "the term of the weighing does not run here, and a term needs its new last day");
    }

    [Fact]
    public async Task Other_words_are_another_proposal()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Depart(Table.Burgemeester, id, Later));
        Done(await Depart(Table.Politie, id, Later with { Until = InHalfAYear.PlusDays(-1) })).WaitingFor.ShouldBe(["burgemeester", "om"]);
    }

    [Fact]
    public async Task The_motivation_is_read_at_the_table_and_goes_with_the_case_while_the_count_stays()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        foreach (var actor in new[] { Table.Burgemeester, Table.Politie, Table.Om })
            Done(await Depart(actor, id, Later));

        var read = Done(await Read(Table.Om, id)).Single();
        (read.Article, read.Term, read.Until, read.Phase, read.Motivation).ShouldBe((Weighing.Id, "wegen", InHalfAYear, "weging", Later.Motivation));
        (await Read(Table.College, id)).Refusal.ShouldBeOfType<NotKnown>();
        (await AsPortal("select count(*) from zaak.afwijking")).ShouldBe(0L, "without a ticket there is nothing");

        await AsSuperuser($"select zaak.vernietig('{id}', 'toets')");
        (await AsSuperuser("select count(*) from zaak.afwijking")).ShouldBe(0L);
        (await AsSuperuser("select sum(aantal) from telling.teller where soort = 'afwijking'")).ShouldBe(1m);
    }

    [Fact]
    public async Task A_term_moved_in_one_phase_leaves_the_next_phase_alone()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        foreach (var actor in new[] { Table.Burgemeester, Table.Politie, Table.Om })
            Done(await Depart(actor, id, Later));
        foreach (var actor in new[] { Table.Politie, Table.Om, Table.Burgemeester })
            Done(await Table.Judge(actor, id, "meer_informatie"));
        Done(await Table.Take(Table.Om, id, "nieuwe_ronde"));
        Done(await Table.Open(Table.Om, id)).Terms.Single(t => t.Code == "wegen").On.ShouldBe(InHalfAYear, "the phase goes on");
        foreach (var actor in new[] { Table.Politie, Table.Om, Table.Burgemeester })
            Done(await Table.Judge(actor, id, "in_overeenstemming"));
        Done(await Table.Take(Table.Om, id, "weging_vaststellen", new StepWords()));
        Done(await Table.Open(Table.Om, id)).Terms.ShouldAllBe(t => t.OnPaper == null);
    }

    [Fact]
    public async Task The_database_takes_no_departure_that_the_three_did_not_agree_to()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Depart(Table.Burgemeester, id, Later));
        var insert = $"insert into zaak.afwijking (id, signaal_id, voorstel_id, artikel, fase, inhoud, namens, door) select gen_random_uuid(), signaal_id, id, 'x', 'weging', '', 'politie', gen_random_uuid() from zaak.voorstel where soort = 'afwijken' and signaal_id = '{id}'";
        (await Should.ThrowAsync<PostgresException>(() => AsSuperuser(insert))).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
    }

    private Task<Result<DepartureView>> Depart(Actor actor, SignalId id, NewDeparture sent) =>
        World.Do<DepartureDesk, Result<DepartureView>>(desk => desk.DepartAsync(actor, id, sent, default));

    private Task<Result<IReadOnlyList<DecidedDeparture>>> Read(Actor actor, SignalId id) =>
        World.Do<DepartureDesk, Result<IReadOnlyList<DecidedDeparture>>>(desk => desk.ReadAsync(actor, id, default));

    private static IEnumerable<string> Fields(Result<DepartureView> result) => result.Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field);
}
