using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using CotnvPga.Benchmarks.Measuring;
using CotnvPga.Benchmarks.Peers.Law;
using CotnvPga.TestHost;

namespace CotnvPga.Benchmarks.Peers;

/// <summary>Runs the peers that live in Node.js, each in a process of its own, so that one that crashes takes nobody along.</summary>
/// <param name="law">The law.</param>
/// <param name="questions">The questions, for all peers the same.</param>
/// <param name="expected">What the engine answered.</param>
/// <param name="round">How long a round lasts about.</param>
/// <param name="atLeast">How many questions a form is asked at least, however slow it is.</param>
internal sealed class NodePeers(LawForPeers law, IReadOnlyList<PeerQuestion> questions, bool[] expected, TimeSpan round, int atLeast)
{
    private const int Attempts = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static readonly string Folder = Repository.PathOf("tests/CotnvPga.Benchmarks/Peers");

    /// <summary>Installs the packages when they are not there yet; says why when that fails.</summary>
    public static string? Install()
    {
        // Not "npm ci": the lock file has no entries for the optional binaries of platforms that we could not get.
        var lockFile = Path.Combine(Folder, "package-lock.json");
        var installed = Path.Combine(Folder, "node_modules", ".package-lock.json");
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(lockFile))
            return null;
        var (code, _, error) = Execute("npm", ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", Folder]);
        return code == 0 ? null : $"npm install: {LastLine(error)}";
    }

    /// <summary>Asks a peer everything, in each of its forms.</summary>
    public IReadOnlyList<PeerRun> Ask(INodePeer peer)
    {
        var name = $"{peer.Name} {VersionOf(peer.Name)}";
        var file = Path.Combine(Path.GetTempPath(), $"cotnvpga-{Guid.NewGuid():n}.json");
        try
        {
            File.WriteAllText(file, Input(peer).ToJsonString());
            var failure = "";
            for (var attempt = 1; attempt <= Attempts; attempt++)
            {
                var (code, output, error) = Execute("node", [Path.Combine(Folder, peer.Script), file]);
                var runs = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Read(name, line)).ToList();
                if (code == 0)
                    return runs;
                // Cedar's wasm now and then aborts Node.js 20 itself; what it had measured before is not used.
                failure = $"gestopt met code {code} na {runs.Count} vormen, poging {attempt}: {LastLine(error)}";
            }
            return [PeerRun.Failed(name, failure)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private JsonObject Input(INodePeer peer)
    {
        var input = new JsonObject
        {
            ["roundMs"] = round.TotalMilliseconds,
            ["atLeast"] = atLeast,
            ["questions"] = new JsonArray([.. questions.Select(q => (JsonNode)new JsonObject
            {
                ["attributes"] = new JsonObject(law.Attributes.Select(a => KeyValuePair.Create(a, (JsonNode?)q.Attributes[a]))),
                ["circumstances"] = new JsonArray([.. q.Circumstances.Select(c => (JsonNode)c)]),
            })]),
        };
        peer.Write(input, law, questions);
        return input;
    }

    private PeerRun Read(string name, string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        var answers = root.GetProperty("answers").GetString()!;
        var differences = answers.Where((answer, i) => (answer == '1') != expected[i]).Count();
        var measured = Measured.Of(root.GetProperty("nanoseconds").EnumerateArray().Select(n => n.GetDouble()));
        return new PeerRun(name, root.GetProperty("form").GetString()!, root.GetProperty("policies").GetInt32(), measured, answers.Length, differences);
    }

    private static string VersionOf(string package)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "package.json")));
        return document.RootElement.GetProperty("dependencies").GetProperty(package).GetString()!;
    }

    private static (int Code, string Output, string Error) Execute(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                return (-1, "", $"niet klaar binnen {Patience.TotalMinutes:F0} minuten");
            }
            return (process.ExitCode, output.Result, error.Result);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, "", $"{program} is hier niet te starten: {missing.Message}");
        }
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(l => l.Contains("rror", StringComparison.Ordinal))
        ?? text.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "zonder melding";
}
