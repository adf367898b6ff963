using System.Text.Encodings.Web;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CotnvPga.Portal.Components.Notices;

/// <summary>
/// The open legal terms that somebody fills in here: what must be written down, and worked examples, as the covenant says them.
/// Shows nothing where the covenant has none.
/// </summary>
[HtmlTargetElement("pga-open-term", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OpenTermTagHelper(CompiledConvenant convenant, DutchClock clock, Words words) : TagHelper
{
    /// <summary>Codes of the circumstances, steps or records that are filled in here, with a space between them.</summary>
    public required string In { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var codes = In.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var today = clock.Today;
        var clauses = convenant.EditionOf(null, today).Clauses.Where(c => c.OpenTerm && c.Validity.Includes(today) && c.AppliedIn.Intersect(codes).Any()).ToList();
        output.TagName = clauses.Count == 0 ? null : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("portal-stapel--dicht", HtmlEncoder.Default);
        foreach (var clause in clauses)
            Write(clause, output.Content);
    }

    private void Write(Clause clause, TagHelperContent content)
    {
        content.AppendHtml("<details class=\"portal-waarom\"><summary>Wat schrijft u op? ").Append(clause.Title).AppendHtml("</summary><div>");
        content.AppendHtml("<p>De wet zegt niet precies wat dit is. Schrijf daarom op: ").Append(string.Join(", ", clause.MustRecord.Select(words.Fact)))
            .Append(". (").Append(words.Articles([clause.Id])).AppendHtml(")</p>");
        if (clause.Examples.Count > 0)
        {
            content.AppendHtml("<ul>");
            foreach (var example in clause.Examples)
                content.AppendHtml("<li>").Append(example).AppendHtml("</li>");
            content.AppendHtml("</ul>");
        }
        content.AppendHtml("</div></details>");
    }
}
