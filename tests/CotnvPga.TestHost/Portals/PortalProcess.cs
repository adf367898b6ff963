using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CotnvPga.TestHost.Databases;

namespace CotnvPga.TestHost.Portals;

/// <summary>The portal as a process of its own, so that it can be killed as a power cut would.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly StringBuilder _said = new();
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

    /// <summary>All that it said since it was started.</summary>
    public string Output
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="settings">Further settings, as environment variables.</param>
    /// <exception cref="TimeoutException">It was not ready within two minutes.</exception>
    public async Task StartAsync(params (string Name, string Value)[] settings)
    {
        var program = typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = Repository.PathOf("src/CotnvPga.Portal"), RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(program);
        foreach (var (name, value) in new (string Name, string Value)[]
        {
            ("ConnectionStrings__Portaal", _database.AppConnection), ("ConnectionStrings__Taken", _database.JobConnection), ("Pga__Demo", "true"), ("Pga__Sleutels", KeysFolder),
            ("Pga__Convenant", Repository.PathOf("convenant")), ("ASPNETCORE_URLS", Address.AbsoluteUri.TrimEnd('/')), ("Logging__LogLevel__Default", "Warning"),
        }.Concat(settings))
        {
            start.Environment[name] = value;
        }
        _process = Process.Start(start) ?? throw new InvalidOperationException("The portal does not start.");
        _said.Clear();
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
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

    /// <summary>Breaks it off as a fault inside it would (SIGABRT), for which a system may write its memory to a disk; gives its process id.</summary>
    public async Task<int> BreakOffAsync()
    {
        var id = _process!.Id;
        // The runtime keeps the first one for itself, to write a dump if it was told to.
        while (!_process.HasExited)
        {
            using var signal = Process.Start("kill", ["-ABRT", $"{id}"]);
            await signal.WaitForExitAsync();
            await Task.Delay(200);
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
        return id;
    }

    /// <summary>Ends it without warning (SIGKILL).</summary>
    public void Kill()
    {
        _process!.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    private void Keep(string? line)
    {
        lock (_said)
            _said.AppendLine(line);
    }

    public ValueTask DisposeAsync()
    {
        if (_process is not null)
            Kill();
        Directory.Delete(KeysFolder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
