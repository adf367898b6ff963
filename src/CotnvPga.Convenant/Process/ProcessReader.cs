using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Logging;
using CotnvPga.Convenant.Registers;
using CotnvPga.Convenant.Reporting;
using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Process;

/// <summary>Reads the files of <c>proces/</c> into one process; each key may stand in any of them, most of them once.</summary>
internal sealed class ProcessReader(Vocabulary vocabulary, SourceCatalogue sources, Findings findings)
{
    /// <summary>Keys that several files may have, each with codes of its own.</summary>
    private static readonly string[] Spread = ["stukken", "redenen", "termijnen", "nevenstappen", "interventies", "berichten", "registers"];

    private readonly ProcessWords _words = new(vocabulary, sources, findings);
    private readonly List<StartDefinition> _starts = [];
    private readonly List<RunningStart> _running = [];
    private readonly List<StepDefinition> _steps = [];
    private readonly List<StepDefinition> _acts = [];
    private readonly FactReader _facts = new(vocabulary, findings);
    private readonly RecordReader _records = new(new ProcessWords(vocabulary, sources, findings), findings);
    private readonly InterventionReader _interventions = new(new ProcessWords(vocabulary, sources, findings), findings);
    private readonly List<ProcessingDefinition> _processings = [];
    private readonly NotificationReader _notifications = new(new ProcessWords(vocabulary, sources, findings), findings);
    private readonly ReportReader _report = new(new ProcessWords(vocabulary, sources, findings), findings);
    private readonly RegisterReader _registers = new(new ProcessWords(vocabulary, sources, findings), findings);
    private readonly LogFlagReader _flags = new(new ProcessWords(vocabulary, sources, findings), findings);
    private readonly List<YamlText> _termNames = [];
    private readonly Dictionary<string, ParameterDefinition> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CriterionDefinition> _criteria = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ReasonDefinition>> _reasons = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MembershipDefinition> _memberships = new(StringComparer.Ordinal);

