using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CotnvPga.Portal.Components.Notices;

/// <summary>A short status in words. A judgement is never red or green: it keeps the neutral tone.</summary>
[HtmlTargetElement("pga-badge")]
public sealed class BadgeTagHelper : TagHelper
{
    /// <summary><c>actief</c>, <c>klaar</c>, <c>let-op</c>, <c>laat</c> or <c>rand</c>; empty is neutral.</summary>
    public string? Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.AddClass("portal-badge", HtmlEncoder.Default);
        if (!string.IsNullOrEmpty(Tone))
            output.AddClass($"portal-badge--{Tone}", HtmlEncoder.Default);
    }
}
