using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Process;

/// <summary>Reads one step of the process.</summary>
internal sealed class StepReader(ProcessWords words, Findings findings)
{
    private static readonly string[] Manners = ["alleen", "samen", "twee_personen", "proces"];

    /// <summary>The step and its place; the term that it waits for is added to <paramref name="terms"/>.</summary>
    public (StepDefinition Step, Place Place) Read(YamlMap map, string what, List<YamlText> terms)
    {
        var reader = new MapReader(map, what, findings);
        var code = reader.RequiredText("stap");
        reader = new MapReader(map, $"{what} '{code.Value}'", findings);
        reader.Optional("stap");
        var label = reader.RequiredText("naam").Value;
        var from = words.Codes("fase", reader.RequiredTexts("van"));
        var outcomes = ReadOutcomes(reader);
        var parties = words.Codes("partij", reader.Required("wie") is { } who ? reader.TextsOf(who, "wie") : []);
        var anyOf = words.Circumstances(reader.Texts("met")).ToHashSet(StringComparer.Ordinal);
        var manner = (StepManner)Array.IndexOf(Manners, words.Choice(reader.RequiredText("wijze"), "De wijze", Manners));
        var irreversible = reader.YesNo("onherroepelijk");
        var needs = Values(reader.Texts("vereist"));
        var grants = words.Circumstances(reader.Texts("geeft"));
        var term = reader.OptionalText("na");
        if (term is not null)
            terms.Add(term);
        var (grounds, certainty) = words.Basis(reader);
        var explanation = reader.RequiredText("toelichting").Value;
        reader.Done();
        return (new StepDefinition(code.Value, label, from, outcomes, parties, anyOf, manner, needs, grants, term?.Value, grounds, certainty, explanation) { IsIrreversible = irreversible }, code.Place);
    }

    private List<StepOutcome> ReadOutcomes(MapReader step)
    {
        var outcomes = new List<StepOutcome>();
        if (step.Optional("naar") is not { } node)
            return outcomes;
        foreach (var item in node is YamlList list ? list.Items : [node])
        {
            if (step.AsMap(item, "naar") is not { } map)
                continue;
            var reader = new MapReader(map, "naar", findings);
            outcomes.Add(new StepOutcome(words.Code("fase", reader.RequiredText("fase")), Values(reader.Texts("wanneer"))));
            reader.Done();
        }
        return outcomes;
    }

    private static List<string> Values(IReadOnlyList<YamlText> texts) => [.. texts.Select(t => t.Value)];
}
