using System.Globalization;
using CotnvPga.Identity.Demo;
using Npgsql;

namespace CotnvPga.Faults.Cluster;

/// <summary>A cluster that <c>deploy/cluster start</c> made: where its processes and doors are.</summary>
internal sealed class ClusterFolder
{
    private readonly string _folder;
    private readonly string _server;
    private readonly int _base;
    private readonly Dictionary<string, string> _passwords;

    public ClusterFolder(string folder)
    {
        _folder = Path.GetFullPath(folder);
        _server = File.ReadAllText(Path.Combine(_folder, "server")).Trim();
        _base = int.Parse(File.ReadAllText(Path.Combine(_folder, "poort")), CultureInfo.InvariantCulture);
        _passwords = File.ReadAllText(Path.Combine(_folder, "wachtwoorden")).Trim().Split(' ').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);
    }

    public static int[] Nodes { get; } = [1, 2];

    /// <summary>Where people come in.</summary>
    public Uri Front => new($"http://localhost:{_base}/");

    /// <summary>The demo that runs here, to ask tokens of.</summary>
    public DemoInstance Demo => new(Front, Path.Combine(_folder, "sleutels"));

    /// <summary>The passwords of the demo accounts.</summary>
    public string PasswordFile => Path.Combine(_folder, DemoAccounts.PasswordFile);

    public Uri Portal(int node) => new($"http://127.0.0.1:{_base + node}/");

    public Uri Patroni(int node) => new($"http://127.0.0.1:{_base + 9 + node}/");

    /// <summary>As the superuser, through the door that leads to the primary; for looking, past every policy.</summary>
    public string PrimaryConnection => Connection(_base + 5, "Pooling=false");

    /// <summary>As the superuser, to one node.</summary>
    public string NodeConnection(int node) => Connection(_base + 7 + node, "Pooling=false;Timeout=1;Command Timeout=1;Cancellation Timeout=-1");

    public string DataOf(int node) => Path.Combine(_server, $"node{node}", "data");

    /// <summary>The file that says how far the clock of a portal is moved.</summary>
    public string ClockOf(int node) => Path.Combine(_folder, $"klok{node}");

    public string RunOf(string name) => Path.Combine(_folder, "run", name);

    /// <summary>The process with this name; null when it does not run.</summary>
    public int? Pid(string name) => Read(RunOf(name + ".pid"));

    /// <summary>What starts it again when it ends.</summary>
    public int? Keeper(string name) => Read(RunOf(name + ".keep"));

    /// <summary>The database server of a node; null when it does not run.</summary>
    public int? Postmaster(int node)
    {
        var file = Path.Combine(DataOf(node), "postmaster.pid");
        return File.Exists(file) && File.ReadLines(file).FirstOrDefault() is { } line && int.TryParse(line, CultureInfo.InvariantCulture, out var pid) && Directory.Exists($"/proc/{pid}") ? pid : null;
    }

    private static int? Read(string file)
    {
        try
        {
            return int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var pid) && Directory.Exists($"/proc/{pid}") ? pid : null;
        }
        catch (IOException)
        {
            return null; // It has just ended.
        }
    }

    private string Connection(int port, string rest) => new NpgsqlConnectionStringBuilder(rest)
    {
        Host = "127.0.0.1",
        Port = port,
        Database = "cotnvpga",
        Username = "pga_beheer",
        Password = _passwords["beheer"],
    }.ConnectionString;
}
