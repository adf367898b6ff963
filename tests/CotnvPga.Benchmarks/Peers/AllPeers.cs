using CotnvPga.Benchmarks.Measuring;
using CotnvPga.Benchmarks.Peers.Casbin;
using CotnvPga.Benchmarks.Peers.Cedar;
using CotnvPga.Benchmarks.Peers.JsonRulesEngine;
using CotnvPga.Benchmarks.Peers.Law;
using CotnvPga.Benchmarks.Peers.RulesEngine;
using CotnvPga.Benchmarks.Peers.Zen;
using CotnvPga.Benchmarks.Questions;
using CotnvPga.Benchmarks.Reporting;
using CotnvPga.Convenant;

namespace CotnvPga.Benchmarks.Peers;

/// <summary>Everyone beside us, on the same questions.</summary>
internal sealed class AllPeers
{
    private static readonly INodePeer[] InNode = [new CedarPeer(), new CasbinPeer(), new ZenPeer(), new JsonRulesPeer()];

    private readonly Rounds _rounds;
    private readonly RulesEnginePeer _rulesEngine;
    private readonly NodePeers _node;
    private readonly List<PeerRun> _runs = [];

    public AllPeers(CompiledConvenant convenant, QuestionSet set, Rounds rounds, bool quick)
    {
        var law = new LawForPeers(convenant, QuestionMix.Day);
        var questions = set.Questions.Select(q => PeerQuestion.Of(q, law)).ToList();
        _rounds = rounds;
        _rulesEngine = new RulesEnginePeer(law, questions, set.Expected);
        _node = new NodePeers(law, questions, set.Expected, TimeSpan.FromMilliseconds(quick ? 100 : 1000), atLeast: quick ? 50 : 500);
    }

    /// <summary>The fastest form of a peer, in nanoseconds; null when none of them ran.</summary>
    public double? BestOf(string peer) =>
        _runs.Where(r => r.Measured is not null && r.Peer.Contains(peer, StringComparison.OrdinalIgnoreCase)).Min(r => r.Measured?.Nanoseconds);

    public IEnumerable<Line> Measure() => Ask().Select(ToLine);

    private IEnumerable<PeerRun> Ask()
    {
        yield return Kept(_rulesEngine.Ask(_rounds));
        var notInstalled = NodePeers.Install();
        foreach (var peer in InNode)
        {
            foreach (var run in notInstalled is null ? _node.Ask(peer) : [PeerRun.Failed(peer.Name, notInstalled)])
                yield return Kept(run);
        }
    }

    private PeerRun Kept(PeerRun run)
    {
        _runs.Add(run);
        return run;
    }

    private static Line ToLine(PeerRun run) => new(run.Form == "" ? run.Peer : $"{run.Peer}: {run.Form}", run.Measured, run.Compared, run.Differences,
        run.Failure ?? $"hoogstens {run.Policies} regels of rijen per vraag");
}
