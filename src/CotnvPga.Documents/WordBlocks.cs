using System.Globalization;
using CotnvPga.Convenant.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CotnvPga.Documents;

/// <summary>Turns the pieces of a document into those of Word.</summary>
internal sealed class WordBlocks
{
    private int _bookmarks;

    public IEnumerable<OpenXmlElement> Of(Block block) => block switch
    {
        Heading heading => [HeadingOf(heading)],
        Convenant.Documents.Paragraph paragraph => [WordText.Paragraph(WordStyles.Normal, paragraph.Text)],
        Banner banner => [WordText.Paragraph(WordStyles.Banner, $"Let op. {banner.Text}")],
        Facts facts => facts.All.Select(WordText.Fact),
        Bullets bullets => bullets.Items.Select(i => WordText.Paragraph(WordStyles.Bullet, i)),
        Convenant.Documents.Table table => WordTables.Of(table),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "Dit soort stuk kent Word niet."),
    };

    /// <summary>The title has no outline level, so a part of the document is a heading of the first level.</summary>
    private DocumentFormat.OpenXml.Wordprocessing.Paragraph HeadingOf(Heading heading)
    {
        var id = (++_bookmarks).ToString(CultureInfo.InvariantCulture);
        var properties = new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = heading.Level == Heading.Part ? WordStyles.Heading1 : WordStyles.Heading2 } };
        if (heading.OnNewPage)
            properties.PageBreakBefore = new PageBreakBefore();
        return new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
            properties,
            new BookmarkStart { Id = id, Name = WordText.BookmarkOf(heading) },
            WordText.Run(heading.Text),
            new BookmarkEnd { Id = id });
    }
}
