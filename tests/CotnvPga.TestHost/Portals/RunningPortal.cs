using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CotnvPga.Identity.Demo;
using CotnvPga.TestHost.Databases;

namespace CotnvPga.TestHost.Portals;

/// <summary>The portal as its own process on a free port, as <c>./run</c> starts it: for what needs a real browser or a real server.</summary>
public sealed class RunningPortal : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly StringBuilder _log;
    private readonly string _keys;

    private RunningPortal(Process process, StringBuilder log, string keys, TestDatabase database, Uri address) =>
        (_process, _log, _keys, Database, Address) = (process, log, keys, database, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Its database, with the people of the demo and no cases.</summary>
    public TestDatabase Database { get; }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It stopped, or was not ready in a minute; with what it said.</exception>
    public static async Task<RunningPortal> StartAsync() => await StartAsync(await PortalFixture.DatabaseAsync());

    /// <summary>The same, in a town in which everything happened that the demo tells of.</summary>
    public static async Task<RunningPortal> StartWithStoriesAsync() => await StartAsync(await PortalFixture.DatabaseWithStoriesAsync());

    private static async Task<RunningPortal> StartAsync(TestDatabase database)
    {
        var address = new Uri($"http://localhost:{FreePort()}");
        var keys = TestKeys.NewFolder();
        var log = new StringBuilder();
        var process = Process.Start(Command(database, address, keys)) ?? throw new InvalidOperationException("dotnet cannot be started.");
        process.OutputDataReceived += (_, line) => log.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => log.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var portal = new RunningPortal(process, log, keys, database, address);
        await portal.WaitUntilReadyAsync();
        return portal;
    }

    /// <summary>An access token of a demo account, asked for as the command line does.</summary>
    /// <exception cref="InvalidOperationException">The portal gives none.</exception>
    public async Task<string> TokenAsync(string userName, string scope)
    {
        using var http = new HttpClient();
        var token = await new DemoTokens(http, TimeProvider.System).AskAsync(new DemoInstance(Address, _keys), userName, [scope], default);
        return token.IsDone ? token.Value : throw new InvalidOperationException(token.Refusal.Message);
    }

    /// <summary>Changes the database as somebody with all rights would.</summary>
    public async Task ExecuteAsync(string sql) => await (await PostgresServer.StartedAsync()).ExecuteAsync(Database.Name, sql);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        await Database.DisposeAsync();
        Directory.Delete(_keys, recursive: true);
    }

    private static ProcessStartInfo Command(TestDatabase database, Uri address, string keys)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var portal = Repository.PathOf("src/CotnvPga.Portal");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(portal, "bin", configuration, "net10.0", "CotnvPga.Portal.dll")])
        {
            WorkingDirectory = portal,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in new (string, string)[]
        {
            ("ASPNETCORE_URLS", address.AbsoluteUri),
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("ConnectionStrings__Portaal", database.AppConnection),
            ("ConnectionStrings__Taken", database.JobConnection),
            ("Pga__Demo", "true"),
            ("Pga__Sleutels", keys),
            ("Pga__Convenant", Repository.PathOf("convenant")),
        })
        {
            start.Environment[name] = value;
        }
        return start;
    }

    private async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience && !_process.HasExited; await Task.Delay(100))
        {
            try
            {
                if ((await http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }
        }
        var said = _log.ToString();
        await DisposeAsync();
        throw new InvalidOperationException($"The portal is not ready:\n{said}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
