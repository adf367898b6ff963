namespace CotnvPga.Convenant.Process;

/// <summary>The interventions that a plan can choose from (<c>interventies</c>), and which of them clash.</summary>
/// <param name="All">Every intervention, in the order of the file.</param>
public sealed record InterventionCatalogue(IReadOnlyList<InterventionDefinition> All)
{
    /// <summary>No interventions: a convenant without a catalogue.</summary>
    public static InterventionCatalogue Empty { get; } = new([]);

    /// <summary>The intervention with this code; null when there is none.</summary>
    public InterventionDefinition? Find(string code) => All.FirstOrDefault(i => i.Code == code);

    /// <summary>The pairs among these that clash, each once: it is enough that one of the two says so.</summary>
    /// <param name="codes">Codes of the interventions that were chosen.</param>
    public IReadOnlyList<InterventionClash> ClashesAmong(IEnumerable<string> codes)
    {
        var chosen = codes.Distinct(StringComparer.Ordinal).Select(Find).OfType<InterventionDefinition>().ToList();
        return [.. from one in chosen.Select((i, at) => (Intervention: i, At: at))
                   from other in chosen.Skip(one.At + 1)
                   where one.Intervention.ClashesWith.Contains(other.Code) || other.ClashesWith.Contains(one.Intervention.Code)
                   select new InterventionClash(one.Intervention, other)];
    }
}

/// <summary>An intervention of the catalogue.</summary>
/// <param name="Code">Its code, such as <c>lse_begeleiding</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="LifeAreas">Codes of the areas of life that it is for.</param>
/// <param name="Owners">Parties that can own it in a plan: who sees to it that it happens.</param>
/// <param name="Executor">Who carries it out, in words, when that is somebody else; null when it is the owner.</param>
/// <param name="Decides">Who decides on it, in words: a plan gives no power that nobody had.</param>
/// <param name="Conditions">What must be so before it can be used.</param>
/// <param name="ClashesWith">Interventions that get in its way (<c>bijt_met</c>).</param>
/// <param name="Voluntary">Whether it needs the consent of the person.</param>
/// <param name="Grounds">Articles.</param>
/// <param name="Certainty">How sure it is that it is as it stands here.</param>
/// <param name="Explanation">What it is, in a Dutch sentence.</param>
public sealed record InterventionDefinition(
    string Code,
    string Label,
    IReadOnlyList<string> LifeAreas,
    IReadOnlySet<string> Owners,
    string? Executor,
    string Decides,
    IReadOnlyList<string> Conditions,
    IReadOnlyList<string> ClashesWith,
    bool Voluntary,
    IReadOnlyList<string> Grounds,
    string Certainty,
    string Explanation);

/// <summary>Two interventions that get in each other's way.</summary>
public sealed record InterventionClash(InterventionDefinition One, InterventionDefinition Other);
