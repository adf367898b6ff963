using CotnvPga.Data.Knowledge;
using CotnvPga.Data.Registers;
using CotnvPga.Portal.Mapping;

namespace CotnvPga.Portal.Pages.Kennis;

/// <summary>What everybody who works here can look up, searched by words, kind and work.</summary>
public sealed class IndexModel(KnowledgeDesk desk, RegisterDesk registers, KnowledgePages pages) : PortalPage
{
    private const int LastPage = 10_000;

    public KnowledgePages Words => pages;

    public IReadOnlyList<ArticleLine> Lines { get; private set; } = [];

    public long Total { get; private set; }

    public string? Zoek { get; private set; }

    public string? Soort { get; private set; }

    public string? Plek { get; private set; }

    public int Pagina { get; private set; } = 1;

    public bool HasMore => (long)Pagina * KnowledgeDesk.PageSize < Total;

    /// <summary>Whether this person writes or validates articles.</summary>
    public bool Writes { get; private set; }

    public async Task OnGetAsync(string? zoek, string? soort, string? plek, int? pagina, CancellationToken cancel)
    {
        (Zoek, Soort, Plek, Pagina) = (Said(zoek), Said(soort), Said(plek), Math.Clamp(pagina ?? 1, 1, LastPage));
        if (await desk.SearchAsync(Actor, new KnowledgeSearch(Zoek, Soort, Plek, Pagina), cancel) is { IsDone: true, Value: var found })
            (Lines, Total) = ([.. found.Articles.Select(pages.Line)], found.Total);
        Writes = registers.Of(Actor).Any(r => r.Code == "kennis");
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
