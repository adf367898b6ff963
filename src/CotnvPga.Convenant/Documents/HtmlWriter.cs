using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CotnvPga.Convenant.Documents;

/// <summary>Writes a document as one page of accessible HTML that needs nothing from elsewhere. Printed, every sheet has its line.</summary>
public static class HtmlWriter
{
    // Letters with accents as they are; what HTML gives a meaning, written out.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The document as text.</summary>
    public static string Write(CovenantDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var html = new StringBuilder(200_000);
        html.Append("<!DOCTYPE html>\n<html lang=\"nl\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<title>").Append(Text($"{document.Title}, {document.Subtitle}")).Append("</title>\n");
        html.Append("<style>\n").Append(HtmlStyle.For(document.PageLine)).Append("</style>\n</head>\n<body>\n");
        WriteFront(html, document);
        html.Append("<main>\n");
        foreach (var block in document.Blocks)
            WriteBlock(html, block);
        html.Append("</main>\n<footer><p>").Append(Text(document.PageLine)).Append("</p></footer>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteFront(StringBuilder html, CovenantDocument document)
    {
        html.Append("<header class=\"front\">\n<p class=\"line\">").Append(Text(document.PageLine)).Append("</p>\n");
        html.Append("<h1>").Append(Text(document.Title)).Append("</h1>\n<p class=\"subtitle\">").Append(Text(document.Subtitle)).Append("</p>\n");
        if (document.IsDraft)
            html.Append("<p class=\"standing\" role=\"note\">").Append(Text(DocumentWords.UpperFirst(document.Standing))).Append("</p>\n");
        WriteFacts(html, document.Front);
        html.Append("</header>\n<nav aria-labelledby=\"inhoud\">\n<h2 id=\"inhoud\">Inhoud</h2>\n<ol>\n");
        foreach (var heading in document.Contents)
            html.Append("<li><a href=\"#").Append(Text(heading.Anchor)).Append("\">").Append(Text(heading.Text)).Append("</a></li>\n");
        html.Append("</ol>\n</nav>\n");
    }

    private static void WriteBlock(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Heading heading:
                html.Append("<h").Append(heading.Level).Append(" id=\"").Append(Text(heading.Anchor)).Append('"').Append(heading.OnNewPage ? " class=\"page\"" : "").Append('>')
                    .Append(Text(heading.Text)).Append("</h").Append(heading.Level).Append(">\n");
                break;
            case Paragraph paragraph:
                html.Append("<p>").Append(Text(paragraph.Text)).Append("</p>\n");
                break;
            case Banner banner:
                html.Append("<p class=\"banner\" role=\"note\"><strong>Let op.</strong> ").Append(Text(banner.Text)).Append("</p>\n");
                break;
            case Facts facts:
                WriteFacts(html, facts.All);
                break;
            case Bullets bullets:
                html.Append("<ul>\n");
                foreach (var item in bullets.Items)
                    html.Append("<li>").Append(Text(item)).Append("</li>\n");
                html.Append("</ul>\n");
                break;
            case Table table:
                WriteTable(html, table);
                break;
        }
    }

    private static void WriteFacts(StringBuilder html, IReadOnlyList<Fact> facts)
    {
        html.Append("<dl>\n");
        foreach (var fact in facts)
            html.Append("<dt>").Append(Text(fact.Name)).Append("</dt><dd>").Append(Text(fact.Text)).Append("</dd>\n");
        html.Append("</dl>\n");
    }

    private static void WriteTable(StringBuilder html, Table table)
    {
        html.Append("<table").Append(table.ToWriteIn ? " class=\"open\"" : table.NarrowColumns > 0 ? " class=\"matrix\"" : "").Append(">\n<caption>").Append(Text(table.Caption)).Append("</caption>\n<thead><tr>");
        foreach (var header in table.Headers)
            html.Append("<th scope=\"col\">").Append(Text(header)).Append("</th>");
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr><th scope=\"row\">").Append(Text(row[0])).Append("</th>");
            foreach (var cell in row.Skip(1))
                html.Append("<td>").Append(Text(cell)).Append("</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n");
    }

    private static string Text(string text) => Encoder.Encode(text);
}
