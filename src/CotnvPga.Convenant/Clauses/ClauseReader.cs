using System.Globalization;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Clauses;

/// <summary>Reads the articles of a covenant with the rules that carry them out.</summary>
internal sealed class ClauseReader(RuleReader rules, SourceCatalogue sources, Findings findings)
{
    private static readonly string[] Natures = ["hard", "pas_toe_of_leg_uit"];

    /// <summary>The rules of all clauses read so far.</summary>
    public List<Rule> Rules { get; } = [];

    /// <summary>Reads the list <c>artikelen</c> of one file.</summary>
    /// <param name="root">The file.</param>
    /// <param name="frame">What its articles share.</param>
    /// <returns>The articles, in the order of the file.</returns>
    public List<Clause> Read(MapReader root, CovenantFile frame)
    {
        var clauses = new List<Clause>();
        foreach (var node in root.Optional("artikelen") is null ? [] : root.RequiredList("artikelen"))
        {
            if (root.AsMap(node, "artikelen") is { } map)
                clauses.Add(ReadClause(map, frame));
        }
        return clauses;
    }

    private Clause ReadClause(YamlMap map, CovenantFile frame)
    {
        var reader = new MapReader(map, "Het artikel", findings);
        var number = reader.RequiredText("nummer");
        reader = new MapReader(map, $"Het artikel {number.Value}", findings);
        reader.Optional("nummer");
        var nature = ReadNature(reader.RequiredText("aard"));
        var grounds = Articles.Known(reader.RequiredTexts("grondslag"), sources, findings).Select(g => g.Value).ToList();
        var certainty = reader.RequiredCertainty(findings);
        var (open, record, applied) = ReadOpenTerm(reader);
        var trial = reader.OptionalMap("proef") is { } tried ? ReadTrial(tried) : null;
        var own = trial?.Validity ?? reader.OptionalValidity(findings);
        var validity = own ?? frame.Validity;
        var clause = new Clause
        {
            Id = frame.ArticleId(number.Value),
            Layer = frame.Layer,
            Municipality = frame.Municipality,
            Chapter = frame.Chapter,
            ChapterTitle = frame.Title,
            Number = number.Value,
            Title = reader.RequiredText("titel").Value,
            Nature = nature,
            Text = reader.RequiredText("tekst").Value.Trim(),
            Grounds = grounds,
            Certainty = certainty,
            OpenTerm = open,
            MustRecord = record,
            AppliedIn = applied,
            Examples = [.. reader.Texts("voorbeelden").Select(e => e.Value.Trim())],
            Choice = reader.OptionalMap("keuze") is { } choice ? ReadChoice(choice) : null,
            TermCode = reader.OptionalText("termijn")?.Value,
            Trial = trial,
            RuleIds = ReadRules(reader, new ClauseFrame(frame.ArticleId(number.Value), grounds, certainty, frame.Local, trial?.Municipalities), frame.Layer, own ?? frame.RuleValidity),
            Validity = validity,
            Place = number.Place,
        };
        reader.Done();
        if (clause.TermCode is not null && clause.Choice is not { Kind: ChoiceKind.Getal })
            findings.Error(Finding.Choice, number.Place, $"Artikel {number.Value} stelt de termijn '{clause.TermCode}'; geef een 'keuze' met 'soort: getal' die zegt binnen welke grenzen.");
        return clause;
    }

    private List<string> ReadRules(MapReader reader, ClauseFrame frame, string layer, Validity validity)
    {
        var ids = new List<string>();
        foreach (var node in reader.Optional("regels") is null ? [] : reader.RequiredList("regels"))
        {
            if (reader.AsMap(node, "regels") is not { } map)
                continue;
            var rule = rules.ReadRule(map, layer, validity, frame);
            Rules.Add(rule);
            ids.Add(rule.Id);
        }
        return ids;
    }

    private ClauseNature ReadNature(YamlText text)
    {
        var nature = Array.IndexOf(Natures, text.Value);
        if (nature < 0 && text.Value.Length > 0)
            findings.Unknown(Finding.UnknownCode, text.Place, "De aard", text.Value, Natures);
        return nature == 1 ? ClauseNature.PasToeOfLegUit : ClauseNature.Hard;
    }

