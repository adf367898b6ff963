namespace CotnvPga.Convenant.Clauses;

/// <summary>The covenants as people read them.</summary>
/// <param name="Texts">What each national covenant says of itself.</param>
/// <param name="Clauses">The clauses of the national covenants, by file and then in their order.</param>
/// <param name="Locals">The local covenants.</param>
/// <param name="Invariants">What must never happen.</param>
public sealed record CovenantParts(
    IReadOnlyList<CovenantText> Texts,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<LocalCovenant> Locals,
    IReadOnlyList<Invariant> Invariants)
{
    /// <summary>The national covenant; null where there is none.</summary>
    public CovenantText? Model => Texts.Count > 0 ? Texts[0] : null;
}
