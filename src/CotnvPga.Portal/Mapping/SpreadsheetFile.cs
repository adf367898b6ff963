using System.Text;
using CsvHelper;

namespace CotnvPga.Portal.Mapping;

/// <summary>Rows as a file that a spreadsheet opens.</summary>
internal static class SpreadsheetFile
{
    // What a spreadsheet would take for a formula stays text (OWASP: CSV injection).
    private static readonly CsvWriterOptions Format = new() { Separator = ';', Injection = CsvInjection.Escape };

    /// <summary>The file.</summary>
    /// <param name="names">The names of the columns.</param>
    /// <param name="rows">The cells of each row.</param>
    public static byte[] Of(string[] names, IEnumerable<string[]> rows)
    {
        using var file = new MemoryStream();
        // Spreadsheets take UTF-8 for what it is only when it says so itself.
        file.Write(Encoding.UTF8.Preamble);
        using (var csv = CsvWriter.Create(file, Format, leaveOpen: true))
        {
            csv.WriteRecord(names);
            foreach (var row in rows)
                csv.WriteRecord(row);
        }
        return file.ToArray();
    }
}
