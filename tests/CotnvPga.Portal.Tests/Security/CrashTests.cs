using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using CotnvPga.Identity.Demo;
using CotnvPga.TestHost;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Security;

/// <summary>A portal that breaks off, run as the unit runs it (docs/deployment.md): its memory is not written to a disk, and its last words tell nothing.</summary>
[Trait("Category", "Lang")]
public sealed class CrashTests
{
    [Fact]
    public async Task A_portal_that_breaks_off_leaves_nothing_of_what_people_typed()
    {
        var began = DateTime.UtcNow.AddSeconds(-1);
        var secret = $"Kanarie-{Guid.NewGuid():N}";
        await using var fixture = await PortalFixture.StartAsync();
        await using var portal = new PortalProcess(fixture.Database);
        // Of the unit: DOTNET_EnableDiagnostics=0. Its LimitCORE=0 is that of this process: the tests are started with it, or the file is found below.
        await portal.StartAsync(("DOTNET_EnableDiagnostics", "0"), ("Logging__LogLevel__Default", "Information"));
        using var http = new HttpClient { BaseAddress = portal.Address };
        var token = await new DemoTokens(http, TimeProvider.System).AskAsync(new DemoInstance(portal.Address, portal.KeysFolder), "coordinator.voorbeeldstad", ["api"], default);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        var answer = await http.PostAsJsonAsync("/api/v1/signalen", new { gemeente = "9901", aanleiding = secret, gegevens = new[] { new { veld = "waarneming", waarde = secret, noodzaak = secret } } });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);

        var id = await portal.BreakOffAsync();

        portal.Output.ShouldNotContain(secret);
        portal.Output.ShouldNotContain(token.Value!);
        Written(began, id).ShouldBeEmpty("memory was written to a disk");
    }

    // Where a kernel, the runtime or a shell puts what was in memory.
    private static IEnumerable<string> Written(DateTime since, int id) =>
        from folder in new[] { Repository.PathOf("src/CotnvPga.Portal"), Repository.Root, AppContext.BaseDirectory, Path.GetTempPath(), "/var/crash", "/var/lib/systemd/coredump" }
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder)
        let name = Path.GetFileName(file)
        where name == "core" ? File.GetLastWriteTimeUtc(file) >= since : (name.StartsWith("core", StringComparison.Ordinal) || name.Contains("dump", StringComparison.OrdinalIgnoreCase)) && name.Contains($"{id}", StringComparison.Ordinal)
        select file;
}
