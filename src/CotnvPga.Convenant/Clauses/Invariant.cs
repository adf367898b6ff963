using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Clauses;

/// <summary>What must never happen, whatever the rules are (<c>nooit</c>): the checker proves it or shows a counterexample.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Where">In these cells.</param>
/// <param name="Unless">But not in these.</param>
/// <param name="Without">Nothing may open without all of these circumstances; empty: nothing may open at all.</param>
/// <param name="Layers">The layers that together must keep it, from the highest down; empty for all.</param>
/// <param name="Grounds">Articles.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Explanation">A Dutch sentence for people.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Invariant(
    string Id,
    IReadOnlyList<Box> Where,
    IReadOnlyList<Box> Unless,
    IReadOnlyList<string> Without,
    IReadOnlyList<string> Layers,
    IReadOnlyList<string> Grounds,
    Certainty Certainty,
    string Explanation,
    Place Place);
