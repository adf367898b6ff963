using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CotnvPga.TestHost.Databases;

namespace CotnvPga.TestHost.Portals;

/// <summary>The portal as a process of its own, so that it can be killed as a power cut would.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private Process? _process;

    public PortalProcess(TestDatabase database)
    {
        _database = database;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = new Uri($"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}/");
    }

    public Uri Address { get; }

    public string KeysFolder { get; } = TestKeys.NewFolder();

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <exception cref="TimeoutException">It was not ready within two minutes.</exception>
    public async Task StartAsync()
    {
        var program = typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Repository.PathOf("src/CotnvPga.Portal"), RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(program);
        foreach (var (name, value) in new[]
        {
            ("ConnectionStrings__Portaal", _database.AppConnection), ("ConnectionStrings__Taken", _database.JobConnection), ("Pga__Demo", "true"), ("Pga__Sleutels", KeysFolder),
            ("Pga__Convenant", Repository.PathOf("convenant")), ("ASPNETCORE_URLS", Address.AbsoluteUri.TrimEnd('/')), ("Logging__LogLevel__Default", "Warning"),
        })
        {
            start.Environment[name] = value;
        }
        _process = Process.Start(start) ?? throw new InvalidOperationException("The portal does not start.");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        var deadline = Stopwatch.StartNew();
        while (deadline.Elapsed < TimeSpan.FromMinutes(2))
        {
            try
            {
                if ((await http.GetAsync("/health/ready")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("The portal was not ready within two minutes.");
    }

    /// <summary>Ends it without warning (SIGKILL).</summary>
    public void Kill()
    {
        _process!.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public ValueTask DisposeAsync()
    {
        if (_process is not null)
            Kill();
        Directory.Delete(KeysFolder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
