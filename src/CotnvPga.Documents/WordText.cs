using CotnvPga.Convenant.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace CotnvPga.Documents;

/// <summary>Paragraphs of a Word document.</summary>
internal static class WordText
{
    public static Paragraph Paragraph(string style, string text) => new(new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = style } }, Run(text));

    /// <summary>"Name: text", the name in bold.</summary>
    public static Paragraph Fact(Fact fact)
    {
        var name = Run($"{fact.Name}: ");
        name.RunProperties = new RunProperties { Bold = new Bold() };
        return new Paragraph(new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = WordStyles.Fact } }, name, Run(fact.Text));
    }

    /// <summary>A line of the list of contents, with the page it leads to.</summary>
    public static Paragraph Link(Heading heading)
    {
        var anchor = BookmarkOf(heading);
        return new Paragraph(
            new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = WordStyles.ContentsLine } },
            new Hyperlink(Run(heading.Text)) { Anchor = anchor, History = true });
    }

    /// <summary>A bookmark has at most forty letters and no hyphens.</summary>
    public static string BookmarkOf(Heading heading) => $"_{heading.Anchor.Replace('-', '_')}"[..Math.Min(40, heading.Anchor.Length + 1)];

    /// <summary>"Pagina 3 van 40", counted by whoever shows it.</summary>
    public static Paragraph PageNumber() => new(
        new ParagraphProperties { ParagraphStyleId = new ParagraphStyleId { Val = WordStyles.PageFoot } },
        Run("Pagina "),
        new SimpleField(Run("1")) { Instruction = " PAGE " },
        Run(" van "),
        new SimpleField(Run("1")) { Instruction = " NUMPAGES " });

    public static Run Run(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
}
