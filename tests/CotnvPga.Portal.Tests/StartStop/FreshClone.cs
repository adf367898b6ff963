using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CotnvPga.TestHost;

namespace CotnvPga.Portal.Tests.StartStop;

/// <summary>A clone of this repository in a folder of its own, as a stranger would make it, with what is committed.</summary>
public sealed class FreshClone : IAsyncLifetime
{
    /// <summary>Where the clone stands.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"cotnvpga-kloon-{Guid.NewGuid():n}");

    /// <summary>A port that nobody listened on a moment ago.</summary>
    public int Port { get; } = FreePort();

    /// <summary>Starts <c>./run</c> in the clone.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Folder, "run"), arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            Environment = { ["PORT"] = $"{Port}" },
        };
        return Process.Start(start)!;
    }

    /// <summary>Reads what <c>./run</c> says until it serves.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public static async Task ServingAsync(Process run)
    {
        var said = new List<string>();
        while (await run.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.StartsWith("Stoppen: Ctrl-C", StringComparison.Ordinal))
                return;
        }
        throw new InvalidOperationException($"./run ended. {string.Join('\n', said)}");
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    public static async Task<int> SignalAsync(Process run, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{run.Id}"]);
        await kill.WaitForExitAsync();
        await run.WaitForExitAsync();
        return run.ExitCode;
    }

    /// <summary>The processes that were started from this clone and are still there after a few seconds.</summary>
    public async Task<IReadOnlyList<string>> LeftBehindAsync()
    {
        for (var tries = 0; tries < 50 && Running().Count > 0; tries++)
            await Task.Delay(200);
        return Running();
    }

    public async Task InitializeAsync()
    {
        using var clone = Process.Start("git", ["clone", "--quiet", Repository.Root, Folder]);
        await clone.WaitForExitAsync();
        clone.ExitCode.ShouldBe(0);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    private List<string> Running() =>
    [
        .. Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Select(CommandLine)
            .Where(line => line.Contains(Folder, StringComparison.Ordinal)),
    ];

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (IOException)
        {
            return ""; // ended while we looked
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
