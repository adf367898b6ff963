using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Records;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>The answers of a form in words, and what can be chosen in its fields: of a record in a case or in a register.</summary>
public sealed class AnswerWords(CompiledConvenant convenant, Words words, Municipalities municipalities)
{
    /// <summary>An answer in words.</summary>
    public string InWords(RecordField field, string answer) => field.Kind switch
    {
        RecordFieldKind.Dag => RecordWords.DayOf(answer)?.ToDateText() ?? answer,
        RecordFieldKind.Reden or RecordFieldKind.Redenen => words.Reason(field.From!, answer),
        RecordFieldKind.Partij or RecordFieldKind.Partijen => words.Party(answer),
        RecordFieldKind.Interventie => convenant.Process.Interventions.Find(answer)?.Label ?? answer,
        RecordFieldKind.Gemeente => municipalities.NameOf(new Municipality(answer)),
        _ => answer,
    };

    /// <summary>What can be chosen in a field, whatever was laid down; empty when that does not follow from the rule data.</summary>
    public IReadOnlyList<Choice> Choices(RecordField field) => field.Kind switch
    {
        RecordFieldKind.Interventie => [.. convenant.Process.Interventions.All.Select(i => new Choice(i.Code, i.Label, i.Explanation))],
        RecordFieldKind.Reden or RecordFieldKind.Redenen => [.. convenant.Process.Reasons[field.From!].Select(r => new Choice(r.Code, r.Label, r.Explanation.Length > 0 ? r.Explanation : null))],
        RecordFieldKind.Partij or RecordFieldKind.Partijen => [.. convenant.CodesOf("partij").Where(convenant.GroupOf("partij", field.From!).Contains).Select(p => new Choice(p, words.Party(p)))],
        RecordFieldKind.Gemeente => [.. municipalities.All.Select(m => new Choice(m.Code, m.Name))],
        RecordFieldKind.JaNee => [new Choice("ja", "Ja"), new Choice("nee", "Nee")],
        _ => [],
    };

    /// <summary>One line a row; its answers below each other.</summary>
    public IEnumerable<WordLine> RowLines(RecordField field, IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => rows.Select((row, i) => new WordLine(
        $"{field.Label} ({i + 1})", string.Join('\n', field.Rows.Where(p => row.ContainsKey(p.Code)).Select(p => $"{p.Label.TrimEnd('?')}: {InWords(p, row[p.Code])}"))));
}
