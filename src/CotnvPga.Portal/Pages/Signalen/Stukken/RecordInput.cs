using CotnvPga.Convenant.Process;
using CotnvPga.Domain.Records;

namespace CotnvPga.Portal.Pages.Signalen.Stukken;

/// <summary>A record as it is typed: one answer a field, or several for a field that takes more.</summary>
public sealed class RecordInput
{
    public Guid? Bij { get; set; }

    public Guid? Vervangt { get; set; }

    public Dictionary<string, string?> Velden { get; set; } = [];

    public Dictionary<string, List<string>> Lijsten { get; set; } = [];

    /// <summary>Whether a field takes more than one answer.</summary>
    public static bool TakesMany(RecordField field) => field.TakesMany;

    /// <summary>Gives every field a place in the form; what was typed stays.</summary>
    public void Complete(RecordDefinition kind)
    {
        foreach (var field in kind.Fields)
        {
            if (TakesMany(field))
                Lijsten.TryAdd(field.Code, []);
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
            else
                Velden[field.Code] = words.Answer(field.Code);
        }
    }

    /// <summary>What is sent: only the fields that the kind has.</summary>
    public NewRecord ToRecord(RecordDefinition kind) => new(Bij, Vervangt, kind.Fields.ToDictionary(
        f => f.Code,
        IReadOnlyList<string> (f) => TakesMany(f) ? Lijsten.GetValueOrDefault(f.Code) ?? [] : [Velden.GetValueOrDefault(f.Code) ?? ""],
        StringComparer.Ordinal));
}
