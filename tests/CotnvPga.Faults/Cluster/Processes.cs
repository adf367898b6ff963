using System.Globalization;
using System.Runtime.InteropServices;

namespace CotnvPga.Faults.Cluster;

/// <summary>Signals to processes.</summary>
internal static partial class Processes
{
    private const double TicksPerSecond = 100;
    private const int SigKill = 9;
    private const int SigCont = 18;
    private const int SigStop = 19;

    /// <summary>As a power cut would end it.</summary>
    public static void Kill(int pid) => _ = Send(pid, SigKill);

    /// <summary>It does nothing until <see cref="Continue"/>, and knows nothing of it.</summary>
    public static void Stop(int pid) => _ = Send(pid, SigStop);

    public static void Continue(int pid) => _ = Send(pid, SigCont);

    /// <summary>A process and everything below it.</summary>
    public static List<int> Tree(int pid)
    {
        var parents = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Select(name => int.TryParse(name, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0).Select(id => (Id: id, Parent: ParentOf(id))).ToLookup(p => p.Parent, p => p.Id);
        var found = new List<int> { pid };
        for (var i = 0; i < found.Count; i++)
            found.AddRange(parents[found[i]]);
        return found;
    }

    /// <summary>Processor time that a process and all below it have used, what has ended below it included.</summary>
    public static TimeSpan ProcessorTime(int? pid) =>
        pid is null ? TimeSpan.Zero : TimeSpan.FromSeconds(Tree(pid.Value).Sum(TicksOf) / TicksPerSecond);

    /// <summary>Memory that is really in use, in MiB.</summary>
    public static double? Memory(int? pid)
    {
        try
        {
            var line = pid is null ? null : File.ReadLines($"/proc/{pid}/status").FirstOrDefault(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
            return line is null ? null : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return null; // It has just ended.
        }
    }

    private static int ParentOf(int pid) => StatOf(pid) is [_, var parent, ..] ? int.Parse(parent, CultureInfo.InvariantCulture) : 0;

    // In user and in system mode, of itself and of what has ended below it.
    private static double TicksOf(int pid) => StatOf(pid) is { Length: > 14 } stat ? stat[11..15].Sum(t => double.Parse(t, CultureInfo.InvariantCulture)) : 0;

    /// <summary>What the kernel tells of a process, from its state on; empty when it has ended.</summary>
    private static string[] StatOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            // The name stands between brackets and can hold anything.
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return []; // It has just ended.
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int pid, int signal);
}