    public ProcessModel Read(IReadOnlyList<YamlMap> files)
    {
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var entry in file.Entries)
            {
                if (!seen.TryAdd(entry.Key.Value, entry.Key.Place) && !Spread.Contains(entry.Key.Value))
                    findings.Error(Finding.DuplicateKey, entry.Key.Place, $"'{entry.Key.Value}' staat ook al op {seen[entry.Key.Value]}.");
            }
            ReadFile(file);
        }
        CheckTerms();
        _notifications.Check([.. _steps.Concat(_acts).Select(s => s.Code)]);
        _records.Check(_reasons, _steps.Concat(_acts).Select(s => s.Code), [.. _facts.Facts.Keys]);
        _interventions.Check(_reasons);
        _registers.Check(_reasons, _memberships.Values.SelectMany(m => m.Tasks.Keys).ToHashSet(StringComparer.Ordinal));
        _report.Check([.. _steps.Select(s => s.Code), .. _records.Records.Select(r => $"stuk:{r.Code}")]);
        return new ProcessModel(_starts, _steps, _acts, _terms, _criteria, _reasons, _memberships)
        {
            Facts = _facts.Facts,
            SetBy = _facts.SetBy,
            Records = _records.Records,
            Interventions = _interventions.Catalogue,
            Processings = _processings,
            Notifications = _notifications.Notifications,
            Running = _running,
            Report = _report.Catalogue,
            Registers = _registers.Registers,
            LogFlags = _flags.Flags,
        };
    }

    private void ReadFile(YamlMap file)
    {
        var root = new MapReader(file, "Een bestand van het proces", findings);
        var steps = new StepReader(_words, findings);
        ReadList(root, "start", map => _starts.Add(ReadStart(map)));
        ReadList(root, "lopend", map => _running.Add(ReadRunning(map)));
        ReadList(root, "stappen", map => AddStep(_steps, steps.Read(map, "De stap", _termNames)));
        ReadList(root, "nevenstappen", map => AddStep(_acts, steps.Read(map, "De nevenstap", _termNames)));
        ReadList(root, "stukken", map => _records.Read(map, _termNames));
        ReadList(root, "interventies", _interventions.Read);
        ReadList(root, "verwerkingen", ReadProcessing);
        ReadList(root, "berichten", _notifications.Read);
        ReadList(root, "gebieden", _report.ReadArea);
        ReadList(root, "tabellen", _report.ReadTable);
        ReadList(root, "registers", map => _registers.Read(map, _termNames));
        ReadList(root, "vlaggen", _flags.Read);
        ReadList(root, "termijnen", ReadTerm);
        ReadMap(root, "criteria", ReadCriterion);
        ReadMap(root, "feiten", _facts.ReadFact);
        _facts.ReadSetters(root);
        ReadMap(root, "lidmaatschappen", ReadMembership);
        foreach (var list in root.OptionalMap("redenen")?.Entries ?? [])
            ReadReasons(list, root);
        root.Done();
    }

    private StartDefinition ReadStart(YamlMap map)
    {
        var reader = new MapReader(map, "Een start", findings);
        var label = reader.OptionalText("naam")?.Value ?? "Begin van een zaak";
        var parties = _words.Codes("partij", reader.RequiredTexts("wie"));
        var phase = _words.Code("fase", reader.RequiredText("fase"));
        var becomes = _words.Circumstances(reader.Texts("wordt"));
        var addresseeBecomes = _words.Circumstances(reader.Texts("geadresseerde_wordt"));
        var addressees = _words.Codes("partij", reader.Texts("gericht_aan"));
        var (grounds, certainty) = _words.Basis(reader);
        var explanation = reader.OptionalText("toelichting")?.Value ?? "";
        reader.Done();
        return new StartDefinition(label, parties, phase, becomes, addresseeBecomes, addressees, grounds, certainty, explanation);
    }

    private RunningStart ReadRunning(YamlMap map)
    {
        var reader = new MapReader(map, "Een lopende zaak", findings);
        var label = reader.RequiredText("naam").Value;
        var parties = _words.Codes("partij", reader.RequiredTexts("wie"));
        var phases = _words.Codes("fase", reader.RequiredTexts("fasen"));
        var becomes = _words.Circumstances(reader.Texts("wordt"));
        var (weighed, seats) = (reader.YesNo("weging"), reader.YesNo("betrokken"));
        var tasks = reader.Texts("taken");
        var (grounds, certainty) = _words.Basis(reader);
        var explanation = reader.RequiredText("toelichting").Value;
        reader.Done();
        return new RunningStart(label, parties, phases, becomes, weighed, seats, [.. tasks.Select(t => t.Value)], grounds, certainty, explanation);
    }

    private void AddStep(List<StepDefinition> steps, (StepDefinition Step, Place Place) read)
    {
        if (_steps.Concat(_acts).Any(s => s.Code == read.Step.Code))
            findings.Error(Finding.DuplicateCode, read.Place, $"De stap '{read.Step.Code}' bestaat al.");
        steps.Add(read.Step);
    }

    private void ReadTerm(YamlMap map)
    {
        var reader = new MapReader(map, "Een termijn", findings);
        var code = reader.RequiredText("code");
        var name = reader.RequiredText("naam").Value;
        var value = _words.Number(reader.RequiredText("waarde"));
        var unit = _words.Choice(reader.RequiredText("eenheid"), "De eenheid", ["werkdagen", "dagen", "maanden", "jaren", "rondes", "evaluaties", "uren", "personen"]);
        var phase = reader.OptionalText("fase") is { } text ? _words.Code("fase", text) : null;
        var (grounds, certainty) = _words.Basis(reader);
        var term = new ParameterDefinition(code.Value, name, value, unit, phase, grounds, certainty, reader.RequiredText("toelichting").Value);
        reader.Done();
        if (!_terms.TryAdd(code.Value, term))
            findings.Error(Finding.DuplicateCode, code.Place, $"De termijn '{code.Value}' bestaat al.");
    }

    private void ReadProcessing(YamlMap map)
    {
        var reader = new MapReader(map, "Een verwerking", findings);
        var code = reader.RequiredText("code");
        var name = reader.RequiredText("naam").Value;
        var restarts = _words.Codes("fase", reader.Texts("opnieuw_in"));
        var (grounds, certainty) = _words.Basis(reader);
        var processing = new ProcessingDefinition(code.Value, name, restarts, grounds, certainty, reader.RequiredText("toelichting").Value);
        reader.Done();
        if (_processings.Exists(p => p.Code == code.Value))
            findings.Error(Finding.DuplicateCode, code.Place, $"De verwerking '{code.Value}' bestaat al.");
        _processings.Add(processing);
    }

    private void ReadCriterion(string code, YamlMap map)
    {
        var reader = new MapReader(map, $"Het criterium '{code}'", findings);
        var (name, help) = (reader.RequiredText("naam").Value, reader.RequiredText("hulp").Value);
        var (grounds, certainty) = _words.Basis(reader);
        reader.Done();
        _criteria[code] = new CriterionDefinition(code, name, help, grounds, certainty);
    }

    private void ReadMembership(string party, YamlMap map)
    {
        var reader = new MapReader(map, $"Het lidmaatschap '{party}'", findings);
        _words.Code("partij", new YamlText(map.Place, party));
        var elsewhere = reader.OptionalText("elders") is { } text ? _words.Code("partij", text) : null;
        var purposes = reader.RequiredTexts("doelen");
        foreach (var purpose in purposes)
            _words.Code("doel", purpose);
        var signs = _words.Codes("rol", reader.Texts("tekent"));
        var tasks = reader.OptionalMap("taken")?.Entries.ToDictionary(e => e.Key.Value, e => _words.Codes("rol", reader.TextsOf(e.Value, e.Key.Value)), StringComparer.Ordinal);
        var arranges = _words.Codes("rol", reader.Texts("regelt"));
        var keepers = _words.Codes("partij", reader.Texts("belangen"));
        reader.Done();
        _memberships[party] = new MembershipDefinition(party, elsewhere, [.. purposes.Select(p => p.Value)], signs) { Tasks = tasks ?? [], InterestsKeptBy = keepers, Arranges = arranges };
    }

    private void ReadReasons(YamlEntry list, MapReader root)
    {
        var reasons = new List<ReasonDefinition>();
        foreach (var item in list.Value is YamlList items ? items.Items : [])
        {
            if (root.AsMap(item, list.Key.Value) is not { } map)
                continue;
            var reader = new MapReader(map, "Een reden", findings);
            var code = reader.RequiredText("code");
            if (reasons.Exists(r => r.Code == code.Value))
                findings.Error(Finding.DuplicateCode, code.Place, $"De reden '{code.Value}' bestaat al in '{list.Key.Value}'.");
            reasons.Add(new ReasonDefinition(
                code.Value,
                reader.RequiredText("naam").Value,
                reader.OptionalText("toelichting")?.Value ?? "",
                reader.RequiredCertainty(findings).Code())
            {
                Grounds = _words.Grounds(reader.Texts("grondslag")),
                Needs = [.. reader.Texts("vereist").Select(t => t.Value)],
            });
            reader.Done();
        }
        if (list.Value is not YamlList)
            findings.Error(Finding.WrongKind, list.Value.Place, $"'{list.Key.Value}' moet een lijst van redenen zijn.");
        if (!_reasons.TryAdd(list.Key.Value, reasons))
            findings.Error(Finding.DuplicateCode, list.Key.Place, $"De lijst van redenen '{list.Key.Value}' bestaat al.");
    }

    /// <summary>A step may wait for one term, or for one of several that begin with the same word and differ per phase.</summary>
    private void CheckTerms()
    {
        foreach (var name in _termNames)
        {
            if (!_terms.Keys.Any(t => t == name.Value || t.StartsWith(name.Value + "_", StringComparison.Ordinal)))
                findings.Unknown(Finding.UnknownCode, name.Place, "De termijn", name.Value, _terms.Keys);
        }
    }

    private void ReadList(MapReader root, string key, Action<YamlMap> read)
    {
        if (root.Optional(key) is not { } node)
            return;
        if (node is not YamlList list)
        {
            findings.Error(Finding.WrongKind, node.Place, $"'{key}' moet een lijst zijn.");
            return;
        }
        foreach (var item in list.Items)
        {
            if (root.AsMap(item, key) is { } map)
                read(map);
        }
    }

    private static void ReadMap(MapReader root, string key, Action<string, YamlMap> read)
    {
        foreach (var entry in root.OptionalMap(key)?.Entries ?? [])
        {
            if (root.AsMap(entry.Value, entry.Key.Value) is { } map)
                read(entry.Key.Value, map);
        }
    }
}
