using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Records;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Signalen.Stukken;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out the records of a case: per part of the work, each with its older versions and what was laid down about it.</summary>
public sealed class RecordPages(CompiledConvenant convenant, Words words, AnswerWords answers, Municipalities municipalities, DutchClock clock)
{
    private const int LongestBrief = 120;

    /// <summary>The records per part, in the order of the process data; a part without records or choices is left out.</summary>
    public IReadOnlyList<RecordPart> Parts(RecordsView view) =>
    [
        .. from part in convenant.Process.Records.Select(r => r.Part).Distinct()
           let records = view.Records.Where(r => IsTop(r, view) && Kind(r.Kind).Part == part).OrderByDescending(r => r.At).Select(r => Line(r, view)).ToList()
           let choices = view.Offered.Where(k => k.Part == part && !k.NeedsAbout && (k.About.Count == 0 || IsNever(k, view))).Select(k => Choice(k)).ToList()
           where records.Count + choices.Count > 0
           select new RecordPart(part, records, choices),
    ];

    /// <summary>What a record says, field by field.</summary>
    public IReadOnlyList<WordLine> Lines(RecordWords said, RecordsView view)
    {
        var kind = Kind(said.Stuk);
        return [.. kind.Fields.Where(f => said.Velden.ContainsKey(f.Code)).SelectMany(f => f.Kind == RecordFieldKind.Rijen
            ? answers.RowLines(f, said.Rows(f.Code))
            : [new WordLine(f.Label, Said(f, said, view))])];
    }

    private string Said(RecordField field, RecordWords said, RecordsView view) => field.Kind switch
    {
        RecordFieldKind.Gegevens => said.Velden[field.Code].Count == 1 ? "1 gegeven" : $"{said.Velden[field.Code].Count} gegevens",
        RecordFieldKind.Stukken => string.Join("; ", said.Ids(field.Code).Select(id => view.Records.FirstOrDefault(r => r.Id == id)).OfType<CaseRecord>().Select(Brief)),
        _ => string.Join(", ", said.Velden[field.Code].Select(a => answers.InWords(field, a))),
    };

    /// <summary>Records that words name, each in one line.</summary>
    public IReadOnlyList<WordLine> Named(IEnumerable<Guid> ids, RecordsView view) =>
        [.. ids.Select(id => view.Records.FirstOrDefault(r => r.Id == id)).OfType<CaseRecord>().Select(r => new WordLine(Kind(r.Kind).Label, Brief(r)))];

    /// <summary>The records of these kinds that stand, to choose from.</summary>
    public IReadOnlyList<Choice> Standing(RecordsView view, params IReadOnlyList<string> kinds) =>
        [.. view.Records.Where(r => r.Stands && kinds.Contains(r.Kind)).Select(r => new Choice(r.Id.ToString(), Brief(r), Group: r.Kind))];

    /// <summary>A record in one line: its first code in words and the beginning of its first text.</summary>
    private string Brief(CaseRecord record)
    {
        var kind = Kind(record.Kind);
        if (record.Words is not { } said)
            return kind.Label;
        var code = kind.Fields.FirstOrDefault(f => f.Kind is RecordFieldKind.Interventie or RecordFieldKind.Reden && said.Velden.ContainsKey(f.Code));
        var text = kind.Fields.FirstOrDefault(f => f.Kind is RecordFieldKind.Tekst or RecordFieldKind.Regel && said.Velden.ContainsKey(f.Code));
        string[] parts = [.. code is null ? [] : new[] { answers.InWords(code, said.Answer(code.Code)!) }, .. text is null ? [] : new[] { Shortened(said.Answer(text.Code)!) }];
        return parts.Length == 0 ? kind.Label : string.Join(": ", parts);
    }

    private static string Shortened(string text) => text.Length <= LongestBrief ? text : $"{text[..LongestBrief].TrimEnd()}…";

