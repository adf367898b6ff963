using CotnvPga.Benchmarks.Measuring;
using CotnvPga.Benchmarks.Peers.Law;
using RulesEngine.Models;

namespace CotnvPga.Benchmarks.Peers.RulesEngine;

/// <summary>Microsoft RulesEngine, in this process.</summary>
internal sealed class RulesEnginePeer(LawForPeers law, IReadOnlyList<PeerQuestion> questions, bool[] expected)
{
    private const int MostQuestions = 2048;

    /// <summary>Asks it, and says why when it cannot be asked.</summary>
    public PeerRun Ask(Rounds rounds)
    {
        var workflow = new LawWorkflow(law);
        var engine = new global::RulesEngine.RulesEngine([workflow.Workflow()], new ReSettings { EnableExceptionAsErrorMessage = false, EnableFormattedErrorMessage = false });
        RuleParameter[] asked = [.. questions.Take(MostQuestions).Select(q => new RuleParameter(LawWorkflow.Parameter, workflow.FactsOf(q)))];
        var name = $"RulesEngine {typeof(global::RulesEngine.RulesEngine).Assembly.GetName().Version!.ToString(3)}";
        try
        {
            var differences = asked.Where((q, i) => Allows(engine, workflow, q) != expected[i]).Count();
            var measured = rounds.Of(asked.Length, () => asked.LongCount(q => Allows(engine, workflow, q)));
            return new PeerRun(name, "ExecuteAllRulesAsync, lambda's over bits", law.Rules.Count, measured, asked.Length, differences);
        }
        catch (global::RulesEngine.Exceptions.RuleException fault)
        {
            return PeerRun.Failed(name, fault.Message);
        }
    }

    private static bool Allows(global::RulesEngine.RulesEngine engine, LawWorkflow workflow, RuleParameter question)
    {
        var opened = false;
        foreach (var result in engine.ExecuteAllRulesAsync(LawWorkflow.Name, question).AsTask().GetAwaiter().GetResult())
        {
            if (!result.IsSuccess)
                continue;
            if (!workflow.Allows[result.Rule.RuleName])
                return false;
            opened = true;
        }
        return opened;
    }
}
