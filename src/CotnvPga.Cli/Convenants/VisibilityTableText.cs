using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Cli.Convenants;

/// <summary>Writes a visibility table as a matrix: kinds of item down, suppliers across, a letter for every set of conditions.</summary>
internal static class VisibilityTableText
{
    private const string Visible = "ja";
    private const string Withheld = "-";

    public static void Write(VisibilityTable table, TextWriter text)
    {
        var view = table.View;
        text.WriteLine($"{view.Party}, {view.Act}, doel {view.Purpose}, fase {view.Phase}, peildatum {view.Date:yyyy-MM-dd}");
        text.WriteLine(view.ViewerCircumstances.Count == 0 ? "Er geldt niets." : $"Er geldt: {string.Join(", ", view.ViewerCircumstances.Order(StringComparer.Ordinal))}.");
        text.WriteLine();
        if (table.AxisNames.Count == 0)
        {
            text.WriteLine(table.Cells[0].Answer.Explanation);
            return;
        }
        var letters = Letters(table);
        var columns = table.Convenant.Vocabulary.ItemAxes[^1].Codes.ToList();
        var rows = Rows(table, letters, columns.Count);
        var width = Math.Max(10, rows.Max(r => r.Name.Length)) + 2;
        text.WriteLine(new string(' ', width) + string.Concat(columns.Select((_, i) => $"{i + 1,4}")));
        foreach (var (name, marks) in rows)
            text.WriteLine(name.PadRight(width) + string.Concat(marks.Select(m => $"{m,4}")));
        text.WriteLine();
        text.WriteLine($"{table.AxisNames[^1]}: {string.Join(", ", columns.Select((code, i) => $"{i + 1} {code}"))}");
        text.WriteLine($"{Visible}: zichtbaar; {Withheld}: afgeschermd; een letter: zichtbaar zodra ook geldt");
        foreach (var (missing, letter) in letters)
            text.WriteLine($"  {letter}  {missing}");
    }

    private static Dictionary<string, string> Letters(VisibilityTable table)
    {
        var letters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in table.Cells.Where(c => c.Answer.Outcome == Outcome.Voorwaardelijk))
            letters.TryAdd(cell.Missing, Letter(letters.Count));
        return letters;
    }

    private static string Letter(int number) =>
        number < 26 ? ((char)('a' + number)).ToString() : Letter((number / 26) - 1) + (char)('a' + (number % 26));

    /// <summary>One row for every kind of item; kinds that differ only in the last word of their name and have the same marks share one.</summary>
    private static List<(string Name, string[] Marks)> Rows(VisibilityTable table, Dictionary<string, string> letters, int columns)
    {
        var rows = new List<(string First, List<string> Others, string[] Marks)>();
        foreach (var row in table.Cells.Chunk(columns))
        {
            var marks = row.Select(c => c.Answer.Outcome switch
            {
                Outcome.Zichtbaar => Visible,
                Outcome.Afgeschermd => Withheld,
                _ => letters[c.Missing],
            }).ToArray();
            var (first, rest) = (row[0].Codes[0], string.Join(' ', row[0].Codes[1..^1]));
            var same = rows.FindIndex(r => r.First == first && r.Marks.SequenceEqual(marks));
            if (same >= 0)
                rows[same].Others.Add(rest);
            else
                rows.Add((first, [rest], marks));
        }
        // A name without others stands for all of them.
        return [.. rows.Select(r => (rows.Count(other => other.First == r.First) == 1 ? r.First : $"{r.First}: {string.Join(", ", r.Others)}", r.Marks))];
    }
}
