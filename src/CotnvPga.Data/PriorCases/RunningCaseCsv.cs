using System.Globalization;
using CotnvPga.Convenant;
using CotnvPga.Domain;
using CotnvPga.Domain.PriorCases;
using CotnvPga.Domain.Signals;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Data.PriorCases;

/// <summary>
/// Reads a file of running cases: one line a case, the columns by name. Every field of the catalogue can be a column; its cell becomes an
/// item. Everything that is wrong is told with its line and its column.
/// </summary>
internal sealed class RunningCaseCsv(CompiledConvenant convenant)
{
    private const int MostLines = 500;
    private const int MostSigns = 2_000_000;
    private static readonly string[] Needed = ["kenmerk", "fase", "sinds", "aanleiding"];
    private static readonly string[] Known = [.. Needed, "wegingop", "partijen", "noodzaak"];
    private static readonly LocalDatePattern DutchDay = LocalDatePattern.CreateWithInvariantCulture("d-M-uuuu");

    private static readonly CsvFile File = new(MostSigns, MostLines, "zaken");

    /// <summary>The lines of the file, or why it cannot be read at all.</summary>
    public Result<IReadOnlyList<CsvLine>> Read(string? text, string municipality)
    {
        var read = File.Read(text, columns => HeaderErrors(Lower(columns)), (line, columns, cells) => Line(line, Lower(columns), cells, municipality));
        return read is { IsDone: true, Value.Count: 0 } ? new NotValid("csv", "Onder de eerste regel staan geen zaken.") : read;
    }

    private static List<string> Lower(List<string> columns) => columns.ConvertAll(c => c.ToLowerInvariant());

    private List<FieldError> HeaderErrors(List<string> columns) =>
    [
        .. Needed.Except(columns).Select(c => new FieldError($"regel[1].{c}", $"Regel 1: de kolom '{c}' ontbreekt.")),
        .. columns.Where(c => !Known.Contains(c) && !convenant.Fields.ContainsKey(c)).Select(c => new FieldError($"regel[1].{c}", $"Regel 1: de kolom '{c}' bestaat niet. Gebruik een van deze: {string.Join(", ", Known)}, of de code van een veld.")),
        .. columns.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => new FieldError($"regel[1].{g.Key}", $"Regel 1: de kolom '{g.Key}' staat er twee keer.")),
    ];

    private CsvLine Line(int number, List<string> columns, string[] cells, string municipality)
    {
        string? Cell(string column) => columns.IndexOf(column) is var at && at >= 0 && at < cells.Length && cells[at].Length > 0 ? cells[at] : null;
        var fields = columns.Where(c => convenant.Fields.ContainsKey(c) && c != "aanleiding" && Cell(c) is not null).ToList();
        var sent = new NewRunningCase(
            municipality, Cell("kenmerk"), Cell("fase")?.ToLowerInvariant(), Day(Cell("sinds")), Day(Cell("wegingop")),
            [.. (Cell("partijen") ?? "").Split([' ', ',', '|', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => p.ToLowerInvariant())],
            Cell("aanleiding"),
            [.. fields.Select(f => new NewItem(f, Cell(f), null, null, null, Cell("noodzaak"), Cell("noodzaak"), [], null))],
            null);
        return new CsvLine(number, sent, fields);
    }

    private static LocalDate? Day(string? cell)
    {
        if (cell is null)
            return null;
        if (LocalDatePattern.Iso.Parse(cell) is { Success: true, Value: var iso })
            return iso;
        return DutchDay.Parse(cell) is { Success: true, Value: var dutch } ? dutch : null;
    }
}

/// <summary>One line of the file.</summary>
/// <param name="Number">Its number, the first being 1.</param>
/// <param name="Case">What it says.</param>
/// <param name="Fields">The columns that became items, in their order.</param>
internal sealed record CsvLine(int Number, NewRunningCase Case, IReadOnlyList<string> Fields)
{
    /// <summary>An error with its line and its column.</summary>
    public FieldError Place(FieldError error)
    {
        var column = Column(error.Field);
        return new FieldError($"regel[{Number}].{column}", $"Regel {Number}, kolom '{column}': {error.Message}");
    }

    private string Column(string field)
    {
        if (!field.StartsWith("gegevens[", StringComparison.Ordinal))
            return field.ToLowerInvariant();
        var index = int.Parse(field["gegevens[".Length..field.IndexOf(']', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
        return index < Fields.Count ? Fields[index] : field;
    }
}
