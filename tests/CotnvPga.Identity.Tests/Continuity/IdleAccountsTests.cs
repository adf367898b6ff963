using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Continuity;
using CotnvPga.Identity.Demo;

namespace CotnvPga.Identity.Tests.Continuity;

/// <summary>An account that nobody uses ends by itself, never without a warning the full term before. Terms: 90 days, warned 14 days before.</summary>
public sealed class IdleAccountsTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private static readonly AccountId Silent = DemoWorld.Person("rvdk.polderdam").Account;
    private static readonly AccountId Busy = DemoWorld.Person("om.polderdam").Account;

    [Fact]
    public async Task Who_does_not_log_in_is_warned_and_then_loses_access_and_who_logs_in_keeps_it()
    {
        await PassAsync(75);
        (await RunAsync()).Warned.ShouldBeEmpty();

        await PassAsync(1);
        (await RunAsync()).Warned.ShouldContain(Silent);
        (await RunAsync()).Warned.ShouldBeEmpty("once is enough");
        using var browser = demo.Portal.Browser();
        (await DemoPortal.LogInAsync(browser, "om.polderdam", "/werkvoorraad")).EnsureSuccessStatusCode();

        await PassAsync(13);
        (await RunAsync()).Ended.ShouldBeEmpty();
        await PassAsync(1);
        var last = await RunAsync();
        last.Ended.ShouldContain(Silent);
        last.Ended.ShouldNotContain(Busy);

        (await MembershipsOf(Silent)).ShouldBe(0);
        (await MembershipsOf(Busy)).ShouldBe(1);
    }

    private Task PassAsync(int days)
    {
        demo.Portal.Clock.Advance(TimeSpan.FromDays(days));
        return Task.CompletedTask;
    }

    private Task<IdleOutcome> RunAsync() => demo.WithAsync<IdleAccounts, IdleOutcome>(idle => idle.RunAsync(default));

    private async Task<int> MembershipsOf(AccountId account) =>
        (await demo.WithAsync<IActors, Actor?>(actors => actors.FindAsync(account, default)))!.Memberships.Count;
}
