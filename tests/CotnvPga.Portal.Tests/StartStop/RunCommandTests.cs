using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace CotnvPga.Portal.Tests.StartStop;

/// <summary>What <c>./run</c> promises: it serves, keeps or renews the data, and leaves nothing behind, however it ends.</summary>
[Trait("Category", "Lang")]
public sealed class RunCommandTests(FreshClone clone) : IClassFixture<FreshClone>
{
    private static readonly double[] Moments = [0.1, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7];

    [Fact]
    public async Task Run_SecondTime_KeepsTheData_AndFreshRenewsThem()
    {
        var first = await PasswordsOfAsync();
        var second = await PasswordsOfAsync();
        var fresh = await PasswordsOfAsync("--fresh");

        second.ShouldBe(first);
        fresh.ShouldNotBe(first);
    }

    [Fact]
    public async Task Run_WhileAnotherServes_Refuses()
    {
        using var one = clone.Start();
        await FreshClone.ServingAsync(one);
        using var other = clone.Start();
        await other.WaitForExitAsync();
        using var http = new HttpClient();
        var health = await http.GetAsync(new Uri($"http://localhost:{clone.Port}/health/ready"));
        await FreshClone.SignalAsync(one, "TERM");

        other.ExitCode.ShouldBe(1);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await clone.LeftBehindAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_PortalCrashes_StopsTheDatabaseAndFails()
    {
        using var run = clone.Start();
        await FreshClone.ServingAsync(run);
        using var portal = Process.GetProcessById(int.Parse(await File.ReadAllTextAsync(Path.Combine(clone.Folder, ".run/portaal.pid")), CultureInfo.InvariantCulture));
        portal.Kill();
        await run.WaitForExitAsync();

        run.ExitCode.ShouldBe(1);
        (await clone.LeftBehindAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task Run_StoppedAtAnyMomentOfStartingUp_LeavesNoProcess_AndStartsAgain(string signal)
    {
        foreach (var moment in Moments)
        {
            using var run = clone.Start();
            await Task.Delay(TimeSpan.FromSeconds(moment));
            await FreshClone.SignalAsync(run, signal);
            (await clone.LeftBehindAsync()).ShouldBeEmpty($"{signal} after {moment} s");
        }
        await PasswordsOfAsync();
    }

    private async Task<string> PasswordsOfAsync(params string[] arguments)
    {
        using var run = clone.Start(arguments);
        await FreshClone.ServingAsync(run);
        var passwords = await File.ReadAllTextAsync(Path.Combine(clone.Folder, ".run/demo.json"));
        (await FreshClone.SignalAsync(run, "TERM")).ShouldBe(0);
        (await clone.LeftBehindAsync()).ShouldBeEmpty();
        return passwords;
    }
}
