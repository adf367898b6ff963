using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Sources;

/// <summary>Checks that articles named in rule data stand in the sources.</summary>
internal static class Articles
{
    public static IReadOnlyList<YamlText> Known(IReadOnlyList<YamlText> texts, SourceCatalogue sources, Findings findings)
    {
        foreach (var text in texts)
            Known(text, sources, findings);
        return texts;
    }

    public static string? Known(YamlText? text, SourceCatalogue sources, Findings findings)
    {
        if (text is { Value.Length: > 0 } && sources.Find(text.Value) is null)
            findings.Unknown(Finding.UnknownArticle, text.Place, "Het artikel", text.Value, sources.Articles.Select(a => a.Id));
        return text?.Value;
    }
}
