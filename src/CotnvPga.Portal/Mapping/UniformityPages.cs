using System.Globalization;
using System.Text;
using CotnvPga.Domain.Uniformity;
using CotnvPga.Portal.Pages.Landelijk;

namespace CotnvPga.Portal.Mapping;

/// <summary>Words around the national tables; the tables themselves are shown as they were frozen.</summary>
public sealed class UniformityPages
{
    private const string TooSmall = "te klein";

    /// <summary>A table with its chart.</summary>
    public NationalTable Of(PublishedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        List<ShareBar> bars = [.. table.Rijen.Where(r => r.Aandeel is not null).Select(r => new ShareBar(r.Naam, $"{r.Aandeel}%", Length(r.Aandeel!)))];
        var of = table.Kolommen.FirstOrDefault(c => c.Code == table.AandeelVan)?.Naam;
        return new NationalTable(table, Spread(table), bars, bars.Count == 0 ? "" : $"Aandeel '{of}': {string.Join(", ", bars.Select(b => $"{b.Label} {b.Words}"))}.");
    }

    /// <summary>A class as people read it.</summary>
    public static string Words(string label) => label == ReleasedTable.TooSmall ? TooSmall : label.Replace("-", " tot ", StringComparison.Ordinal);

    /// <summary>A table as a file: the same words as in the page.</summary>
    public static string Csv(PublishedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var lines = new StringBuilder();
        Line(lines, ["gebied", .. table.Kolommen.Select(c => c.Naam), .. Share(table, "aandeel")]);
        foreach (var row in table.Rijen)
            Line(lines, [row.Naam, .. row.Klassen, .. Share(table, row.Aandeel ?? ReleasedTable.TooSmall)]);
        Line(lines, ["Nederland", .. table.Land, .. Share(table, table.LandAandeel ?? ReleasedTable.TooSmall)]);
        return lines.ToString();
    }

    private static string[] Share(PublishedTable table, string words) => table.AandeelVan is null ? [] : [words];

    private static void Line(StringBuilder lines, IEnumerable<string> cells) =>
        lines.AppendJoin(';', cells.Select(c => c.AsSpan().IndexOfAny(";\"\n") >= 0 ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c)).Append("\r\n");

    private static string? Spread(PublishedTable table)
    {
        if (table.AandeelVan is null)
            return null;
        if (table.Known == 0)
            return "Van geen enkel gebied zijn er genoeg zaken om het aandeel te laten zien.";
        var known = table.Known == 1 ? "Van 1 gebied zijn er genoeg zaken" : $"Van {table.Known} van de {table.Rijen.Count} gebieden zijn er genoeg zaken";
        return table.Norm is { } norm
            ? $"{known}. Daarvan {(table.Meeting == 1 ? "haalt 1 gebied" : $"halen {table.Meeting} gebieden")} de norm van {norm}%."
            : $"{known}.";
    }

    private static int Length(string share) => share switch
    {
        "<10" => 5,
        ">90" => 95,
        _ => int.Parse(share, CultureInfo.InvariantCulture),
    };
}
