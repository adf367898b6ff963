using System.Text;

namespace CotnvPga.Convenant.Tests.Properties;

/// <summary>A random convenant with all layers: a law with its closing rule, a model with a choice and a trial, local covenants.</summary>
/// <param name="Law">Rules of the law.</param>
/// <param name="Model">Rules of the model covenant that hold everywhere.</param>
/// <param name="Trial">Rules that hold as a trial in municipality 0001, in 2024.</param>
/// <param name="Locals">Versions of local covenants.</param>
/// <param name="Seed">From which the questions are drawn.</param>
internal sealed record RandomLayers(
    IReadOnlyList<RandomRule> Law, IReadOnlyList<RandomRule> Model, IReadOnlyList<RandomRule> Trial, IReadOnlyList<RandomLocal> Locals, int Seed)
{
    /// <summary>The files, in no order that means anything.</summary>
    public IReadOnlyList<RuleFile> Files()
    {
        var files = new List<RuleFile>
        {
            new("vocabulaire.yaml", LayeredWords.Vocabulary),
            new("bronnen.yaml", LayeredWords.Sources),
            new("wet.yaml", "laag: wet\nregels:\n- {id: dicht, soort: slot, grondslag: w:1, zekerheid: vastgesteld, toelichting: Dicht.}\n" + string.Concat(Law.Select(r => r.Yaml("")))),
            new("model.yaml", ModelText()),
        };
        files.AddRange(Locals.Select(l => new RuleFile($"lokaal-{l.Municipality}-{l.Version}.yaml", l.Yaml())));
        return files;
    }

    /// <summary>Loads it.</summary>
    /// <exception cref="InvalidOperationException">The generator made something that is no convenant.</exception>
    public CompiledConvenant Load() => Load(Files());

    public static CompiledConvenant Load(IReadOnlyList<RuleFile> files)
    {
        var result = CompiledConvenant.Load(files);
        return result.Convenant ?? throw new InvalidOperationException(string.Join("\n", result.Diagnostics));
    }

    /// <summary>What is printed when a law of the engine does not hold for it: the rule data, without the words that are always the same.</summary>
    public override string ToString() => string.Concat(Files().Skip(2).Select(f => $"\n# {f.Path}\n{f.Text}")) + $"# vragen {Seed}\n";

    private string ModelText()
    {
        var text = new StringBuilder("laag: model\nhoofdstuk: 1\ntitel: Alles\nartikelen:\n");
        text.Append(Clause("1.1", "    keuze: {code: keus, vraag: Wat?, soort: ja_nee, strengst: nee}\n", Model));
        if (Trial.Count > 0)
            text.Append(Clause("1.2", "    proef: {gemeenten: [\"0001\"], vraag: Werkt het?, van: 2024-01-01, tot: 2025-01-01}\n", Trial));
        return text.ToString();
    }

    /// <summary>One article with its rules.</summary>
    public static string Clause(string number, string more, IReadOnlyList<RandomRule> rules) =>
        $"  - nummer: \"{number}\"\n    titel: Artikel\n    aard: hard\n    tekst: Zin.\n    grondslag: [\"w:1\"]\n    zekerheid: afgeleid\n{more}"
        + (rules.Count > 0 ? "    regels:\n" + string.Concat(rules.Select(r => r.Yaml("      "))) : "");
}

/// <summary>One version of a local covenant.</summary>
/// <param name="Municipality">Whose.</param>
/// <param name="Version">Which.</param>
/// <param name="Days">When it holds, as YAML.</param>
/// <param name="Choice">What it chose; empty for nothing.</param>
/// <param name="Rules">Its own rules.</param>
internal sealed record RandomLocal(string Municipality, string Version, string Days, string Choice, IReadOnlyList<RandomRule> Rules)
{
    public string Yaml() =>
        $"laag: lokaal\ngemeente: \"{Municipality}\"\nnaam: Gemeente {Municipality}\nversie: \"{Version}\"\ngeldig: {Days}\nlopende_zaken: nieuwe_versie\n"
        + (Choice.Length > 0 ? $"keuzes: {{keus: {Choice}}}\n" : "")
        + (Rules.Count > 0 ? "artikelen:\n" + RandomLayers.Clause("1", "", Rules) : "");
}
