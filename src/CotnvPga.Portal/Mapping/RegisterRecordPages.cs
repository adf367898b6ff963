using System.Globalization;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Registers;
using CotnvPga.Data.Registers;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Registers;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Registers;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out records of the registers.</summary>
public sealed class RegisterRecordPages(AnswerWords answers, Words words, Municipalities municipalities, DutchClock clock)
{
    private const string Drawn = "getrokken";

    private static readonly Dictionary<string, string> OfSystem = new(StringComparer.Ordinal) { ["zaad"] = "Zaad van de trekking", ["uit"] = "Getrokken uit", [Drawn] = "Getrokken stukken" };

    /// <summary>A record in a list.</summary>
    public RegisterLine Line(RegisterDefinition register, RegisterRecord record)
    {
        var form = register.Form(record.Form);
        return new RegisterLine(
            record.Id, record.Cited, form?.Label ?? record.Form, record.Title, Outcome(form, record),
            $"{words.Party(record.Party)}{(record.Municipality is { } place ? $", {municipalities.NameOf(new Municipality(place))}" : "")}",
            record.At.ToMomentText(),
            record is { Waits: true, Due: { } due } ? new Deadline(form?.Label ?? "", due, clock.Today, WorkingDays.Between(clock.Today, due), "") : null,
            record.EndedBy is not null);
    }

    /// <summary>What a record says, field by field.</summary>
    public IReadOnlyList<WordLine> Lines(RegisterEntry entry) => Lines(entry.Register, entry.Record, entry.Named);

    /// <summary>The same, with the records that it can name.</summary>
    public IReadOnlyList<WordLine> Lines(RegisterDefinition register, RegisterRecord record, IReadOnlyList<RegisterRecord> named)
    {
        var form = register.Form(record.Form);
        var said = record.Words;
        return
        [
            .. (form?.Record.Fields ?? []).Where(f => said.Velden.ContainsKey(f.Code)).SelectMany(f => f.Kind switch
            {
                RecordFieldKind.Rijen => answers.RowLines(f, said.Rows(f.Code)),
                RecordFieldKind.Stukken => [new WordLine(f.Label, Cited(named, said.Ids(f.Code)))],
                _ => [new WordLine(f.Label, string.Join(", ", said.Velden[f.Code].Select(a => answers.InWords(f, a))))],
            }),
            .. OfSystem.Where(o => said.Velden.ContainsKey(o.Key)).Select(o => new WordLine(o.Value, o.Key == Drawn ? Cited(named, said.Ids(Drawn)) : said.Answer(o.Key)!)),
        ];
    }

    /// <summary>The articles on which a form rests.</summary>
    public string Articles(IEnumerable<string> grounds) => words.Articles(grounds);

    /// <summary>What a form needs first, in a sentence; null when nothing.</summary>
    public static string? Needs(RegisterDefinition register, RegisterForm form) => form.Needs.Count == 0
        ? null
        : $"Eerst nodig: {string.Join("; ", form.Needs.Select(any => string.Join(" of ", any.Select(n => register.Form(n.Form)?.Label ?? n.Form).Distinct())))}.";

    /// <summary>A register as a file.</summary>
    public byte[] Csv(RegisterExport export)
    {
        var cited = export.Records.ToDictionary(r => r.Id, r => r.Cited);
        return SpreadsheetFile.Of(
            ["nummer", "stuk", "titel", "uitkomst", "bij", "gemeente", "partij", "op", "uiterlijk", "tekst", "vorige", "vingerafdruk"],
            export.Records.Select(record => (record, form: export.Register.Form(record.Form))).Select(r => new[]
            {
                r.record.Number.ToString(CultureInfo.InvariantCulture), r.form?.Label ?? r.record.Form, r.record.Title, Outcome(r.form, r.record) ?? "",
                r.record.Words.Bij is { } about ? cited.GetValueOrDefault(about, "") : "", r.record.Municipality ?? "", words.Party(r.record.Party), r.record.At.ToString(), r.record.Due?.ToDateText() ?? "",
                string.Join(" | ", r.record.Words.Velden.Select(v => $"{v.Key}: {string.Join(", ", v.Value)}")), r.record.Previous, r.record.Fingerprint,
            }));
    }

    private string? Outcome(RegisterForm? form, RegisterRecord record)
    {
        if (record.Outcome is not { } outcome || form?.Record.Fields.FirstOrDefault(f => f.Code == form.Record.Counted) is not { } field)
            return null;
        return answers.InWords(field, outcome) switch { "ja" => "Ja", "nee" => "Nee", var said => said };
    }

    private static string Cited(IReadOnlyList<RegisterRecord> named, IReadOnlyList<Guid> ids) =>
        string.Join(", ", named.Where(n => ids.Contains(n.Id)).Select(n => $"{n.Cited} ({n.Title})")) is { Length: > 0 } cited ? cited : "Geen";
}
