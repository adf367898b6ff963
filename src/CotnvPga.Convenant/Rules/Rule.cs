using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Rules;

/// <summary>What a rule does in its boxes.</summary>
public enum RuleKind
{
    /// <summary>Allows, if all circumstances in <see cref="Rule.Needs"/> hold.</summary>
    Toestaan,

    /// <summary>Asks for circumstances as well, whatever rule allows.</summary>
    Voorwaarde,

    /// <summary>Never allows, whatever other rules say.</summary>
    Verbod,

    /// <summary>Lifts conditions and bans of the same layer.</summary>
    Uitzondering,

    /// <summary>Says that what no rule of the layer allows is withheld, and on which article.</summary>
    Slot,
}

/// <summary>One reading of the law or clause of a covenant, as data.</summary>
/// <remarks>
/// An answer is: some permission, and every condition, and no ban. Order of rules means nothing. A rule holds where one of
/// its boxes does, unless one of <see cref="Unless"/> does, on the days of <see cref="Validity"/>.
/// </remarks>
public sealed record Rule
{
    /// <summary>Its id, unique in the convenant.</summary>
    public required string Id { get; init; }

    /// <summary>The layer it stands in.</summary>
    public required string Layer { get; init; }

    /// <summary>What it does.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>The reading it writes down, such as <c>G3</c>; empty when there is none.</summary>
    public required string Reading { get; init; }

    /// <summary>Where it holds: one of these boxes.</summary>
    public required IReadOnlyList<Box> Where { get; init; }

    /// <summary>Where it does not hold after all.</summary>
    public required IReadOnlyList<Box> Unless { get; init; }

    /// <summary>Circumstances that must all hold (<c>mits</c>).</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>Circumstances of which one must hold as well (<c>een_van</c>); empty asks for none.</summary>
    public required IReadOnlyList<string> NeedsOneOf { get; init; }

    /// <summary>Closing circumstances that must all hold before the rule counts (<c>bij</c>).</summary>
    public required IReadOnlyList<string> When { get; init; }

    /// <summary>Ids of the rules that an exception lifts (<c>op</c>).</summary>
    public required IReadOnlyList<string> Lifts { get; init; }

    /// <summary>Articles it rests on; never empty.</summary>
    public required IReadOnlyList<string> Grounds { get; init; }

    /// <summary>When it holds.</summary>
    public required Validity Validity { get; init; }

    /// <summary>How sure it is that the law says so.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>One Dutch sentence for people.</summary>
    public required string Explanation { get; init; }

    /// <summary>Where it stands.</summary>
    public required Place Place { get; init; }

    /// <summary>Id of the clause that it carries out; null when it stands by itself.</summary>
    public string? Clause { get; init; }

    /// <summary>In which municipalities it holds.</summary>
    public RuleScope Scope { get; init; } = RuleScope.Everywhere;
}
