namespace CotnvPga.Convenant.Sources;

/// <summary>Every article that a convenant cites.</summary>
public sealed class SourceCatalogue
{
    private readonly Dictionary<string, Article> _articles;

    internal SourceCatalogue(IReadOnlyList<Source> sources, IReadOnlyList<Article> articles)
    {
        Sources = sources;
        Articles = articles;
        _articles = new Dictionary<string, Article>(articles.Count, StringComparer.Ordinal);
        foreach (var article in articles)
            _articles[article.Id] = article;
    }

    /// <summary>The laws and decrees.</summary>
    public IReadOnlyList<Source> Sources { get; }

    /// <summary>All articles, in the order of the file.</summary>
    public IReadOnlyList<Article> Articles { get; }

    /// <summary>The article with this id, such as <c>wet-pga:5.3</c>, or null.</summary>
    public Article? Find(string id) => _articles.GetValueOrDefault(id);

    /// <summary>How an article is written in a sentence, such as <c>artikel 5 lid 3 Wet PGA</c>; the id when it is unknown.</summary>
    public string Citation(string id) => Find(id)?.Citation ?? id;
}

/// <summary>A law or decree.</summary>
/// <param name="Code">Its code, such as <c>wet-pga</c>.</param>
/// <param name="Name">Its short name.</param>
/// <param name="Title">Its full title.</param>
/// <param name="Reference">Where it was published.</param>
/// <param name="Validity">When it is in force.</param>
/// <param name="Certainty">How sure that is.</param>
public sealed record Source(string Code, string Name, string Title, string Reference, Validity Validity, Certainty Certainty);

/// <summary>An article, paragraph or part that can be cited.</summary>
/// <param name="Id">Its id, such as <c>wet-pga:5.3</c>.</param>
/// <param name="Citation">How it is written in a sentence.</param>
/// <param name="Title">What it is about, in our own words.</param>
/// <param name="Validity">When it is in force.</param>
/// <param name="Certainty">How sure that is.</param>
public sealed record Article(string Id, string Citation, string Title, Validity Validity, Certainty Certainty);
