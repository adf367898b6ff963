using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Process;

/// <summary>Reads the kinds of record (<c>stukken</c>), and checks what they refer to once every file was read.</summary>
internal sealed class RecordReader(ProcessWords words, Findings findings)
{
    private static readonly string[] Manners = ["alleen", "samen", "twee_personen"];

    private readonly List<(RecordDefinition Record, Place Place)> _read = [];
    private readonly RecordFieldReader _fields = new(words, findings);
    private readonly List<YamlText> _about = [];
    private readonly List<YamlText> _via = [];
    private readonly List<YamlText> _needs = [];

    public IReadOnlyList<RecordDefinition> Records => [.. _read.Select(r => r.Record)];

    public void Read(YamlMap map, List<YamlText> terms)
    {
        var reader = new MapReader(map, "Het stuk", findings);
        var code = reader.RequiredText("stuk");
        reader = new MapReader(map, $"Het stuk '{code.Value}'", findings);
        reader.Optional("stuk");
        var label = reader.RequiredText("naam").Value;
        var part = reader.RequiredText("onderdeel").Value;
        var from = words.Codes("fase", reader.RequiredTexts("van"));
        var parties = words.Codes("partij", reader.RequiredTexts("wie"));
        var anyOf = words.Circumstances(reader.Texts("met")).ToHashSet(StringComparer.Ordinal);
        var manner = reader.OptionalText("wijze") is { } how ? (StepManner)Array.IndexOf(Manners, words.Choice(how, "De wijze", Manners)) : StepManner.Alleen;
        var readers = words.Codes("partij", reader.Texts("leest"));
        var about = reader.Texts("bij");
        _about.AddRange(about);
        var closes = reader.YesNo("sluit");
        if (closes && about.Count == 0)
            findings.Error(Finding.MissingKey, code.Place, $"Het stuk '{code.Value}' sluit een ander stuk, maar zegt niet welk: voeg 'bij' toe.");
        var freezes = reader.YesNo("bevriest");
        if (freezes && !closes)
            findings.Error(Finding.MissingKey, code.Place, $"Het stuk '{code.Value}' bevriest een ander stuk, maar sluit het niet: voeg 'sluit: ja' toe.");
        var onTop = reader.YesNo("bovenaan");
        var asksSeat = reader.YesNo("vraagt_zetel");
        var needs = reader.Texts("vereist");
        _needs.AddRange(needs);
        var replaces = reader.YesNo("versies");
        var via = reader.OptionalText("langs");
        if (via is not null)
            _via.Add(via);
        var byAddressee = reader.YesNo("alleen_geadresseerden");
        if (byAddressee && about.Count == 0)
            findings.Error(Finding.MissingKey, code.Place, $"Het stuk '{code.Value}' is voor wie een ander stuk kreeg, maar zegt niet welk: voeg 'bij' toe.");
        var keeps = reader.YesNo("bewaart");
        var suspends = reader.YesNo("schort_op");
        var extends = reader.OptionalText("verlengt");
        if (extends is not null && !suspends)
            findings.Error(Finding.MissingKey, extends.Place, $"Het stuk '{code.Value}' verlengt een termijn, maar laat die ook zelf doorlopen: voeg 'schort_op: ja' toe.");
        var answers = reader.YesNo("antwoord");
        if ((suspends || answers) && about.Count == 0)
            findings.Error(Finding.MissingKey, code.Place, $"Het stuk '{code.Value}' gaat over een ander stuk, maar zegt niet welk: voeg 'bij' toe.");
        var holdsBack = reader.YesNo("houdt_tegen");
        var toSelf = reader.YesNo("aan_zichzelf");
        var notWhile = reader.Texts("niet_zolang");
        _about.AddRange(notWhile);
        var reviewers = words.Codes("partij", reader.Texts("toetst"));
        var term = reader.OptionalText("termijn");
        if (term is not null)
            terms.Add(term);
        var fields = _fields.Read(reader.RequiredMap("velden"));
        if (extends is not null && !fields.Exists(f => f.IsDue))
            findings.Error(Finding.MissingKey, extends.Place, $"Het stuk '{code.Value}' verlengt een termijn, maar zegt niet tot wanneer: geef een dag 'uiterlijk: ja'.");
        var counted = reader.OptionalText("telt");
        if (counted is not null && !fields.Exists(f => f.Code == counted.Value && f.Kind is RecordFieldKind.Reden or RecordFieldKind.JaNee or RecordFieldKind.Interventie))
            findings.Error(Finding.UnknownCode, counted.Place, $"Het stuk '{code.Value}' kan alleen een reden, een interventie of ja of nee tellen, en heeft zo geen veld '{counted.Value}'.");
        var (grounds, certainty) = words.Basis(reader);
        var explanation = reader.RequiredText("toelichting").Value;
        reader.Done();
        var step = new StepDefinition(code.Value, label, from, [], parties, anyOf, manner, [.. needs.Select(n => n.Value)], [], null, grounds, certainty, explanation);
        if (_read.Exists(r => r.Record.Code == code.Value))
            findings.Error(Finding.DuplicateCode, code.Place, $"Het stuk '{code.Value}' bestaat al.");
        _read.Add((new RecordDefinition(step, part, readers, fields, [.. about.Select(a => a.Value)], closes, replaces, term?.Value, counted?.Value)
        {
            Via = via?.Value,
            OnlyAddressees = byAddressee,
            Keeps = keeps,
            Suspends = suspends,
            ExtendsMonths = extends is null ? null : words.Number(extends),
            HoldsBack = holdsBack,
            ToSelf = toSelf,
            AnswersMaker = answers,
            NotWhile = [.. notWhile.Select(n => n.Value)],
            Reviewers = reviewers,
            Freezes = freezes,
            OnTop = onTop,
            AsksSeat = asksSeat,
        }, code.Place));
    }

