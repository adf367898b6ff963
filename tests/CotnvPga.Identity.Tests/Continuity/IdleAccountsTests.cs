using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Continuity;
using CotnvPga.Identity.Demo;
using Npgsql;

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
        (await IsWarned(Silent)).ShouldBeFalse();

        await PassAsync(1);
        (await IsWarned(Silent)).ShouldBeTrue();
        using var browser = demo.Portal.Browser();
        (await DemoPortal.LogInAsync(browser, "om.polderdam", "/werkvoorraad")).EnsureSuccessStatusCode();

        await PassAsync(13);
        (await IsWarned(Busy)).ShouldBeFalse("who logs in begins again");
        (await MembershipsOf(Silent)).ShouldBe(1, "warned fourteen days before, not thirteen");

        await PassAsync(1);
        (await MembershipsOf(Silent)).ShouldBe(0);
        (await MembershipsOf(Busy)).ShouldBe(1);
        (await IsWarned(Silent)).ShouldBeFalse();
    }

    private async Task PassAsync(int days)
    {
        demo.Portal.Clock.Advance(TimeSpan.FromDays(days));
        // Two at once, beside the portal's own job: what counts is what they leave.
        var runs = await Task.WhenAll(RunAsync(), RunAsync());
        runs.SelectMany(r => r.Warned).ShouldBeUnique();
    }

    private Task<IdleOutcome> RunAsync() => demo.WithAsync<IdleAccounts, IdleOutcome>(idle => idle.RunAsync(default));

    private async Task<bool> IsWarned(AccountId account)
    {
        await using var source = NpgsqlDataSource.Create(demo.Database.AppConnection);
        await using var command = source.CreateCommand("select exists (select from identiteit.stilte where account_id = $1)");
        command.Parameters.Add(new() { Value = account.Value });
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private async Task<int> MembershipsOf(AccountId account) =>
        (await demo.WithAsync<IActors, Actor?>(actors => actors.FindAsync(account, default)))!.Memberships.Count;
}
