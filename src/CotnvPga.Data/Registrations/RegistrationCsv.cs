using CotnvPga.Domain;
using CotnvPga.Domain.Registrations;

namespace CotnvPga.Data.Registrations;

/// <summary>Reads a file of registrations: one line a registration, the columns by the names of the export.</summary>
public static class RegistrationCsv
{
    private const int MostSigns = 1_000_000;
    private const string Needed = "veld";

    /// <summary>The signs that a spreadsheet would begin a formula with: the export writes an apostrophe before them, which is taken away again.</summary>
    private const string Formula = "=+-@\t\r";

    private static readonly CsvFile File = new(MostSigns, RegistrationImport.MostRegistrations, "registraties");

    /// <summary>The lines of the file, or why it cannot be read.</summary>
    public static Result<IReadOnlyList<SentRegistration>> Read(string? text) => text is { Length: <= MostSigns } && text.Contains('\0', StringComparison.Ordinal)
        ? new NotValid("csv", "Dit is geen tekstbestand: er staat een teken in dat niet kan (nul).")
        : File.Read(text, HeaderErrors, (line, columns, cells) => RegistrationForm.Make(new LineOfFile(line), name => Cell(columns, cells, name)));

    private static List<FieldError> HeaderErrors(List<string> columns) =>
    [
        .. columns.Exists(c => Same(c, Needed)) ? [] : new[] { Wrong(Needed, $"de kolom '{Needed}' ontbreekt.") },
        .. columns.Where(c => !RegistrationForm.Read.Concat(RegistrationForm.PassedOver).Any(k => Same(k, c)))
            .Select(c => Wrong(Short(c), $"de kolom '{Short(c)}' bestaat niet. Gebruik een van deze: {string.Join(", ", RegistrationForm.Read)}.")),
        .. columns.GroupBy(c => c, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => Wrong(Short(g.Key), $"de kolom '{Short(g.Key)}' staat er twee keer.")),
    ];

    private static FieldError Wrong(string column, string message) => new($"regel[1].{column}", $"Regel 1: {message}");

    private static string? Cell(List<string> columns, string[] cells, string name)
    {
        var at = columns.FindIndex(c => Same(c, name));
        if (at < 0 || at >= cells.Length || cells[at].Length == 0)
            return null;
        var text = cells[at];
        return text.Length > 1 && text[0] == '\'' && Formula.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
