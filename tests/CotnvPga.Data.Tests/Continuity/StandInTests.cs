using CotnvPga.Data.Oversight;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Continuity;

/// <summary>Who stands in for a colleague leaves both names: in the log of what was seen and with each step.</summary>
public sealed class StandInTests : CaseTest
{
    [Fact]
    public async Task The_log_and_the_steps_have_both_names_for_the_own_party_and_for_nobody_else()
    {
        var deputy = StandIn(Table.Plaatsvervanger, Table.Burgemeester);
        var id = await Table.InRegistration(Item("waarneming", "Iets gezien."));
        Done(await Table.Take(deputy, id, "in_weging"));
        Done(await Table.Open(deputy, id));

        var line = Done(await Log(Table.Burgemeester, id)).First(l => l.Account == deputy.Account.Value && l.Item is not null);
        (line.StandIn!.Name, line.StandIn.For, line.StandIn.ForAccount).ShouldBe((deputy.DisplayName, Table.Burgemeester.DisplayName, Table.Burgemeester.Account));
        Done(await Log(Table.Burgemeester, id)).Where(l => l.Account == Table.Burgemeester.Account.Value).ShouldAllBe(l => l.StandIn == null);
        Done(await Steps(Table.Burgemeester, id)).Single(s => s.Code == "in_weging").StandIn!.For.ShouldBe(Table.Burgemeester.DisplayName);
        Done(await Steps(Table.Politie, id)).ShouldAllBe(s => s.StandIn == null);
        (await AsSuperuser($"select count(*) from zaak.logboek where account = '{deputy.Account}' and vervangt is distinct from '{Table.Burgemeester.Account}'")).ShouldBe(0L, "every kind of line has it");
    }

    private Actor StandIn(Actor deputy, Actor replaced)
    {
        var standing = deputy with { DisplayName = "Dee de Plaats", Memberships = [deputy.Memberships[0] with { DeputyFor = replaced.Account }] };
        World.Colleagues.Add(standing);
        return standing;
    }

    private Task<Result<IReadOnlyList<LogLine>>> Log(Actor actor, SignalId id) => World.Do<Logbook, Result<IReadOnlyList<LogLine>>>(log => log.ReadAsync(actor, id, null, default));

    private Task<Result<IReadOnlyList<TakenStep>>> Steps(Actor actor, SignalId id) => World.Do<StepHistory, Result<IReadOnlyList<TakenStep>>>(history => history.ReadAsync(actor, id, default));
}
