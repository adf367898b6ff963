using System.Text.RegularExpressions;
using System.Xml.Linq;
using CotnvPga.Convenant.Documents;

namespace CotnvPga.Convenant.Tests.Documents;

/// <summary>The covenant as a page: fit for a screen reader, for paper, and for a machine without a network.</summary>
public sealed partial class HtmlTests
{
    private static readonly string Html = HtmlWriter.Write(Municipal.Document(Municipal.WithCovenant));

    /// <summary>The page is written so that it is XML too, but for elements that are never closed.</summary>
    private static readonly XElement Page = XElement.Parse(Unclosed().Replace(Html[Html.IndexOf("<html", StringComparison.Ordinal)..], "$0</$1>"));

    [Fact]
    public void It_says_its_language_and_has_a_title_of_its_own()
    {
        Page.Attribute("lang")!.Value.ShouldBe("nl");
        Page.Descendants("title").Single().Value.ShouldContain("Gemeente9901");
    }

    [Fact]
    public void Headings_go_down_one_level_at_a_time()
    {
        var levels = Page.Descendants().Where(e => Level().IsMatch(e.Name.LocalName)).Select(e => e.Name.LocalName[1] - '0').ToList();
        levels.Count(l => l == 1).ShouldBe(1);
        levels[0].ShouldBe(1);
        levels.Zip(levels.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First + 1);
    }

    [Fact]
    public void Every_table_has_a_caption_and_every_header_says_what_it_heads()
    {
        Page.Descendants("table").ShouldNotBeEmpty();
        Page.Descendants("table").ShouldAllBe(t => t.Elements("caption").Count() == 1);
        Page.Descendants("th").ShouldAllBe(h => h.Attribute("scope") != null);
        Page.Descendants("tr").ShouldAllBe(r => r.Elements("th").Any());
    }

    [Fact]
    public void It_needs_nothing_from_elsewhere()
    {
        Page.Descendants().Where(e => e.Name.LocalName is "script" or "link" or "img" or "iframe").ShouldBeEmpty();
        Page.Descendants("style").Single().Value.ShouldNotContain("url(");
        Page.Descendants("a").ShouldAllBe(a => a.Attribute("href")!.Value.StartsWith('#'));
    }

    [Fact]
    public void Every_link_leads_to_a_place_on_the_page()
    {
        var ids = Page.Descendants().Attributes("id").Select(i => i.Value).ToList();
        ids.ShouldBeUnique();
        Page.Descendants("a").Select(a => a.Attribute("href")!.Value[1..]).ShouldAllBe(to => ids.Contains(to));
    }

    [Fact]
    public void On_paper_every_sheet_has_the_hash_and_its_number()
    {
        var style = Page.Descendants("style").Single().Value;
        style.ShouldMatch($@"@page \{{[^}}]*@bottom-left \{{ content: ""[^""]*{TheConvenant.Loaded.Hash[..12]}""");
        style.ShouldContain("counter(page)");
    }

    [Fact]
    public void What_a_jurist_types_is_text_and_never_markup()
    {
        var nasty = new CovenantDocument("<script>x</script>", "\"&", "ontwerp", true, "a\"} </style><b>", [new Fact("<i>", "&amp;")], [new Heading(2, "<h1>", "a"), new Paragraph("</p><script>"), new Table("<t>", ["<"], [[">"]])]);
        var html = HtmlWriter.Write(nasty);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("</style><b>");
        html.ShouldNotContain("<i>");
    }

    [GeneratedRegex("<(meta)[^>]*>")]
    private static partial Regex Unclosed();

    [GeneratedRegex("^h[1-6]$")]
    private static partial Regex Level();
}
