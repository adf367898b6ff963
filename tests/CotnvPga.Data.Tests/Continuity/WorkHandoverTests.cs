using CotnvPga.Data.Continuity;
using CotnvPga.Data.Interests;
using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.Interests;
using CotnvPga.Domain.People;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Continuity;

/// <summary>Who leaves hands its work over to a colleague of the same function, in bulk, with a report per case.</summary>
public sealed class WorkHandoverTests : CaseTest
{
    [Fact]
    public async Task The_report_has_the_cases_in_which_somebody_acted_and_nothing_about_the_person()
    {
        var first = await Table.InWeighing(Item("achternaam", "K-achternaam"));
        var second = await Table.InRegistration(Item("waarneming", "Iets gezien."));
        var other = Done(await Table.Register(Table.Plaatsvervanger)).Id;

        var report = Done(await Report(Table.Plaatsvervanger, Table.Burgemeester));

        report.Lines.Select(l => l.Case.State.Id).ShouldBe([first, second], ignoreOrder: true);
        report.Lines.Single(l => l.Case.State.Id == first).Count.ShouldBe(2);
        report.Successors.Select(s => s.Account).ShouldBe([Table.Plaatsvervanger.Account]);
        Done(await Report(Table.Politie, Table.Burgemeester)).Lines.ShouldBeEmpty("of another function nobody sees who worked where");
        Done(await Report(Table.Burgemeester, null)).Lines.ShouldNotContain(l => l.Case.State.Id == other);
        (await AsSuperuser("select count(*) from zaak.logboek where regel = 'werk overdragen'")).ShouldBe(0L);
    }

    [Fact]
    public async Task Work_goes_over_to_a_colleague_and_is_then_in_the_report_of_that_one()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var to = Table.Plaatsvervanger;

        Done(await HandOver(Table.Burgemeester, to, (id, "Let op: de moeder belt elke week."))).ShouldBe(1);

        Done(await Report(Table.Burgemeester, null)).Lines.Single().HandedTo.ShouldBe(to.DisplayName);
        Done(await Report(to, null)).Lines.ShouldHaveSingleItem().Case.State.Id.ShouldBe(id);
        Done(await OfCase(to, id)).ShouldHaveSingleItem().Report.ShouldBe("Let op: de moeder belt elke week.");
        Done(await OfCase(Table.Politie, id)).ShouldBeEmpty();
        (await AsSuperuser("select position('moeder' in encode(inhoud, 'escape')) from zaak.werkoverdracht")).ShouldBe(0);
        (await AsSuperuser("select count(*) from zaak.logboek where regel = 'werk overdragen'")).ShouldBe(1L);

        await AsSuperuser($"select zaak.vernietig('{id}', 'toets')");
        (await AsSuperuser("select count(*) from zaak.werkoverdracht")).ShouldBe(0L);
    }

    [Fact]
    public async Task All_or_nothing_and_only_within_the_function()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Fields(await HandOver(Table.Burgemeester, Table.Politie, (id, null))).ShouldBe(["naar"]);
        Fields(await HandOver(Table.Burgemeester, Table.Burgemeester, (id, null))).ShouldBe(["naar"]);
        Fields(await HandOver(Table.Burgemeester, Table.Plaatsvervanger, (id, null), (SignalId.New(), null))).ShouldBe(["zaken[1].id"]);
        Fields(await HandOver(Table.Burgemeester, Table.Plaatsvervanger)).ShouldBe(["zaken"]);
        (await AsSuperuser("select count(*) from zaak.werkoverdracht")).ShouldBe(0L);
    }

    [Fact]
    public async Task Work_cannot_go_to_who_has_an_interest_and_says_whom_to_ask()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await World.Do<InterestDesk, Result<Guid>>(desk => desk.AddAsync(
            Table.Burgemeester, id, new NewInterest("uitgesloten", Table.Plaatsvervanger.Account.Value, null, "Familie.", "de gemeentesecretaris"), default)));
        (await HandOver(Table.Burgemeester, Table.Plaatsvervanger, (id, null))).Refusal.ShouldBeOfType<NotNow>().Message.ShouldContain("gemeentesecretaris");
    }

    [Fact]
    public async Task The_database_takes_no_handover_without_a_ticket() =>
        (await Should.ThrowAsync<PostgresException>(async () => await AsPortal(
            $"insert into zaak.werkoverdracht (id, signaal_id, partij, van, naar, door) values (gen_random_uuid(), '{await Table.InWeighing()}', 'burgemeester', gen_random_uuid(), gen_random_uuid(), gen_random_uuid())")))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    private Task<Result<WorkReport>> Report(Actor actor, Actor? who) =>
        World.Do<WorkHandovers, Result<WorkReport>>(work => work.ReportAsync(actor, who?.Account, default));

    private Task<Result<int>> HandOver(Actor from, Actor to, params (SignalId Id, string? Report)[] cases) => World.Do<WorkHandovers, Result<int>>(work =>
        work.HandOverAsync(from, new NewWorkHandover(null, to.Account.Value, [.. cases.Select(c => new NewHandedOverCase(c.Id.Value, c.Report))]), default));

    private Task<Result<IReadOnlyList<HandedOver>>> OfCase(Actor actor, SignalId id) =>
        World.Do<WorkHandovers, Result<IReadOnlyList<HandedOver>>>(work => work.OfCaseAsync(actor, id, default));

    private static IEnumerable<string> Fields(Result<int> result) => result.Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field);
}
