using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Comparing;

/// <summary>Everything that differs between two sides: exact over the whole domain of questions.</summary>
/// <param name="Before">The one side.</param>
/// <param name="After">The other side.</param>
/// <param name="Types">The kinds of resource, with every axis and code that either side has.</param>
/// <param name="Words">Codes and circumstances that only one side has.</param>
/// <param name="Terms">Terms and other numbers of the process that are otherwise.</param>
/// <param name="Clauses">Articles of a covenant that came, went or say something else.</param>
/// <param name="Groups">The answers that change. Every cell whose answer changes is in exactly one box of exactly one group.</param>
public sealed record Difference(
    ComparedSide Before,
    ComparedSide After,
    IReadOnlyList<ComparedType> Types,
    IReadOnlyList<WordChange> Words,
    IReadOnlyList<TermChange> Terms,
    IReadOnlyList<ClauseChange> Clauses,
    IReadOnlyList<ChangeGroup> Groups)
{
    /// <summary>Whether both sides say the same in the same words.</summary>
    public bool IsEmpty => Groups.Count == 0 && Words.Count == 0 && Terms.Count == 0 && Clauses.Count == 0;

    /// <summary>How many cells have another answer.</summary>
    public long Cells => Groups.Sum(g => g.Boxes.Sum(b => b.Cells));
}

/// <summary>A kind of resource with the axes of its questions.</summary>
/// <param name="Code">Its code, such as <c>gegeven</c>.</param>
/// <param name="Axes">Its axes, with every code that either side has.</param>
public sealed record ComparedType(string Code, IReadOnlyList<ComparedAxis> Axes);

/// <summary>An axis with every code that either side has for a kind of resource.</summary>
public sealed record ComparedAxis(string Name, IReadOnlyList<string> Codes);

/// <summary>A word that only one side has.</summary>
/// <param name="List">The axis, or <c>omstandigheid</c>, <c>soort</c> or <c>as</c>.</param>
/// <param name="Code">The code.</param>
/// <param name="IsNew">Whether only the side after has it.</param>
public sealed record WordChange(string List, string Code, bool IsNew);

/// <summary>A term that is otherwise.</summary>
/// <param name="Before">The term on the side before; null when only the side after has it.</param>
/// <param name="After">The term on the side after; null when only the side before has it.</param>
public sealed record TermChange(ParameterDefinition? Before, ParameterDefinition? After);

/// <summary>An article of a covenant that came, went or says something else.</summary>
/// <param name="Kind">Which of these.</param>
/// <param name="Clause">The article, as the side after has it, or else as the side before had it.</param>
/// <param name="Before">Its text before, with choices filled in; empty when there was none.</param>
/// <param name="After">Its text after; empty when there is none.</param>
public sealed record ClauseChange(CauseKind Kind, Clause Clause, string Before, string After);

/// <summary>Cells that change in the same way, for the same cause.</summary>
/// <param name="ResourceType">The kind of resource.</param>
/// <param name="Before">What opened them.</param>
/// <param name="After">What opens them now.</param>
/// <param name="Causes">Why.</param>
/// <param name="Boxes">The cells, in boxes that do not overlap and that cannot be joined.</param>
public sealed record ChangeGroup(string ResourceType, Openings Before, Openings After, IReadOnlyList<Cause> Causes, IReadOnlyList<ChangedBox> Boxes);

/// <summary>A box of cells: every combination of these codes.</summary>
/// <param name="Codes">Per axis of the kind of resource its codes, in the order of <see cref="ComparedType.Axes"/>.</param>
public sealed record ChangedBox(IReadOnlyList<ComparedAxis> Codes)
{
    /// <summary>How many cells.</summary>
    public long Cells => Codes.Aggregate(1L, (product, axis) => product * axis.Codes.Count);

    /// <summary>Whether a cell is in it: per axis its code.</summary>
    public bool Contains(IReadOnlyDictionary<string, string> cell) => Codes.All(axis => axis.Codes.Contains(cell[axis.Name]));
}

/// <summary>How a rule, word or article changes.</summary>
public enum CauseKind
{
    /// <summary>Only the side after has it.</summary>
    Nieuw,

    /// <summary>Only the side before has it.</summary>
    Vervallen,

    /// <summary>Both have it and it says something else.</summary>
    Gewijzigd,
}

/// <summary>What causes a change.</summary>
/// <param name="Kind">How.</param>
/// <param name="Rule">The rule, as the side after has it, or else as the side before had it; null when a word is the cause.</param>
/// <param name="Word">The axis and code that only one side knows, when that is the cause; else empty.</param>
public sealed record Cause(CauseKind Kind, Rule? Rule, string Word);
