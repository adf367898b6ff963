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
}

/// <summary>An area.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name.</param>
public sealed record ReportArea(string Code, string Label);

/// <summary>A table: areas down, what happened across.</summary>
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
    /// <summary>Where in <see cref="Columns"/> a counter counts; null when the table does not count it.</summary>
    /// <param name="kind">Kind of the counter.</param>
    /// <param name="outcome">Its outcome.</param>
    public int? ColumnOf(string kind, string outcome)
    {
        var exact = $"{kind}/{outcome}";
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Counts.Any(c => c == kind || c == exact))
                return i;
        }
        return null;
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name.</param>
/// <param name="Counts">The counters without a person that it counts: <c>kind/outcome</c>, or a kind for all its outcomes.</param>
public sealed record ReportColumn(string Code, string Label, IReadOnlyList<string> Counts);
