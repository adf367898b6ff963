using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CotnvPga.Portal.Components.Notices;

/// <summary>A question that unfolds its answer, such as "Waarom zie ik dit?". Works without script.</summary>
[HtmlTargetElement("pga-why")]
public sealed class WhyTagHelper : TagHelper
{
    /// <summary>The question.</summary>
    public string Question { get; set; } = "Waarom?";

    /// <summary>What the question is about, for a screen reader that hears many of the same questions.</summary>
    public string? About { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "details";
        output.AddClass("portal-waarom", HtmlEncoder.Default);
        output.PreContent.AppendHtml("<summary>").Append(Question);
        if (About is not null)
            output.PreContent.AppendHtml("<span class=\"portal-onzichtbaar\"> ").Append(About).AppendHtml("</span>");
        output.PreContent.AppendHtml("</summary><div>");
        output.PostContent.SetHtmlContent("</div>");
    }
}
