using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Knowledge;

/// <summary>
/// What everybody who works here can look up: articles that came with the portal, and those that somebody wrote, another contradicted and a
/// partner validated (register <c>kennis</c>). Nothing of a case is in it, and nothing of a case is searched.
/// </summary>
public sealed class KnowledgeDesk(ZaakContext db, TaskTickets tasks)
{
    /// <summary>Articles on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Of more than this that have the words, the total is one more and no more are laid in order.</summary>
    public const int MostOrdered = 1000;

    private const string Reading = "kennis_lezen";

    /// <summary>A page of what is found, the best first.</summary>
    public Task<Result<KnowledgePage>> SearchAsync(Actor actor, KnowledgeSearch search, CancellationToken cancel) => db.InTransactionAsync<KnowledgePage>(async () =>
    {
        await tasks.ShowAsync(actor, Reading, cancel);
        var found = await db.Database.SqlQuery<FoundArticle>(
            $"select * from kennis.zoek({SearchWords.Of(search.Words)}, {search.Kind}, {search.Place}, {PageSize}, {(search.Page - 1) * PageSize})").ToListAsync(cancel);
        return new KnowledgePage(found, found.Count == 0 ? 0 : found[0].Totaal);
    }, cancel);

    /// <summary>One article; <see cref="NotKnown"/> when there is none, or it is still a draft.</summary>
    public Task<Result<KnowledgeArticle>> OpenAsync(Actor actor, string code, CancellationToken cancel) => db.InTransactionAsync<KnowledgeArticle>(async () =>
    {
        await tasks.ShowAsync(actor, Reading, cancel);
        return await db.Database.SqlQuery<KnowledgeArticle>($"select * from kennis.artikel({code})").SingleOrDefaultAsync(cancel) is { } article ? article : new NotKnown();
    }, cancel);
}

/// <summary>What somebody looks for.</summary>
/// <param name="Words">Words; null for everything.</param>
/// <param name="Kind">Code of a kind; null for all.</param>
/// <param name="Place">Code of the work it belongs to; null for all.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record KnowledgeSearch(string? Words, string? Kind, string? Place, int Page);

/// <summary>A page of articles.</summary>
/// <param name="Articles">Those on the page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record KnowledgePage(IReadOnlyList<FoundArticle> Articles, long Total);

/// <summary>An article in a list.</summary>
public sealed class FoundArticle
{
    /// <summary>Part of its address.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its title.</summary>
    public string Titel { get; init; } = "";

    /// <summary>Code of its kind.</summary>
    public string Soort { get; init; } = "";

    /// <summary>Who stands for it; null when nobody validated it.</summary>
    public string? Partner { get; init; }

    /// <summary>When it was checked (came with the portal), or before when it is to be checked (validated).</summary>
    public LocalDate? Nagekeken { get; init; }

    /// <summary>A piece of it.</summary>
    public string Fragment { get; init; } = "";

    /// <summary>How many were found in all.</summary>
    public long Totaal { get; init; }
}

/// <summary>An article to read.</summary>
public sealed class KnowledgeArticle
{
    /// <summary>Part of its address.</summary>
    public string Code { get; init; } = "";

    /// <summary>Its title.</summary>
    public string Titel { get; init; } = "";

    /// <summary>Code of its kind.</summary>
    public string Soort { get; init; } = "";

    /// <summary>Codes of the work that it belongs to.</summary>
    public string[] Plekken { get; init; } = [];

    /// <summary>How sure it is.</summary>
    public string Zekerheid { get; init; } = "";

    /// <summary>Who stands for it; null when nobody validated it.</summary>
    public string? Partner { get; init; }

    /// <summary>Who keeps it up to date; null when it came with the portal.</summary>
    public string? Eigenaar { get; init; }

    /// <summary>When it was checked (came with the portal), or before when it is to be checked (validated).</summary>
    public LocalDate? Nagekeken { get; init; }

    /// <summary>Markdown.</summary>
    public string Inhoud { get; init; } = "";
}
