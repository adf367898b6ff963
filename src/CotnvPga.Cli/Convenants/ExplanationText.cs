using CotnvPga.Convenant;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Cli.Convenants;

/// <summary>Writes an explanation as text: the question, the answer, and per layer the rules that were weighed.</summary>
internal static class ExplanationText
{
    private static readonly (RuleKind Kind, string Title)[] Sections =
    [
        (RuleKind.Toestaan, "Staat toe"),
        (RuleKind.Voorwaarde, "Vraagt ook"),
        (RuleKind.Verbod, "Verbiedt"),
        (RuleKind.Uitzondering, "Maakt een uitzondering"),
    ];

    public static void Write(TextWriter text, CompiledConvenant convenant, CodedQuestion question)
    {
        var explanation = convenant.Explain(question);
        WriteQuestion(text, convenant, question);
        text.WriteLine();
        text.WriteLine($"Antwoord: {explanation.Answer.Outcome.Code()} (laag {explanation.Answer.Layer}, regel {explanation.Answer.Rule}, {explanation.Answer.Certainty})");
        text.WriteLine($"  {explanation.Answer.Explanation}");
        WriteMissing(text, convenant, explanation.Answer);
        foreach (var layer in explanation.Layers)
            WriteLayer(text, convenant, layer);
        text.WriteLine();
        text.WriteLine("Grondslagen");
        foreach (var ground in explanation.Answer.Grounds)
            text.WriteLine($"  {ground}: {convenant.Sources.Citation(ground)}, {convenant.Sources.Find(ground)?.Title}");
    }

    private static void WriteQuestion(TextWriter text, CompiledConvenant convenant, CodedQuestion question)
    {
        text.WriteLine("Vraag");
        foreach (var axis in convenant.Vocabulary.Axes.Where(a => question.Values[a.Index] < a.Values.Count))
        {
            var value = axis.Values[question.Values[axis.Index]];
            text.WriteLine($"  {axis.Name,-12} {value.Code}{(value.Label.Length > 1 ? $" ({value.Label})" : "")}");
        }
        if (convenant.Vocabulary.Shape.Day is not null)
            text.WriteLine($"  {"peildatum",-12} {question.Date:yyyy-MM-dd}");
        var given = convenant.Vocabulary.Circumstances.Where(c => (question.Circumstances & c.Bit) != 0).Select(c => c.Code).ToList();
        text.WriteLine($"  {"er geldt",-12} {(given.Count > 0 ? string.Join(", ", given) : "niets")}");
    }

    private static void WriteMissing(TextWriter text, CompiledConvenant convenant, Answer answer)
    {
        if (answer.Missing.Count == 0)
            return;
        text.WriteLine();
        text.WriteLine(answer.Missing.Count == 1 ? "Nog nodig" : $"Nog nodig, één van deze {answer.Missing.Count} mogelijkheden");
        foreach (var set in answer.Missing)
        {
            text.WriteLine($"  - {string.Join(" en ", set)}");
            foreach (var code in set)
                text.WriteLine($"      {code}: {convenant.Vocabulary.Circumstance(code)!.Label}");
        }
    }

    private static void WriteLayer(TextWriter text, CompiledConvenant convenant, LayerExplanation layer)
    {
        text.WriteLine();
        text.WriteLine($"Laag {layer.Layer}: {layer.Outcome.Code()}");
        foreach (var (kind, title) in Sections)
        {
            var rules = layer.Rules.Where(r => r.Rule.Kind == kind).ToList();
            if (rules.Count == 0)
                continue;
            text.WriteLine($"  {title}");
            foreach (var weighed in rules)
                WriteRule(text, convenant, weighed);
        }
        if (layer.Default is { } closing && layer.Rules.All(r => r.Rule.Kind != RuleKind.Toestaan))
        {
            text.WriteLine("  Geen regel staat dit toe");
            WriteRule(text, convenant, new WeighedRule(closing, true, []));
        }
    }

    private static void WriteRule(TextWriter text, CompiledConvenant convenant, WeighedRule weighed)
    {
        var rule = weighed.Rule;
        var state = !weighed.Counts
            ? $" [telt nu niet: alleen bij {string.Join(", ", rule.When)}]"
            : weighed.Missing.Count > 0
                ? $" [mist: {string.Join(", ", weighed.Missing)}]"
                : "";
        text.WriteLine($"    {rule.Id}{(rule.Reading.Length > 0 ? $" ({rule.Reading})" : "")}{state}");
        text.WriteLine($"      {rule.Explanation}");
        text.WriteLine($"      {string.Join("; ", rule.Grounds.Select(convenant.Sources.Citation))}; {rule.Certainty.Code()}");
    }
}
