namespace CotnvPga.Convenant.Deciding;

/// <summary>The three answers the contract knows.</summary>
public enum Outcome
{
    /// <summary>Nothing that could be added would make it visible.</summary>
    Afgeschermd,

    /// <summary>Some circumstances, added to those given, would make it visible.</summary>
    Voorwaardelijk,

    /// <summary>Visible (for recording and taking part: it may be done).</summary>
    Zichtbaar,
}

/// <summary>An answer of the engine, with what it rests on.</summary>
/// <param name="Outcome">What was decided.</param>
/// <param name="Missing">Every minimal set of circumstances to add, only with <see cref="Outcome.Voorwaardelijk"/>; each set sorted by code, the sets by size and then by code.</param>
/// <param name="Grounds">The articles the answer rests on, such as <c>wet-pga:5.3</c>; never empty.</param>
/// <param name="Layer">The first layer that decided.</param>
/// <param name="Rule">The id of its rule.</param>
/// <param name="Certainty">The lowest certainty of the rules used.</param>
/// <param name="Receipt">By which the answer can be given again.</param>
public sealed record Answer(
    Outcome Outcome,
    IReadOnlyList<IReadOnlyList<string>> Missing,
    IReadOnlyList<string> Grounds,
    string Layer,
    string Rule,
    string Certainty,
    Receipt Receipt)
{
    private readonly Func<string>? _compose;
    private string? _explanation;

    internal Answer(Outcome outcome, IReadOnlyList<IReadOnlyList<string>> missing, IReadOnlyList<string> grounds, string layer, string rule, string certainty, Receipt receipt, Func<string> compose)
        : this(outcome, missing, grounds, layer, rule, certainty, receipt) => _compose = compose;

    /// <summary>A Dutch sentence for people; made when it is first asked for.</summary>
    public string Explanation
    {
        get => _explanation ??= _compose?.Invoke() ?? "";
        init => _explanation = value;
    }

    /// <summary>True only when the outcome is <see cref="Outcome.Zichtbaar"/>.</summary>
    public bool Decision => Outcome == Outcome.Zichtbaar;
}
