using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Rules;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.Sharing;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Delen;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Turns an answer to "Mag ik dit delen?" into words. Decides nothing: everything it says, the engine said.</summary>
public sealed class SharingPages(CompiledConvenant convenant, SharingText text, Words words, Municipalities municipalities)
{
    private const int MostAlternatives = 3;

    /// <summary>The answer for a page.</summary>
    /// <param name="advice">The answer.</param>
    /// <param name="said">What was said of each circumstance: <c>ja</c> or <c>nee</c>.</param>
    /// <param name="number">Number of the proof; null when none was kept.</param>
    public AdvicePage Page(SharingAdvice advice, IReadOnlyDictionary<string, string> said, string? number = null) => new(
        Tone(advice.Outcome),
        SharingText.Verdict(advice.Outcome),
        advice.Deciding.Explanation,
        advice.SharerCannotSee ? $"U kunt dit gegeven in deze fase niet zelf inzien. Alleen wie het verstrekte, kan het delen: {Lower(words.Supplier(advice.Question.Item!.Supplier))}." : null,
        [.. advice.Deciding.Missing.Take(MostAlternatives).Select(set => (IReadOnlyList<string>)[.. set.Select(Statement)])],
        Articles(advice.Deciding.Grounds),
        $"{Layer(advice.Deciding.Layer)}, regel {advice.Deciding.Rule} · {words.Certainty(advice.Deciding.Certainty)}",
        [.. advice.NearMisses.Select(n => text.Near(n, advice.Question)).Concat(advice.Later is { } later ? [SharingText.Near(later)] : [])],
        text.Paste(advice, number),
        [.. advice.Asked.Select(c => new FactLine(c.Code, c.Label, c.Article is { } article ? convenant.Sources.Citation(article) : null, said.GetValueOrDefault(c.Code)))],
        [.. advice.Explanation.Layers.Select(LayerLine)]);

    /// <summary>The question, line by line.</summary>
    public IReadOnlyList<QuestionLine> Question(SharingQuestion question)
    {
        var lines = new List<QuestionLine> { new("Wie deelt", convenant.LabelOf("partij", question.Sharer)) };
        if (question.Item is { } item)
        {
            lines.Add(new("Wat", text.Shared(item)!));
            if (words.Nature(item.Nature) is { } nature)
                lines.Add(new("Bijzonder", nature));
            lines.Add(new("Verstrekt door", convenant.LabelOf("verstrekker", item.Supplier)));
        }
        if (question.Receiver != question.Sharer)
            lines.Add(new("Aan wie", convenant.LabelOf("partij", question.Receiver)));
        if (question.Role is { } role)
            lines.Add(new("In de rol", convenant.LabelOf("rol", role)));
        lines.Add(new("Hoe", convenant.LabelOf("handeling", question.Act)));
        lines.Add(new("Fase", convenant.ShortLabelOf("fase", question.Phase)));
        lines.Add(new("Waarvoor", convenant.LabelOf("doel", question.Purpose)));
        lines.Add(new("Op", question.Day.ToDateText()));
        if (question.Municipality is { } municipality)
            lines.Add(new("Convenant van", municipalities.NameOf(new Domain.Municipality(municipality))));
        return lines;
    }

    /// <summary>Articles with what they are about.</summary>
    public IReadOnlyList<ArticleLine> Articles(IEnumerable<string> ids) =>
        [.. ids.Select(id => new ArticleLine(convenant.Sources.Citation(id), convenant.Sources.Find(id)?.Title ?? ""))];

    /// <summary>What a circumstance says.</summary>
    public string Statement(string code) => convenant.LabelOf("omstandigheid", code);

    /// <summary><c>ja</c>, <c>als</c> or <c>nee</c>.</summary>
    public static string Tone(Outcome outcome) => outcome switch
    {
        Outcome.Zichtbaar => "ja",
        Outcome.Voorwaardelijk => "als",
        _ => "nee",
    };

    private LayerLine LayerLine(LayerExplanation layer) => new(
        Layer(layer.Layer),
        SharingText.Verdict(layer.Outcome),
        [
            .. layer.Rules.Select(RuleLine),
            .. layer.Rules.Count == 0 && layer.Default is { } last ? [RuleLine(new WeighedRule(last, true, []))] : Array.Empty<RuleLine>(),
        ]);

    private RuleLine RuleLine(WeighedRule weighed) => new(
        weighed.Rule.Id,
        weighed.Counts ? Does(weighed.Rule.Kind) : "Telt nu niet mee",
        weighed.Rule.Explanation,
        words.Articles(weighed.Rule.Grounds),
        words.Certainty(weighed.Rule.Certainty.Code()),
        [.. weighed.Missing.Select(Statement)]);

    private string Layer(string code) => convenant.Vocabulary.Layers.First(l => l.Code == code).Label;

    private static string Does(RuleKind kind) => kind switch
    {
        RuleKind.Toestaan => "Staat toe",
        RuleKind.Voorwaarde => "Vraagt meer",
        RuleKind.Verbod => "Verbiedt",
        RuleKind.Uitzondering => "Maakt een uitzondering",
        _ => "Sluit wat niemand toestaat",
    };

    private static string Lower(string label) => $"{char.ToLowerInvariant(label[0])}{label[1..]}";
}
