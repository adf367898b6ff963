using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Registers;

/// <summary>Reads the registers (<c>registers</c>), and checks what they refer to once every file was read.</summary>
internal sealed class RegisterReader(ProcessWords words, Findings findings)
{
    private const string Kept = "blijvend";

    private static readonly string[] Samples = ["stukken", "zaken"];
    private static readonly string[] Appraisals = [Kept, "tijdelijk"];

    private readonly List<RegisterDefinition> _registers = [];
    private readonly RecordFieldReader _fields = new(words, findings);
    private readonly List<YamlText> _tasks = [];
    private readonly List<YamlText> _forms = [];
    private readonly HashSet<YamlText> _known = [];

    public IReadOnlyList<RegisterDefinition> Registers => _registers;

    public void Read(YamlMap map, List<YamlText> terms)
    {
        var code = new MapReader(map, "Het register", findings).RequiredText("register");
        var reader = new MapReader(map, $"Het register '{code.Value}'", findings);
        reader.Optional("register");
        var (label, explanation) = (reader.RequiredText("naam").Value, reader.RequiredText("toelichting").Value);
        var readers = Tasks(reader.RequiredTexts("leest"));
        var forms = new List<RegisterForm>();
        foreach (var one in reader.RequiredList("stukken"))
        {
            if (reader.AsMap(one, "stukken") is { } form)
                forms.Add(ReadForm(form, readers, terms));
        }
        // Nothing is lost while no list of selection says that it may.
        var kept = reader.OptionalText("waardering") is not { } appraisal || words.Choice(appraisal, "De waardering", Appraisals) == Kept;
        var (grounds, certainty) = words.Basis(reader);
        reader.Done();
        if (_registers.Exists(r => r.Code == code.Value))
            findings.Error(Finding.DuplicateCode, code.Place, $"Het register '{code.Value}' bestaat al.");
        foreach (var again in forms.Where(f => _registers.Exists(r => r.Form(f.Code) is not null) || forms.Count(o => o.Code == f.Code) > 1).Select(f => f.Code).Distinct())
            findings.Error(Finding.DuplicateCode, code.Place, $"Het stuk '{again}' bestaat al in een register.");
        _registers.Add(new RegisterDefinition(code.Value, label, explanation, forms, kept, grounds, certainty));
        foreach (var form in _forms.Concat(_fields.Named).Where(f => forms.TrueForAll(o => o.Code != f.Value) && !_known.Contains(f)))
            findings.Unknown(Finding.UnknownCode, form.Place, $"In het register '{code.Value}': het stuk", form.Value, forms.Select(o => o.Code));
        foreach (var form in forms.Where(f => f.Record.Waits && !forms.Exists(o => o.Record.Closes && o.Record.About.Contains(f.Code))))
            findings.Error(Finding.RecordNeverEnds, code.Place, $"Het stuk '{form.Code}' wacht tot een termijn of dag, maar geen stuk sluit het: niemand kan het afmaken.");
        _forms.Clear();
        _known.UnionWith(_fields.Named);
    }

    /// <summary>What can only be known when all files were read.</summary>
    /// <param name="reasons">The lists of reasons.</param>
    /// <param name="tasks">The tasks that memberships bring.</param>
    public void Check(IReadOnlyDictionary<string, IReadOnlyList<ReasonDefinition>> reasons, IReadOnlySet<string> tasks)
    {
        _fields.CheckReasons(reasons);
        foreach (var task in _tasks.Where(t => !tasks.Contains(t.Value)))
            findings.Unknown(Finding.UnknownCode, task.Place, "De taak", task.Value, tasks);
    }

    private RegisterForm ReadForm(YamlMap map, IReadOnlyList<string> registerReaders, List<YamlText> terms)
    {
        var code = new MapReader(map, "Het stuk", findings).RequiredText("stuk");
        var reader = new MapReader(map, $"Het stuk '{code.Value}'", findings);
        reader.Optional("stuk");
        var label = reader.RequiredText("naam").Value;
        var by = Tasks(reader.RequiredTexts("door"));
        var own = Tasks(reader.Texts("leest"));
        var about = reader.Texts("bij");
        _forms.AddRange(about);
        var (closes, replaces, another) = (reader.YesNo("sluit"), reader.YesNo("versies"), reader.YesNo("iemand_anders"));
        if ((closes || another) && about.Count == 0)
            findings.Error(Finding.MissingKey, code.Place, $"Het stuk '{code.Value}' gaat over een ander stuk, maar zegt niet welk: voeg 'bij' toe.");
        var needs = reader.Texts("vereist").Select(ReadNeed).ToList();
        var term = reader.OptionalText("termijn");
        if (term is not null)
            terms.Add(term);
        var notAfter = reader.Texts("niet_na");
        _forms.AddRange(notAfter);
        var (from, until) = (reader.OptionalText("geldt_van"), reader.OptionalText("geldt_tot"));
        var sample = reader.OptionalText("trekt") is { } drawn ? (SampleKind?)Array.IndexOf(Samples, words.Choice(drawn, "De steekproef", Samples)) : null;
        var fields = _fields.Read(reader.RequiredMap("velden"));
        foreach (var day in new[] { from, until }.OfType<YamlText>().Where(d => fields.TrueForAll(f => f.Code != d.Value || f.Kind != RecordFieldKind.Dag)))
            findings.Unknown(Finding.UnknownCode, day.Place, "De dag", day.Value, fields.Where(f => f.Kind == RecordFieldKind.Dag).Select(f => f.Code));
        var counted = reader.OptionalText("telt");
        if (counted is not null && !fields.Exists(f => f.Code == counted.Value && f.Kind is RecordFieldKind.Reden or RecordFieldKind.JaNee))
            findings.Unknown(Finding.UnknownCode, counted.Place, "De uitkomst", counted.Value, fields.Where(f => f.Kind is RecordFieldKind.Reden or RecordFieldKind.JaNee).Select(f => f.Code));
        var (grounds, certainty) = words.Basis(reader);
        var explanation = reader.RequiredText("toelichting").Value;
        reader.Done();
        var step = new StepDefinition(code.Value, label, new HashSet<string>(), [], new HashSet<string>(), new HashSet<string>(), StepManner.Alleen, [], [], null, grounds, certainty, explanation);
        var record = new RecordDefinition(step, "", new HashSet<string>(), fields, [.. about.Select(a => a.Value)], closes, replaces, term?.Value, counted?.Value);
        return new RegisterForm(record, by, own.Count > 0 ? [.. own.Concat(by).Distinct()] : [.. registerReaders.Concat(by).Distinct()], another, needs, until?.Value, from?.Value,
            [.. notAfter.Select(n => n.Value)], sample);
    }

    /// <summary><c>a/x of b</c>: form a with outcome x, or form b with any.</summary>
    private List<RegisterNeed> ReadNeed(YamlText text)
    {
        var needs = new List<RegisterNeed>();
        foreach (var part in text.Value.Split(" of ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var at = part.Split('/', 2);
            _forms.Add(new YamlText(text.Place, at[0]));
            needs.Add(new RegisterNeed(at[0], at.Length > 1 ? at[1] : null));
        }
        return needs;
    }

    private List<string> Tasks(IReadOnlyList<YamlText> tasks)
    {
        _tasks.AddRange(tasks);
        return [.. tasks.Select(t => t.Value)];
    }
}
