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
        return new NationalTable(table, Spread(table), ShareChart(table) ?? ClassChart(table));
    }

    /// <summary>A class as people read it.</summary>
    public static string Words(string label) => label == ReleasedTable.TooSmall ? TooSmall : label.Replace("-", " tot ", StringComparison.Ordinal);

    /// <summary>A share as people read it.</summary>
    public static string ShareWords(string? share) => share is null ? TooSmall : $"{share}%";

    /// <summary>A table as a file: the same words as in the page.</summary>
    public static string Csv(PublishedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var lines = new StringBuilder();
        Line(lines, [table.PerGebied ? "gebied" : "soort", .. table.Kolommen.Select(c => c.Naam), .. Share(table, "aandeel")]);
        foreach (var row in table.Rijen)
            Line(lines, [row.Naam, .. row.Klassen, .. Share(table, row.Aandeel ?? ReleasedTable.TooSmall)]);
        Line(lines, [table.NaamVanHetGeheel, .. table.Land, .. Share(table, table.LandAandeel ?? ReleasedTable.TooSmall)]);
        return lines.ToString();
    }

    /// <summary>How the areas lie around the norm; null when the table has no share.</summary>
    internal static string? Spread(PublishedTable table)
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

    private static string[] Share(PublishedTable table, string words) => table.AandeelVan is null ? [] : [words];

    private static void Line(StringBuilder lines, IEnumerable<string> cells) =>
        lines.AppendJoin(';', cells.Select(c => c.AsSpan().IndexOfAny(";\"\n") >= 0 ? $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : c)).Append("\r\n");

    /// <summary>The share of every area of which it can be told, with the norm as a line.</summary>
    private static TableChart? ShareChart(PublishedTable table)
    {
        List<ChartBar> bars = [.. table.Rijen.Where(r => r.Aandeel is not null).Select(r => new ChartBar(r.Naam, ShareWords(r.Aandeel), Length(r.Aandeel!)))];
        return bars.Count == 0 ? null : Chart($"{table.Naam}: aandeel '{table.AandeelNaam}' per gebied", bars, table.Norm);
    }

    /// <summary>What the whole country had of each outcome, as long as the lower end of its class.</summary>
    private static TableChart? ClassChart(PublishedTable table)
    {
        var told = table.Kolommen.Zip(table.Land).Where(c => c.Second != ReleasedTable.TooSmall).Select(c => (c.First.Naam, Class: c.Second, Low: Low(c.Second))).ToList();
        if (told.Count == 0)
            return null;
        var most = told.Max(c => c.Low);
        return Chart($"{table.Naam}: het hele land", [.. told.Select(c => new ChartBar(c.Naam, Words(c.Class), (int)(c.Low * 100 / most)))], null);
    }

    private static TableChart Chart(string title, IReadOnlyList<ChartBar> bars, int? norm) =>
        new(title, $"{string.Join(", ", bars.Select(b => $"{b.Label} {b.Words}"))}.{(norm is null ? "" : $" De norm is {norm}%.")}", bars, norm);

    private static long Low(string label) => long.Parse(label.AsSpan(0, label.IndexOf('-', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    private static int Length(string share) => share switch
    {
        "<10" => 5,
        ">90" => 95,
        _ => int.Parse(share, CultureInfo.InvariantCulture),
    };
}
