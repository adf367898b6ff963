using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Clauses;

/// <summary>
/// Finds the articles of the covenants before anything else is read, so that a rule can cite the clause it carries out as it
/// cites a law.
/// </summary>
internal static class ClauseArticles
{
    public static SourceCatalogue AddTo(SourceCatalogue sources, IReadOnlyList<CovenantText> texts, IReadOnlyList<YamlMap> files, Findings findings)
    {
        var known = new Dictionary<string, Place>(StringComparer.Ordinal);
        var articles = new List<Article>(sources.Articles);
        var origins = new List<Source>(sources.Sources);
        foreach (var file in files)
        {
            var (layer, municipality, version) = (TextOf(file, "laag"), OptionalOf(file, "gemeente"), TextOf(file, "versie"));
            var text = texts.FirstOrDefault(t => t.Layer == layer);
            var name = municipality is null
                ? $"{(text?.Name ?? layer).ToLowerInvariant()}{(text is { IsDraft: true } ? " (ontwerp)" : "")}"
                : $"convenant {TextOf(file, "naam")}";
            var code = municipality is null ? layer : $"{layer}-{municipality}";
            if (origins.TrueForAll(s => s.Code != code))
                origins.Add(new Source(code, name, text?.Name ?? name, text?.Standing ?? "", text?.Validity ?? Validity.Always, Certainty.NietGeverifieerd));
            foreach (var (number, title) in ArticlesOf(file))
            {
                // The versions of one local covenant may number alike; two articles of one version may not.
                if (!known.TryAdd($"{code}@{version}:{number.Value}", number.Place))
                    findings.Error(Finding.DuplicateCode, number.Place, $"Artikel {number.Value} bestaat al: {known[$"{code}@{version}:{number.Value}"]}.");
                var id = CovenantFile.ArticleId(layer, municipality, number.Value);
                if (articles.TrueForAll(a => a.Id != id))
                    articles.Add(new Article(id, $"artikel {number.Value} {name}", title, Validity.Always, Certainty.NietGeverifieerd));
            }
        }
        return new SourceCatalogue(origins, articles);
    }

    private static IEnumerable<(YamlText Number, string Title)> ArticlesOf(YamlMap file)
    {
        if (file.Entries.FirstOrDefault(e => e.Key.Value == "artikelen")?.Value is not YamlList list)
            yield break;
        foreach (var article in list.Items.OfType<YamlMap>())
        {
            if (article.Entries.FirstOrDefault(e => e.Key.Value == "nummer")?.Value is YamlText { Value.Length: > 0 } number)
                yield return (number, TextOf(article, "titel"));
        }
    }

    private static string TextOf(YamlMap map, string key) => OptionalOf(map, key) ?? "";

    private static string? OptionalOf(YamlMap map, string key) =>
        (map.Entries.FirstOrDefault(e => e.Key.Value == key)?.Value as YamlText)?.Value;
}
