using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Sources;

/// <summary>Reads <c>bronnen.yaml</c>.</summary>
internal sealed class SourceReader(YamlMap file, Findings findings)
{
    private readonly List<Source> _sources = [];
    private readonly List<Article> _articles = [];

    public SourceCatalogue Read()
    {
        var root = new MapReader(file, "Het bestand met bronnen", findings);
        foreach (var entry in root.RequiredMap("bronnen").Entries)
        {
            if (root.AsMap(entry.Value, entry.Key.Value) is { } map)
                ReadSource(entry.Key.Value, map);
        }
        root.Done();
        return new SourceCatalogue(_sources, _articles);
    }

    private void ReadSource(string code, YamlMap map)
    {
        var reader = new MapReader(map, $"De bron '{code}'", findings);
        var source = new Source(
            code,
            reader.RequiredText("naam").Value,
            reader.RequiredText("titel").Value,
            reader.OptionalText("vindplaats")?.Value ?? "",
            reader.OptionalValidity(findings) ?? Validity.Always,
            reader.RequiredCertainty(findings));
        _sources.Add(source);
        foreach (var entry in reader.RequiredMap("artikelen").Entries)
        {
            if (reader.AsMap(entry.Value, entry.Key.Value) is { } article)
                ReadArticle(source, entry.Key.Value, article);
        }
        reader.Done();
    }

    private void ReadArticle(Source source, string key, YamlMap map)
    {
        var reader = new MapReader(map, $"Het artikel '{key}'", findings);
        _articles.Add(new Article(
            $"{source.Code}:{key}",
            $"{reader.RequiredText("aanhaling").Value} {source.Name}",
            reader.RequiredText("titel").Value,
            reader.OptionalValidity(findings) ?? source.Validity,
            reader.OptionalCertainty(findings) ?? source.Certainty));
        reader.Done();
    }
}
