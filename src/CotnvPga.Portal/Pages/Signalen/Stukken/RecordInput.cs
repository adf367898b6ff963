using CotnvPga.Convenant.Process;
using CotnvPga.Domain.Records;

namespace CotnvPga.Portal.Pages.Signalen.Stukken;

/// <summary>A record as it is typed: one answer a field, or several for a field that takes more.</summary>
public sealed class RecordInput
{
    private const int MostRows = 60;

    public Guid? Bij { get; set; }

    public Guid? Vervangt { get; set; }

    public Dictionary<string, string?> Velden { get; set; } = [];

    public Dictionary<string, List<string>> Lijsten { get; set; } = [];

    /// <summary>Per field of rows the rows, each with its answers by field.</summary>
    public Dictionary<string, List<Dictionary<string, string?>>> Rijen { get; set; } = [];

    /// <summary>Whether a field is a list of answers to choose from; rows are typed in their own way.</summary>
    public static bool TakesMany(RecordField field) => field.TakesMany && field.Kind != RecordFieldKind.Rijen;

    /// <summary>Gives every field a place in the form; what was typed stays.</summary>
    public void Complete(RecordDefinition kind)
    {
        foreach (var field in kind.Fields)
        {
            if (TakesMany(field))
                Lijsten.TryAdd(field.Code, []);
            else if (field.Kind == RecordFieldKind.Rijen)
                CompleteRows(field);
            else
                Velden.TryAdd(field.Code, null);
        }
    }

    /// <summary>Begins with the words of the version that it takes the place of.</summary>
    public void BeginWith(RecordDefinition kind, RecordWords words)
    {
        foreach (var field in kind.Fields.Where(f => words.Velden.ContainsKey(f.Code)))
        {
            if (TakesMany(field))
                Lijsten[field.Code] = [.. words.Velden[field.Code]];
            else if (field.Kind == RecordFieldKind.Rijen)
                BeginRows(field, words.Rows(field.Code));
            else
                Velden[field.Code] = words.Answer(field.Code);
        }
    }

    /// <summary>Begins a field of rows with these.</summary>
    public void BeginRows(RecordField field, IEnumerable<IReadOnlyDictionary<string, string>> rows)
    {
        Rijen[field.Code] = [.. rows.Select(r => r.ToDictionary(a => a.Key, a => (string?)a.Value, StringComparer.Ordinal))];
        CompleteRows(field);
    }

    /// <summary>Adds a row when the pressed button says so; false when it was another button.</summary>
    public bool Extend(RecordDefinition kind, string? action)
    {
        if (action?.Split(':') is not ["rij", var code] || kind.Fields.FirstOrDefault(f => f.Code == code && f.Kind == RecordFieldKind.Rijen) is not { } field)
            return false;
        if (Rijen[code].Count < MostRows)
            Rijen[code].Add([]);
        CompleteRows(field);
        return true;
    }

    private void CompleteRows(RecordField field)
    {
        if (!Rijen.TryGetValue(field.Code, out var rows) || rows.Count == 0)
            Rijen[field.Code] = rows = [[]];
        foreach (var row in rows)
        {
            foreach (var part in field.Rows)
                row.TryAdd(part.Code, null);
        }
    }

    private List<string> Rows(RecordField field) => [.. (Rijen.GetValueOrDefault(field.Code) ?? []).Select(row => RecordRow.Write(new SortedDictionary<string, string>(
        row.Where(a => !string.IsNullOrWhiteSpace(a.Value)).ToDictionary(a => a.Key, a => a.Value!), StringComparer.Ordinal)))];

    /// <summary>What is sent: only the fields that the kind has.</summary>
    public NewRecord ToRecord(RecordDefinition kind) => new(Bij, Vervangt, kind.Fields.ToDictionary(
        f => f.Code,
        IReadOnlyList<string> (f) => f.Kind == RecordFieldKind.Rijen ? Rows(f) : TakesMany(f) ? Lijsten.GetValueOrDefault(f.Code) ?? [] : [Velden.GetValueOrDefault(f.Code) ?? ""],
        StringComparer.Ordinal));
}
