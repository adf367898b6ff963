using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Sources;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Articles that are not in force, or no longer, when something rests on them.</summary>
internal static class ArticlesInForce
{
    /// <summary>Rules that close or ask for more, on an article that is in force on none of their days. (What opens is tested on every day when it is read.)</summary>
    public static void Rules(Study study)
    {
        foreach (var rule in study.Read.Book.Rules.Where(r => r.Kind != RuleKind.Toestaan))
        {
            foreach (var article in rule.Grounds.Select(study.Read.Book.Sources.Find).OfType<Article>().Where(a => !Meet(a.Validity, rule.Validity) && !Announces(a, rule)))
                study.Warning(Finding.ArticleNotInForce, rule.Place, $"{rule.Id}/{article.Id}", $"De regel '{rule.Id}' rust op {article.Citation}, en dat artikel is op geen enkele dag van de regel in werking.");
        }
    }

    /// <summary>Codes and steps, which have no days of their own, on an article that lapses.</summary>
    public static void Lapsing(Study study)
    {
        foreach (var (path, ground) in Timeless(study))
        {
            if (study.Read.Book.Sources.Find(ground) is { Validity.Until: { } until } article)
                study.Warning(Finding.ArticleNotInForce, study.Read.Places[path], $"{path}/{ground}", $"Dit rust op {article.Citation}, en dat artikel vervalt op {until:yyyy-MM-dd}. Wat komt ervoor in de plaats?");
        }
    }

    private static IEnumerable<(string Path, string Ground)> Timeless(Study study)
    {
        var process = study.Read.Process;
        foreach (var step in process.Steps.Concat(process.Acts))
        {
            foreach (var ground in step.Grounds)
                yield return ($"{Lists.Of(process, step)}/{step.Code}/grondslag", ground);
        }
        foreach (var intervention in process.Interventions.All)
        {
            foreach (var ground in intervention.Grounds)
                yield return ($"interventies/{intervention.Code}/grondslag", ground);
        }
        foreach (var term in process.Terms.Values)
        {
            foreach (var ground in term.Grounds)
                yield return ($"termijnen/{term.Code}/grondslag", ground);
        }
        foreach (var axis in study.Words.Axes)
        {
            foreach (var value in axis.Values.Where(v => v.Article is not null))
                yield return ($"{study.Read.ListOf(axis)}/{value.Code}/bron", value.Article!);
        }
    }

    private static bool Meet(Validity a, Validity b) =>
        (a.Until is not { } end || b.From is not { } from || from < end) && (b.Until is not { } end2 || a.From is not { } from2 || from2 < end2);

    /// <summary>A rule that ends on the day its article begins rests on the article that says so.</summary>
    private static bool Announces(Article article, Rule rule) => rule.Validity.Until is { } until && article.Validity.From == until;
}
