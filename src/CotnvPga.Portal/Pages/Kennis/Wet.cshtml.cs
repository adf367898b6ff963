using CotnvPga.Portal.Mapping;

namespace CotnvPga.Portal.Pages.Kennis;

/// <summary>The articles of the law and the decree, each with the steps, records and rules that rest on it here.</summary>
public sealed class WetModel(KnowledgePages pages) : PortalPage
{
    public IReadOnlyList<LawArticle> Law => pages.Law("wet-pga");

    public IReadOnlyList<LawArticle> Decree => pages.Law("besluit-pga");
}
