using CotnvPga.Data.Oversight;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using NodaTime;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Oversight;

/// <summary>The register of breaches (besluit-pga:5, avg:33): kept by the mayor's people, read by the officer, of their own municipality and nobody else's.</summary>
public sealed class BreachTests : CaseTest
{
    private static readonly Instant Yesterday = SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(24);

    [Fact]
    public async Task A_breach_has_a_number_and_a_last_moment_to_report_it()
    {
        var fg = CaseWorld.Person(Party.Fg, "9901", "fg");
        Done(await Add(Table.Burgemeester));
        var second = Done(await Add(Table.Plaatsvervanger));
        Done(await World.Do<BreachRegister, Result<Guid>>(r => r.AddLineAsync(Table.Burgemeester, second, new NewBreachLine("niet_gemeld_ap", "Geen risico."), default)));
        var register = Done(await World.Do<BreachRegister, Result<IReadOnlyList<Breach>>>(r => r.ReadAsync(fg, default)));
        register.Select(b => b.Number).Order().ShouldBe([1, 2]);
        register.ShouldAllBe(b => b.ReportBefore == b.DiscoveredAt + Duration.FromHours(72));
        register.Single(b => b.Id == second).IsReported.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_else_keeps_or_reads_it_and_the_database_refuses_too()
    {
        var breach = Done(await Add(Table.Burgemeester));
        (await Add(Table.Om)).Refusal.ShouldBeOfType<NotAllowed>();
        (await Add(CaseWorld.Person(Party.Burgemeester, "9901", "procesregisseur"))).Refusal.ShouldBeOfType<NotAllowed>("it is a task of some roles");
        var elsewhere = CaseWorld.Person(Party.Burgemeester, "9902", "coordinator");
        Done(await World.Do<BreachRegister, Result<IReadOnlyList<Breach>>>(r => r.ReadAsync(elsewhere, default))).ShouldBeEmpty();
        (await World.Do<BreachRegister, Result<Guid>>(r => r.AddLineAsync(elsewhere, breach, new NewBreachLine("afgerond", "Klaar."), default))).Refusal.ShouldBeOfType<NotKnown>();
        (await AsPortal("select count(*) from toezicht.datalek")).ShouldBe(0L);
    }

    private Task<Result<Guid>> Add(Actor actor) => World.Do<BreachRegister, Result<Guid>>(r => r.AddAsync(
        actor, new NewBreach(null, "verloren", Yesterday, "Een map bleef in de trein liggen.", "Iemand kan haar lezen.", null), default));
}
