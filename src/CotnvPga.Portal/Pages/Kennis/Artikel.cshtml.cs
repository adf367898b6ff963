using CotnvPga.Data.Knowledge;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Kennis;

/// <summary>One article. 404 when there is none, or it is still a draft.</summary>
public sealed class ArtikelModel(KnowledgeDesk desk, KnowledgePages pages) : PortalPage
{
    public KnowledgePages Words => pages;

    public KnowledgeArticle Article { get; private set; } = null!;

    public IHtmlContent Text => MarkdownText.Html(Article.Inhoud);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        var opened = await desk.OpenAsync(Actor, code, cancel);
        if (!opened.IsDone)
            return NotFound();
        Article = opened.Value;
        return Page();
    }
}
