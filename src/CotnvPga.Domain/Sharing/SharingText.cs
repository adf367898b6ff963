using System.Globalization;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.NearMisses;
using NodaTime.Text;

namespace CotnvPga.Domain.Sharing;

/// <summary>Says an answer to "Mag ik dit delen?" in Dutch. All words for codes are the vocabulary's.</summary>
public sealed class SharingText(CompiledConvenant convenant)
{
    private static readonly LocalDatePattern Day = LocalDatePattern.Create("d MMMM yyyy", CultureInfo.GetCultureInfo("nl-NL"));

    /// <summary>The verdict in a few words: "Ja, dit mag", "Dit mag als …", "Nee, dit mag niet".</summary>
    public static string Verdict(Outcome outcome) => outcome switch
    {
        Outcome.Zichtbaar => "Ja, dit mag",
        Outcome.Voorwaardelijk => "Dit mag, maar alleen als …",
        _ => "Nee, dit mag niet",
    };

    /// <summary>What is shared, such as "Waarneming (feit)"; null for a seat at the table.</summary>
    public string? Shared(SharedItem? item) => item switch
    {
        null => null,
        { Field: { } field } => convenant.Fields.TryGetValue(field, out var known) ? known.Label : field,
        _ => convenant.LabelOf("categorie", item.Category),
    };

    /// <summary>What would give a better answer, as a sentence.</summary>
    public string Near(NearMiss near, SharingQuestion question) => $"{Would(near.Answer)} {Where(near, question)}.";

    /// <summary>From which day it would come out better, as a sentence.</summary>
    public static string Near(LaterDay later) => $"{Would(later.Answer)} vanaf {Day.Format(later.From)}.";

    /// <summary>One or two sentences to paste into a mail or minutes: question, answer, articles, day and which covenant.</summary>
    /// <param name="advice">The answer.</param>
    /// <param name="number">Number of the proof; null when none was kept.</param>
    public string Paste(SharingAdvice advice, string? number = null)
    {
        var question = advice.Question;
        var what = question.Item is { } item
            ? $"{Shared(item)} (verstrekt door {Phrase("verstrekker", item.Supplier)})"
            : convenant.LabelOf("handeling", question.Act);
        var articles = string.Join(", ", advice.Deciding.Grounds.Select(convenant.Sources.Citation));
        var proof = number is null ? "" : $", deelbewijs {number}";
        return $"{what}: {Short(advice.Outcome)}. {advice.Deciding.Explanation} Grondslag: {articles}. "
            + $"Nagegaan voor {Day.Format(question.Day)}, {CovenantOf(advice)}{proof}.";
    }

    /// <summary>Which covenant answered, with its standing: "modelconvenant 0.9 (ontwerp, niet vastgesteld), lokaal 9901@2026.2, kenmerk 0123456789ab".</summary>
    private string CovenantOf(SharingAdvice advice)
    {
        var receipt = advice.Deciding.Receipt;
        var model = receipt.Model is { } version && convenant.Covenants.Model is { } text ? $"modelconvenant {version} ({text.Standing}), " : "";
        var local = receipt.Edition.Contains('@', StringComparison.Ordinal) ? $"lokaal convenant {receipt.Edition}, " : "";
        return $"{model}{local}kenmerk {receipt.Convenant[..12]}";
    }

    private static string Short(Outcome outcome) => outcome switch
    {
        Outcome.Zichtbaar => "mag",
        Outcome.Voorwaardelijk => "mag onder voorwaarde",
        _ => "mag niet",
    };

    private static string Would(Answer answer) => answer.Outcome == Outcome.Zichtbaar ? "Dit zou wel mogen" : "Dit zou onder voorwaarde mogen";

    private string Where(NearMiss near, SharingQuestion question) => near.Axis switch
    {
        "fase" => Phases(near.Codes, question.Phase),
        "partij" => $"voor {List(near.Codes.Select(c => Phrase("partij", c)))}",
        "rol" => $"voor wie meekijkt {List(near.Codes.Select(c => Phrase("rol", c)), "of")}",
        "verstrekker" => $"als het komt van {List(near.Codes.Select(c => Phrase("verstrekker", c)), "of")}",
        "bijzonder" => $"zonder wat er bijzonder aan is ({convenant.ShortLabelOf("bijzonder", question.Item!.Nature).ToLowerInvariant()})",
        _ => $"op een andere manier: {List(near.Codes.Select(c => Lower(convenant.LabelOf(near.Axis, c))), "of")}",
    };

    /// <summary>"vanaf de fase casusoverleg" when it stays so in the phases that follow; else the phases by name.</summary>
    private string Phases(IReadOnlyList<string> codes, string asked)
    {
        var all = convenant.CodesOf("fase");
        var indices = codes.Select(c => all.ToList().IndexOf(c)).ToList();
        var follow = indices.Count > 1 && indices[^1] - indices[0] == indices.Count - 1 && indices[0] > all.ToList().IndexOf(asked);
        var names = codes.Select(c => Lower(convenant.ShortLabelOf("fase", c))).ToList();
        if (follow)
            return $"vanaf de fase {names[0]} (tot en met {names[^1]})";
        return names.Count == 1 ? $"in de fase {names[0]}" : $"in de fasen {List(names)}";
    }

    private string Phrase(string axis, string code) => convenant.Vocabulary.Axis(axis)!.Find(code)!.Phrase;

    private static string List(IEnumerable<string> words, string last = "en")
    {
        var all = words.ToList();
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }

    private static string Lower(string text) => $"{char.ToLowerInvariant(text[0])}{text[1..]}";
}
