using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;

namespace CotnvPga.Portal.Components.Text;

/// <summary>A deadline in words and as a date: "Nog 2 werkdagen, do 26 november".</summary>
[HtmlTargetElement("pga-term", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TermTagHelper : TagHelper
{
    /// <summary>The last day.</summary>
    public required LocalDate Due { get; set; }

    /// <summary>Today.</summary>
    public required LocalDate Today { get; set; }

    /// <summary>Working days from today to the last day; below zero is too late.</summary>
    public required int WorkingDays { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("portal-termijn", HtmlEncoder.Default);
        if (DeadlineWords.Tone(WorkingDays) is { } tone)
            output.AddClass($"portal-termijn--{tone}", HtmlEncoder.Default);
        output.Content.AppendHtml("<strong>").Append(DeadlineWords.Of(WorkingDays)).AppendHtml("</strong> <span>");
        output.Content.Append(Due.ToDayText(Today)).AppendHtml("</span>");
    }
}