    private (bool Open, IReadOnlyList<string> Record, IReadOnlyList<string> Applied) ReadOpenTerm(MapReader reader)
    {
        var term = reader.OptionalText("begrip");
        var record = reader.Texts("vastleggen").Select(r => r.Value).ToList();
        var applied = reader.Texts("toegepast_in").Select(a => a.Value).ToList();
        if (term is { Value: not "open" })
            findings.Unknown(Finding.UnknownCode, term.Place, "Het begrip", term.Value, ["open"]);
        if (term is not null && record.Count == 0)
            findings.Error(Finding.MissingKey, term.Place, "Een open begrip zegt met 'vastleggen' wat moet worden opgeschreven door wie het toepast.");
        if (term is not null && applied.Count == 0)
            findings.Error(Finding.MissingKey, term.Place, "Een open begrip zegt met 'toegepast_in' bij welke omstandigheid of stap, of welk stuk, iemand het invult.");
        if (term is null && record.Count + applied.Count > 0)
            findings.Error(Finding.MissingKey, reader.Place, "'vastleggen' en 'toegepast_in' horen bij 'begrip: open'.");
        return (term is not null, record, applied);
    }

    private Trial ReadTrial(YamlMap map)
    {
        var reader = new MapReader(map, "De proef", findings);
        var municipalities = reader.RequiredTexts("gemeenten").Select(m => m.Value).ToList();
        var question = reader.RequiredText("vraag").Value;
        var validity = new Validity(reader.Date("van"), reader.Date("tot"));
        reader.Done();
        if (validity.Until is null)
            findings.Error(Finding.Trial, map.Place, "Een proef heeft een einddag nodig: geef 'tot'.");
        if (validity is { From: { } from, Until: { } until } && until <= from)
            findings.Error(Finding.BadPeriod, map.Place, "'tot' ligt niet na 'van': zo geldt de proef op geen enkele dag.");
        return new Trial(municipalities, question, validity);
    }

    private Choice ReadChoice(YamlMap map)
    {
        var reader = new MapReader(map, "De keuze", findings);
        var code = reader.RequiredText("code");
        var question = reader.RequiredText("vraag").Value;
        var kind = reader.RequiredText("soort");
        if (kind.Value is not ("getal" or "ja_nee" or ""))
            findings.Unknown(Finding.UnknownCode, kind.Place, "De soort keuze", kind.Value, ["getal", "ja_nee"]);
        var strictest = reader.RequiredText("strengst");
        var isNumber = kind.Value == "getal";
        var (from, to) = isNumber ? (Number(reader.RequiredText("van")), Number(reader.RequiredText("tot"))) : (0, 0);
        var choice = new Choice(
            code.Value, question, isNumber ? ChoiceKind.Getal : ChoiceKind.JaNee,
            isNumber ? reader.RequiredText("eenheid").Value : "", from, to, strictest.Value, code.Place);
        reader.Done();
        if (isNumber && from > to)
            findings.Error(Finding.Choice, map.Place, $"De keuze '{code.Value}' loopt van {from} tot {to}: zo is er niets te kiezen.");
        if (strictest.Value.Length > 0 && choice.Refusal(strictest.Value) is { } refusal)
            findings.Error(Finding.Choice, strictest.Place, $"De strengste waarde past niet: {refusal}");
        return choice;
    }

    private int Number(YamlText text)
    {
        if (int.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        if (text.Value.Length > 0)
            findings.Error(Finding.BadNumber, text.Place, $"'{text.Value}' is geen heel getal van 0 of meer.");
        return 0;
    }
}

/// <summary>What the articles of one covenant file share.</summary>
internal sealed record CovenantFile(string Layer, string? Municipality, string? Version, int Chapter, string Title, Validity Validity)
{
    /// <summary>Key of the local covenant; null in a national one.</summary>
    public string? Local => Municipality is null ? null : $"{Municipality}@{Version}";

    /// <summary>How an article of this file is cited.</summary>
    public string ArticleId(string number) => ArticleId(Layer, Municipality, number);

    /// <summary>When its rules hold that say nothing else. The version of a local covenant is chosen as a whole, also for a case that stays under an old one.</summary>
    public Validity RuleValidity => Municipality is null ? Validity : default;

    public static string ArticleId(string layer, string? municipality, string number) =>
        municipality is null ? $"{layer}:{number}" : $"{layer}-{municipality}:{number}";
}
