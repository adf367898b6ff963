using System.Globalization;
using System.Text;

namespace CotnvPga.Benchmarks.Reporting;

/// <summary>The table in Markdown: what was measured, and what must hold.</summary>
internal sealed class Report
{
    private readonly List<(string Title, List<Line> Lines)> _parts = [];

    public List<Requirement> Requirements { get; } = [];

    /// <summary>Whether anyone gave another answer than the engine.</summary>
    public bool HasDifferences => _parts.SelectMany(p => p.Lines).Any(l => l.Differences > 0);

    /// <summary>Adds a part of the table, and says on the error stream how far the run is.</summary>
    public void Add(string title, IEnumerable<Line> lines)
    {
        var kept = new List<Line>();
        foreach (var line in lines)
        {
            kept.Add(line);
            Console.Error.WriteLine($"{title}: {line.What}: {(line.Measured is { } m ? Number.Time(m.Nanoseconds) : line.Remark)}");
        }
        _parts.Add((title, kept));
    }

    public string ToMarkdown(string header)
    {
        var text = new StringBuilder(header).AppendLine().AppendLine()
            .AppendLine("| wat | per beslissing | snelste – traagste ronde | per seconde | bytes | vergeleken | anders | opmerking |")
            .AppendLine("|---|--:|--:|--:|--:|--:|--:|---|");
        foreach (var (title, lines) in _parts)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| **{title}** | | | | | | | |");
            foreach (var line in lines)
                text.AppendLine(Row(line));
        }
        text.AppendLine().AppendLine("| moet gelden | grens | gemeten | |").AppendLine("|---|--:|--:|---|");
        foreach (var one in Requirements)
            text.AppendLine(CultureInfo.InvariantCulture, $"| {one.What} | {one.Bound} | {one.Found ?? "niet gemeten"} | {(one.Holds ? "gehaald" : "niet gehaald")} |");
        return text.ToString();
    }

    private static string Row(Line line)
    {
        var compared = line.Compared > 0 ? $"{Number.Text(line.Compared)} | {Number.Text(line.Differences)}" : "|";
        return line.Measured is not { } m
            ? $"| {line.What} | niet gelopen | | | | {compared} | {line.Remark} |"
            : $"| {line.What} | {Number.Time(m.Nanoseconds)} | {Number.Time(m.Fastest)} – {Number.Time(m.Slowest)} | {Number.Text(1e9 / m.Nanoseconds)} | {(m.Bytes is { } b ? Number.Text(b) : "")} | {compared} | {line.Remark} |";
    }
}