    /// <summary>What can be chosen in a field; empty when it is free.</summary>
    public IReadOnlyList<Choice> Choices(RecordField field, RecordsView view) => field.Kind switch
    {
        RecordFieldKind.Stukken => [.. view.Records.Where(r => r.Kind == field.From && r.Stands).Select(r => new Choice(r.Id.ToString(), Brief(r)))],
        RecordFieldKind.Gegevens => [.. view.OwnItems.Select(i => new Choice(i.Id.ToString(), $"{i.FieldLabel}: {Shortened(i.Value)}"))],
        _ => answers.Choices(field),
    };

    /// <summary>The articles that a kind rests on.</summary>
    public string Articles(RecordDefinition kind) => words.Articles(kind.Step.Grounds);

    /// <summary>Who will read it, in a sentence.</summary>
    public string WhoReads(RecordDefinition kind)
    {
        var readers = kind.Readers.Count == 0
            ? "alleen uw eigen partij"
            : $"aan tafel: {string.Join(", ", convenant.CodesOf("partij").Where(kind.Readers.Contains).Select(words.Party))}";
        return kind.Addressee is null ? $"Wie dit leest: {readers}." : $"Wie dit leest: {readers}, en aan wie u het richt.";
    }

    /// <summary>Whom a joint record still waits for, in a sentence.</summary>
    public string WaitsFor(IReadOnlyList<string> parties) => $"uw partij stemde in. Nu wacht het op {string.Join(" en ", parties.Select(words.PartyOrSecondPerson))}.";

    // A record about another one stands under it, unless this viewer does not see the other.
    private static bool IsTop(CaseRecord record, RecordsView view) =>
        !view.Records.Any(r => r.Replaces == record.Id) && (record.About is not { } about || view.Records.All(r => r.Id != about));

    // What is always about something starts from there; what may stand alone as well is offered here.
    private static bool IsNever(RecordDefinition kind, RecordsView view) => kind.About.All(a => view.Records.All(r => r.Kind != a));

    private RecordDefinition Kind(string code) => convenant.Process.Records.First(r => r.Code == code);

    private RecordLine Line(CaseRecord record, RecordsView view)
    {
        var kind = Kind(record.Kind);
        var chain = new List<Guid> { record.Id };
        for (var older = record.Replaces; older is { } id && view.Records.FirstOrDefault(r => r.Id == id) is { } previous; older = previous.Replaces)
            chain.Add(id);
        var about = view.Records.Where(r => r.About is { } a && chain.Contains(a) && view.Records.All(n => n.Replaces != r.Id)).Select(r => Line(r, view)).ToList();
        var next = record.IsFrozen ? [] : view.Offered
            .Where(k => k.About.Contains(record.Kind) && (!k.Closes || record.Stands) && (!k.OnlyAddressees || record.To.Contains(view.Party)))
            .Select(k => Choice(k, about: record.Id)).ToList();
        if (kind.Replaces && record.Stands && view.Offered.Contains(kind))
            next.Add(Choice(kind, record.About, record.Id) with { Label = "Nieuwe versie maken" });
        return new RecordLine(
            record.Id,
            kind.Label,
            By(record),
            record.At,
            record is { Waits: true, Due: { } due } ? new Deadline(kind.Label, due, clock.Today, WorkingDays.Between(clock.Today, due), kind.Step.Explanation) : null,
            record.EndedBy is not null,
            record.Words is { } said ? Lines(said, view) : [],
            [.. chain.Skip(1).Select(id => view.Records.First(r => r.Id == id)).Select(r => new RecordLine(r.Id, kind.Label, By(r), r.At, null, true, r.Words is { } w ? Lines(w, view) : [], [], [], []))],
            about,
            next);
    }

    private string By(CaseRecord record) =>
        record.Municipality is { } elsewhere ? $"{words.Party(record.Party)} ({municipalities.NameOf(new Municipality(elsewhere))})" : words.Party(record.Party);

    private static RecordChoice Choice(RecordDefinition kind, Guid? about = null, Guid? replaces = null) => new(kind.Code, kind.Label, kind.Step.Explanation, about, replaces);
}
