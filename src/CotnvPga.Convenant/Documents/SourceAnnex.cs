using CotnvPga.Convenant.Clauses;

namespace CotnvPga.Convenant.Documents;

/// <summary>The annex with the laws and decrees, and the articles of them that the covenant rests on.</summary>
internal static class SourceAnnex
{
    public static IEnumerable<Block> Blocks(CompiledConvenant convenant, IReadOnlyList<Clause> clauses, int number)
    {
        yield return new Heading(Heading.Part, $"Bijlage {number}. Bronnen", $"bijlage-{number}") { OnNewPage = true };
        var cited = clauses.SelectMany(c => c.Grounds)
            .Concat(convenant.Process.Steps.Concat(convenant.Process.Acts).Concat(convenant.Process.Records.Select(r => r.Step)).SelectMany(s => s.Grounds))
            .Concat(convenant.Process.Terms.Values.SelectMany(t => t.Grounds))
            .ToHashSet(StringComparer.Ordinal);
        var own = clauses.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var source in convenant.Sources.Sources)
        {
            var articles = convenant.Sources.Articles.Where(a => a.Id.StartsWith($"{source.Code}:", StringComparison.Ordinal) && cited.Contains(a.Id) && !own.Contains(a.Id)).ToList();
            if (articles.Count == 0)
                continue;
            yield return new Table(
                $"{source.Title} ({source.Name}{(source.Reference.Length > 0 ? $"; {source.Reference}" : "")})",
                ["Artikel", "Waar het over gaat", "Geldig", "Zekerheid"],
                [.. articles.Select(a => (IReadOnlyList<string>)[a.Citation, a.Title, DocumentWords.Days(a.Validity), DocumentWords.Certain(a.Certainty.Code())])]);
        }
    }
}
