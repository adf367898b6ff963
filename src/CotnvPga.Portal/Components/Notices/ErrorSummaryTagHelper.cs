using System.Text.Encodings.Web;
using CotnvPga.Portal.Components.Fields;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CotnvPga.Portal.Components.Notices;

/// <summary>Above a form that came back: everything that is wrong, each with a link to its field. Takes focus.</summary>
[HtmlTargetElement("pga-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>What did not happen, such as "Het signaal is nog niet bewaard".</summary>
    public string Title { get; set; } = "Nog niet alles is goed ingevuld";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData[SummaryLine.Key] as List<SummaryLine>
            ?? [.. ViewContext.ViewData.ModelState.SelectMany(field => field.Value!.Errors.Select(error => new SummaryLine(field.Key, error.ErrorMessage)))];
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("portal-melding", HtmlEncoder.Default);
        output.AddClass("portal-melding--fout", HtmlEncoder.Default);
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("data-fouten", string.Empty);
        output.Content.AppendHtml(AlertTagHelper.Icon(AlertKind.Error));
        output.Content.AppendHtml(Body(errors));
    }

    private TagBuilder Body(List<SummaryLine> errors)
    {
        var title = new TagBuilder("h2") { Attributes = { ["class"] = "utrecht-heading-3" } };
        title.InnerHtml.Append(Title);
        var list = new TagBuilder("ul");
        foreach (var (field, message) in errors)
            list.InnerHtml.AppendHtml(Line(field, message));
        var body = new TagBuilder("div") { Attributes = { ["class"] = "portal-melding__tekst" } };
        body.InnerHtml.AppendHtml(title).AppendHtml(list);
        return body;
    }

    private static TagBuilder Line(string field, string message)
    {
        var line = new TagBuilder("li");
        if (field.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }
        var link = new TagBuilder("a") { Attributes = { ["href"] = $"#{FieldIds.Of(field)}" } };
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
