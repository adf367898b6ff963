namespace CotnvPga.Convenant.Reporting;

/// <summary>The closed list of national tables (<c>tabellen</c>) and the areas that they are about (<c>gebieden</c>).</summary>
/// <param name="Areas">The areas, together the country.</param>
/// <param name="Tables">The tables.</param>
public sealed record ReportCatalogue(IReadOnlyList<ReportArea> Areas, IReadOnlyList<ReportTable> Tables)
{
    /// <summary>More tables a year are not published: what can be worked out grows with each.</summary>
    public const int MostTables = 12;

    /// <summary>Tables of one population: more cannot be audited exactly.</summary>
    public const int MostOfOnePopulation = 2;

    /// <summary>No tables.</summary>
    public static ReportCatalogue Empty { get; } = new([], []);

    /// <summary>The rows of a table: its own, or the areas.</summary>
    public IReadOnlyList<ReportArea> RowsOf(ReportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Rows.Count > 0 ? [.. table.Rows.Select(r => new ReportArea(r.Code, r.Label))] : Areas;
    }

    /// <summary>Where in a table a counter counts; null when the table does not count it.</summary>
    /// <param name="table">A table of this catalogue.</param>
    /// <param name="area">Code of the area where it was counted.</param>
    /// <param name="kind">Kind of the counter.</param>
    /// <param name="outcome">Its outcome.</param>
    public (int Row, int Column)? PlaceOf(ReportTable table, string area, string kind, string outcome)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.ColumnOf(kind, outcome) is not { } found)
            return null;
        var row = table.Rows.Count == 0 ? IndexOf(Areas, a => a.Code == area) : IndexOf(table.Rows, r => r.Holds(found.Named));
        return row is { } at ? (at, found.Column) : null;
    }

    private static int? IndexOf<T>(IReadOnlyList<T> all, Func<T, bool> fits)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (fits(all[i]))
                return i;
        }
        return null;
    }
}

/// <summary>An area.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name.</param>
public sealed record ReportArea(string Code, string Label);

/// <summary>A table: areas or rows of its own down, what happened across.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name.</param>
/// <param name="Question">The question that it answers.</param>
/// <param name="Why">Why that is asked.</param>
/// <param name="Population">What is counted; two tables of one population count the same cases in another split.</param>
/// <param name="Columns">The columns. A counter that several name counts for the first that names it.</param>
/// <param name="Share">The column whose share is shown; null when none.</param>
/// <param name="Norm">The share, in per cent, that is asked at least; null when there is no norm.</param>
/// <param name="Silent">What the table cannot show.</param>
/// <param name="Grounds">Articles.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record ReportTable(
    string Code, string Label, string Question, string Why, string Population, IReadOnlyList<ReportColumn> Columns, string? Share, int? Norm, string Silent,
    IReadOnlyList<string> Grounds, string Certainty)
{
    /// <summary>Rows of its own (<c>rijen</c>), for the whole country; empty when its rows are the areas.</summary>
    public IReadOnlyList<ReportRow> Rows { get; init; } = [];

    /// <summary>The column of the other table of its population of whose cases this one is a split (<c>deel_van</c>); null when of all.</summary>
    public string? PartOf { get; init; }

    /// <summary>Number of the clause of the national covenant that the norm is about (<c>artikel</c>); null when there is none.</summary>
    public string? Clause { get; init; }

    /// <summary>What a municipality can do when its own figures lie apart (<c>doen</c>).</summary>
    public string ToDo { get; init; } = "";

    /// <summary>The column in which a counter counts, and what stands in it where the column has a star; null when the table does not count it.</summary>
    /// <param name="kind">Kind of the counter.</param>
    /// <param name="outcome">Its outcome.</param>
    public (int Column, string Named)? ColumnOf(string kind, string outcome)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            foreach (var pattern in Columns[i].Counts)
            {
                if (Named(pattern, kind, outcome) is { } named)
                    return (i, named);
            }
        }
        return null;
    }

    private static string? Named(string pattern, string kind, string outcome)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        var exact = $"{kind}/{outcome}";
        if (star < 0)
            return pattern == kind || pattern == exact ? "" : null;
        var (before, after) = (pattern[..star], pattern[(star + 1)..]);
        return exact.Length >= before.Length + after.Length && exact.StartsWith(before, StringComparison.Ordinal) && exact.EndsWith(after, StringComparison.Ordinal)
            ? exact[before.Length..(exact.Length - after.Length)]
            : null;
    }
}

/// <summary>A row of a table that is not about areas.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name.</param>
/// <param name="Of">What stands in the place of the star of a column (<c>bij</c>), whole or up to a star of its own; empty for all that is left.</param>
public sealed record ReportRow(string Code, string Label, IReadOnlyList<string> Of)
{
    /// <summary>Whether it counts this.</summary>
    internal bool Holds(string named) => Of.Count == 0 || Of.Any(o => o.EndsWith('*') ? named.StartsWith(o[..^1], StringComparison.Ordinal) : o == named);
}

/// <summary>A column of a table.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name.</param>
/// <param name="Counts">The counters without a person that it counts: <c>kind/outcome</c>, or a kind for all its outcomes; a star is for a row of the table.</param>
public sealed record ReportColumn(string Code, string Label, IReadOnlyList<string> Counts);