    /// <summary>What can only be known when all files were read.</summary>
    /// <param name="reasons">The lists of reasons.</param>
    /// <param name="steps">Codes of the steps and acts.</param>
    /// <param name="facts">The facts that a record can need.</param>
    public void Check(IReadOnlyDictionary<string, IReadOnlyList<ReasonDefinition>> reasons, IEnumerable<string> steps, IReadOnlyCollection<string> facts)
    {
        foreach (var text in _needs.Where(n => !facts.Contains(n.Value)))
            findings.Unknown(Finding.UnknownCode, text.Place, "Het feit", text.Value, facts);
        _fields.CheckReasons(reasons);
        foreach (var text in _about.Concat(_fields.Named).Where(t => !_read.Exists(r => r.Record.Code == t.Value)))
            findings.Unknown(Finding.UnknownCode, text.Place, "Het stuk", text.Value, _read.Select(r => r.Record.Code));
        var known = steps.ToHashSet(StringComparer.Ordinal);
        foreach (var text in _via.Where(t => !known.Contains(t.Value)))
            findings.Unknown(Finding.UnknownCode, text.Place, "De stap of nevenstap", text.Value, known);
        foreach (var (record, place) in _read.Where(r => r.Record.Keeps && !_read.Exists(o => o.Record.Closes && o.Record.About.Contains(r.Record.Code))))
            findings.Error(Finding.RecordNeverEnds, place, $"Het stuk '{record.Code}' houdt vernietigen tegen, maar geen stuk sluit het: de zaak blijft voor altijd bewaard.");
        foreach (var (record, place) in _read.Where(r => known.Contains(r.Record.Code)))
            findings.Error(Finding.DuplicateCode, place, $"'{record.Code}' is al een stap.");
        foreach (var (record, place) in _read.Where(r => r.Record.Waits && !IsEnded(r.Record.Code) && !r.Record.About.Any(IsEnded)))
            findings.Error(Finding.RecordNeverEnds, place, $"Het stuk '{record.Code}' wacht tot een termijn of dag, maar geen stuk sluit het: niemand kan het afmaken.");
    }

    /// <summary>Whether a record can end this one; what waits about a record ends with that one.</summary>
    private bool IsEnded(string code) => _read.Exists(o => o.Record.Closes && o.Record.About.Contains(code));
}
