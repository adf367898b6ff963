using CotnvPga.Convenant.Rules;

namespace CotnvPga.Benchmarks.Peers.Law;

/// <summary>One rule of the law as a peer must say it: where it speaks, and which circumstances it asks for.</summary>
/// <param name="Id">Its id in the rule data.</param>
/// <param name="Kind">Permission, condition or ban; exceptions stand in the <see cref="Scope"/> of what they lift.</param>
/// <param name="Where">Where it speaks.</param>
/// <param name="Needs">Circumstances that must all hold.</param>
/// <param name="NeedsOneOf">Circumstances of which one must hold as well; empty asks for none.</param>
/// <param name="When">Circumstances that must all hold before a condition or ban counts.</param>
internal sealed record PeerRule(
    string Id,
    RuleKind Kind,
    Scope Where,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> NeedsOneOf,
    IReadOnlyList<string> When)
{
    /// <summary>Whether it allows; else it withholds.</summary>
    public bool Allows => Kind == RuleKind.Toestaan;
}

/// <summary>A part of the domain: in one of these boxes, and in none of these other parts.</summary>
/// <param name="Boxes">One of them must hold.</param>
/// <param name="Except">What a <c>tenzij</c> or an exception takes out, which may have a <c>tenzij</c> of its own.</param>
internal sealed record Scope(IReadOnlyList<PeerBox> Boxes, IReadOnlyList<Scope> Except);

/// <summary>Per attribute of the question the values that belong to it, in a fixed order; an attribute that is not named is free.</summary>
internal sealed record PeerBox(IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes);
