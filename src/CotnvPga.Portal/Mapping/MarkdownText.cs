using System.Text;
using CotnvPga.Convenant.Documents;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;
using Block = CotnvPga.Convenant.Documents.Block;

namespace CotnvPga.Portal.Mapping;

/// <summary>Markdown as a piece of a page, or as a document. HTML in it is shown as it was typed and never run.</summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <summary>HTML for a page whose title is the first heading.</summary>
    public static IHtmlContent Html(string text)
    {
        if (Read(text) is not { } document)
            return AsTyped(text);
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.Level = Math.Clamp(heading.Level, 2, 4);
        // Only to a page of the portal: who reads here is not led to a place that nobody checked.
        foreach (var link in document.Descendants<LinkInline>().Where(l => l.IsImage || l.Url?.StartsWith('/') is not true || l.Url.StartsWith("//", StringComparison.Ordinal)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url is { Length: > 0 } url ? $"{Words(link)} ({url})" : Words(link)));
        // What can be read may still lie too deep to be written.
        return Unless(() => new HtmlString(document.ToHtml(Pipeline))) ?? AsTyped(text);
    }

    /// <summary>Pieces of a document.</summary>
    public static IReadOnlyList<Block> Blocks(string text)
    {
        if (Read(text) is not { } document)
            return [new Paragraph(text)];
        var made = new List<Block>();
        foreach (var block in document)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    made.Add(new Heading(Heading.Part, Words(heading.Inline), $"deel-{made.Count}"));
                    break;
                case ListBlock list:
                    made.Add(new Bullets([.. list.OfType<ListItemBlock>().Select(i => string.Join(" ", i.OfType<ParagraphBlock>().Select(p => Words(p.Inline))))]));
                    break;
                case LeafBlock { Inline: not null } leaf:
                    made.Add(new Paragraph(Words(leaf.Inline)));
                    break;
            }
        }
        return made;
    }

    /// <summary>The pieces of a text; null when they lie so deep in each other that nobody meant it: then it is shown as it was typed.</summary>
    private static MarkdownDocument? Read(string text) => Unless(() => Markdown.Parse(text, Pipeline));

    /// <summary>Null when Markdig says that the pieces lie too deep in each other.</summary>
    private static T? Unless<T>(Func<T> work) where T : class
    {
        try
        {
            return work();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static IHtmlContent AsTyped(string text) => new HtmlContentBuilder().AppendHtml("<p>").Append(text).AppendHtml("</p>");

    private static string Words(ContainerInline? inline)
    {
        var words = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            words.Append(part switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                _ => "",
            });
        }
        return words.ToString();
    }
}
