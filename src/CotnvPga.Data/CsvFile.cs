using CotnvPga.Domain;
using CsvHelper;

namespace CotnvPga.Data;

/// <summary>A file that somebody made with a spreadsheet: names of columns on the first line, then lines of cells.</summary>
/// <param name="mostSigns">How long it may be.</param>
/// <param name="mostLines">How many lines it may have.</param>
/// <param name="what">What a line is, in the plural, for the message.</param>
internal sealed class CsvFile(int mostSigns, int mostLines, string what)
{
    /// <summary>What is made of each line that is not empty, or why the file cannot be read, with line and column.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="headerErrors">What is wrong with the names of the columns.</param>
    /// <param name="make">Makes something of the number of a line, the names and the cells.</param>
    public Result<IReadOnlyList<T>> Read<T>(string? text, Func<List<string>, List<FieldError>> headerErrors, Func<int, List<string>, string[], T> make)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new NotValid("csv", "Er kwam geen bestand aan, of het is leeg.");
        if (text.Length > mostSigns)
            return new NotValid("csv", "Dit bestand is te groot. Splits het.");
        try
        {
            return ReadLines(text.TrimStart('\uFEFF'), headerErrors, make);
        }
        catch (CsvFormatException fault)
        {
            return new NotValid($"regel[{fault.LineNumber}]", $"Regel {fault.LineNumber}: een aanhalingsteken staat los of wordt niet gesloten.");
        }
    }

    private Result<IReadOnlyList<T>> ReadLines<T>(string text, Func<List<string>, List<FieldError>> headerErrors, Func<int, List<string>, string[], T> make)
    {
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            // Dutch spreadsheets write semicolons.
            Separator = text.Split('\n', 2)[0].Contains(';', StringComparison.Ordinal) ? ';' : ',',
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            IncludeValuesInExceptions = false,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        csv.ReadHeader();
        var columns = csv.Headers.ToList();
        if (headerErrors(columns) is { Count: > 0 } errors)
            return new NotValid(errors);
        List<T> lines = [];
        while (csv.Read())
        {
            var (line, cells) = ((int)csv.LineNumber, csv.Current.ToArray());
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;
            if (lines.Count == mostLines)
                return new NotValid("csv", $"Dit bestand heeft meer dan {mostLines} {what}. Splits het.");
            if (cells.Length > columns.Count)
                return new NotValid($"regel[{line}]", $"Regel {line} heeft {cells.Length} kolommen; de eerste regel heeft er {columns.Count}. Staat er een scheidingsteken in een tekst? Zet die tekst tussen aanhalingstekens.");
            lines.Add(make(line, columns, cells));
        }
        return Result.Done<IReadOnlyList<T>>(lines);
    }
}
