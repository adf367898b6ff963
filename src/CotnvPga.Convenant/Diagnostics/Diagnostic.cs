namespace CotnvPga.Convenant.Diagnostics;

/// <summary>How bad a finding is. A convenant with an error is refused whole.</summary>
public enum Severity
{
    /// <summary>Something to look at; the convenant works.</summary>
    Warning,

    /// <summary>The convenant is refused.</summary>
    Error,
}

/// <summary>A place in the rule data.</summary>
/// <param name="File">Path of the file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct Place(string File, int Line, int Column) : IComparable<Place>
{
    /// <inheritdoc/>
    public int CompareTo(Place other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        return byFile != 0 ? byFile : (Line, Column).CompareTo((other.Line, other.Column));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}";

    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;

    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;

    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;
}

/// <summary>One finding about the rule data, in words for a jurist.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">The kind of finding: one of <see cref="Finding"/>.</param>
/// <param name="Place">Where.</param>
/// <param name="Message">What is wrong and, where it can be told, what was meant (Dutch).</param>
public sealed record Diagnostic(Severity Severity, string Code, Place Place, string Message)
{
    /// <summary>What it is about, by which <c>bewust</c> can name it; empty when it cannot be meant.</summary>
    public string About { get; init; } = "";

    /// <summary>A cell of the domain that shows it, in words; null when it is about no cell.</summary>
    public string? Cell { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Place}: {(Severity == Severity.Error ? "error" : "warning")} {Code} {Message}{(Cell is null ? "" : $" Voorbeeld: {Cell}.")}";
}
