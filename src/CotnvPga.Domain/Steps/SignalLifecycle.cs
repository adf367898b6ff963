using CotnvPga.Convenant.Process;
using CotnvPga.Domain.Vocabulary;
using Stateless;

namespace CotnvPga.Domain.Steps;

/// <summary>
/// The life of a case as a state machine, built from the process data and from nothing else. The database tests every step again.
/// </summary>
public sealed class SignalLifecycle(ProcessModel process)
{
    private readonly Dictionary<string, StepDefinition> _steps = process.Steps.ToDictionary(s => s.Code, StringComparer.Ordinal);
    private readonly Dictionary<string, StepDefinition> _acts = process.Acts.ToDictionary(s => s.Code, StringComparer.Ordinal);

    private readonly Dictionary<string, RecordDefinition> _records = process.Records.ToDictionary(r => r.Code, StringComparer.Ordinal);

    /// <summary>The process data.</summary>
    public ProcessModel Process => process;

    /// <summary>The kind of record with this code; null when there is none.</summary>
    public RecordDefinition? Record(string? code) => code is null ? null : _records.GetValueOrDefault(code);

    /// <summary>The step, act or kind of record with this code; null when there is none.</summary>
    public StepDefinition? Find(string code) => Step(code) ?? FindAct(code) ?? Record(code)?.Step;

    /// <summary>The step with this code; null when there is none.</summary>
    public StepDefinition? Step(string? code) => code is null ? null : _steps.GetValueOrDefault(code);

    /// <summary>The act beside the steps with this code; null when there is none.</summary>
    public StepDefinition? FindAct(string code) => _acts.GetValueOrDefault(code);

    /// <summary>The act beside the steps with this code, which the code itself names.</summary>
    public StepDefinition Act(string code) => _acts[code];

    /// <summary>The steps that a party with these circumstances may take in a phase, whether or not their facts hold yet.</summary>
    public IEnumerable<StepDefinition> Offered(Phase phase, Party party, IReadOnlySet<string> circumstances) =>
        process.Steps.Where(step => step.Manner != StepManner.Proces && step.From.Contains(phase.Code()) && Belongs(step, party, circumstances));

    /// <summary>Whether a step or act belongs to a party with these circumstances.</summary>
    public static bool Belongs(StepDefinition step, Party party, IReadOnlySet<string> circumstances) =>
        step.Parties.Contains(party.Code()) && (step.AnyOf.Count == 0 || step.AnyOf.Overlaps(circumstances));

    /// <summary>What is missing before the step can be taken: facts by name, in the order of the process data; empty when nothing is.</summary>
    public static IReadOnlyList<string> Missing(StepDefinition step, IReadOnlySet<string> facts)
    {
        var missing = step.Needs.Where(need => !facts.Contains(need)).ToList();
        if (missing.Count == 0 && step.Outcomes.Count > 0 && !step.Outcomes.Any(o => o.When.All(facts.Contains)))
            missing.AddRange(step.Outcomes[0].When.Where(fact => !facts.Contains(fact)).Take(1));
        return missing;
    }

    /// <summary>The phase that the step leads to with these facts; null when the machine does not let it be taken.</summary>
    public Phase? Fire(StepDefinition step, Phase from, IReadOnlySet<string> facts)
    {
        var machine = Machine(from, facts);
        if (!machine.CanFire(step.Code))
            return null;
        machine.Fire(step.Code);
        return machine.State;
    }

    /// <summary>The whole machine, at a phase, with the facts as guards.</summary>
    public StateMachine<Phase, string> Machine(Phase from, IReadOnlySet<string> facts)
    {
        var machine = new StateMachine<Phase, string>(from);
        foreach (var step in process.Steps)
        {
            foreach (var phase in step.From.Select(Codes.Known<Phase>))
                Configure(machine.Configure(phase), step, facts);
        }
        return machine;
    }

    private static void Configure(StateMachine<Phase, string>.StateConfiguration state, StepDefinition step, IReadOnlySet<string> facts)
    {
        bool Ready() => step.Needs.All(facts.Contains);
        if (step.Outcomes.Count == 0)
        {
            state.PermitReentryIf(step.Code, Ready, string.Join(", ", step.Needs));
            return;
        }
        // The first outcome whose facts all hold is the one: each guard also says that no earlier one holds.
        for (var i = 0; i < step.Outcomes.Count; i++)
        {
            var earlier = step.Outcomes.Take(i).ToArray();
            var outcome = step.Outcomes[i];
            state.PermitIf(
                step.Code,
                Codes.Known<Phase>(outcome.Phase),
                () => Ready() && outcome.When.All(facts.Contains) && !earlier.Any(e => e.When.All(facts.Contains)),
                string.Join(", ", step.Needs.Concat(outcome.When)));
        }
    }
}
