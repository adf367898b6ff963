using CotnvPga.Convenant.Process;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Domain.Tests.Steps;

/// <summary>The state machine against a second reading of the process data: every phase, every step, every set of the facts it names.</summary>
public sealed class LifecycleTests
{
    private static readonly ProcessModel Process = Rules.Convenant.Process;
    private readonly SignalLifecycle _lifecycle = new(Process);

    [Fact]
    public void The_machine_goes_where_the_process_data_say_for_every_set_of_facts()
    {
        var tried = 0;
        foreach (var step in Process.Steps)
        {
            var named = step.Needs.Concat(step.Outcomes.SelectMany(o => o.When)).Distinct().ToArray();
            foreach (var phase in Enum.GetValues<Phase>())
            {
                for (var set = 0; set < 1 << named.Length; set++)
                {
                    var facts = named.Where((_, i) => (set & (1 << i)) != 0).ToHashSet();
                    _lifecycle.Fire(step, phase, facts).ShouldBe(Expected(step, phase, facts), $"{step.Code} in {phase} with {string.Join(", ", facts)}");
                    tried++;
                }
            }
        }
        tried.ShouldBeGreaterThan(500);
    }

    [Fact]
    public void What_is_missing_is_empty_exactly_when_the_step_can_be_taken()
    {
        foreach (var step in Process.Steps)
        {
            var named = step.Needs.Concat(step.Outcomes.SelectMany(o => o.When)).Distinct().ToArray();
            for (var set = 0; set < 1 << named.Length; set++)
            {
                var facts = named.Where((_, i) => (set & (1 << i)) != 0).ToHashSet();
                var can = _lifecycle.Fire(step, Codes.Known<Phase>(step.From.First()), facts) is not null;
                (SignalLifecycle.Missing(step, facts).Count == 0).ShouldBe(can, $"{step.Code}: {string.Join(", ", facts)}");
            }
        }
    }

    [Fact]
    public void No_step_leads_from_the_weighing_to_the_table_without_the_gathering() =>
        Process.Steps.Where(s => s.From.Contains("weging")).SelectMany(s => s.Outcomes).Select(o => o.Phase).ShouldNotContain("casusoverleg");

    [Fact]
    public void Nothing_leads_out_of_destruction() => Process.Steps.ShouldAllBe(s => !s.From.Contains("vernietigd"));

    [Fact]
    public void Every_phase_can_be_reached_and_ends_in_destruction()
    {
        var edges = Process.Steps.SelectMany(s => s.From.SelectMany(f => s.Outcomes.Select(o => (From: f, To: o.Phase)))).ToHashSet();
        var reached = Close([.. Process.Starts.Select(s => s.Phase)], p => edges.Where(e => e.From == p).Select(e => e.To));
        reached.Order().ShouldBe(Codes.All<Phase>().Order());
        Close(["vernietigd"], p => edges.Where(e => e.To == p).Select(e => e.From)).Order().ShouldBe(Codes.All<Phase>().Order());
    }

    private static Phase? Expected(StepDefinition step, Phase phase, HashSet<string> facts)
    {
        if (!step.From.Contains(phase.Code()) || step.Needs.Any(n => !facts.Contains(n)))
            return null;
        if (step.Outcomes.Count == 0)
            return phase;
        foreach (var outcome in step.Outcomes)
        {
            if (outcome.When.All(facts.Contains))
                return Codes.Known<Phase>(outcome.Phase);
        }
        return null;
    }

    private static HashSet<string> Close(HashSet<string> known, Func<string, IEnumerable<string>> next)
    {
        for (var frontier = new Queue<string>(known); frontier.TryDequeue(out var phase);)
        {
            foreach (var one in next(phase).Where(known.Add))
                frontier.Enqueue(one);
        }
        return known;
    }
}
