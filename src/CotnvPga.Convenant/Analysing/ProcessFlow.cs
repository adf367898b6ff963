using CotnvPga.Convenant.Process;

namespace CotnvPga.Convenant.Analysing;

/// <summary>
/// How far a case can come: every phase that can be reached, and in each the circumstances that somebody can have by then.
/// Found by firing every step that can fire until nothing is new.
/// </summary>
internal sealed class ProcessFlow
{
    private readonly ProcessModel _process;
    private readonly Dictionary<string, HashSet<string>> _had = new(StringComparer.Ordinal);

    public ProcessFlow(ProcessModel process)
    {
        _process = process;
        var always = process.SetBy.Where(s => s.Value.Any(by => by is "lidmaatschap" or "gegeven" or "verstrekking")).Select(s => s.Key).ToList();
        foreach (var start in process.Starts)
            Reach(start.Phase, [.. always, .. start.Becomes, .. start.AddresseeBecomes]);
        while (FireAll())
        {
        }
    }

    /// <summary>Whether a case can come in a phase.</summary>
    public bool Reaches(string phase) => _had.ContainsKey(phase);

    /// <summary>Whether a step can be taken in a phase: somebody may, and may have what it asks of who takes it.</summary>
    public bool CanFire(StepDefinition step, string phase) =>
        Reaches(phase) && step.From.Contains(phase)
        && (step.Manner == StepManner.Proces ? step.AlsoProcess is not null : step.Parties.Count > 0)
        && (step.AnyOf.Count == 0 || step.AnyOf.Overlaps(_had[phase]));

    /// <summary>The phases that a case can go to from a phase.</summary>
    public IEnumerable<string> Next(string phase) =>
        _process.Steps.Where(s => CanFire(s, phase)).SelectMany(s => s.Outcomes).Select(o => o.Phase).Where(p => p != phase).Distinct();

    private bool FireAll()
    {
        var news = false;
        foreach (var step in _process.Steps.Concat(_process.Acts))
        {
            foreach (var phase in step.From.Where(p => CanFire(step, p)).ToList())
            {
                news |= Reach(phase, step.Grants);
                foreach (var outcome in step.Outcomes)
                    news |= Reach(outcome.Phase, [.. _had[phase]]);
            }
        }
        return news;
    }

    private bool Reach(string phase, IReadOnlyList<string> with)
    {
        var news = _had.TryAdd(phase, new HashSet<string>(StringComparer.Ordinal));
        foreach (var circumstance in with)
            news |= _had[phase].Add(circumstance);
        return news;
    }
}
