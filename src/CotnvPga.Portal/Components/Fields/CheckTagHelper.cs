using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CotnvPga.Portal.Components.Fields;

/// <summary>One box to tick: a yes, or one of several values (<c>value</c>).</summary>
[HtmlTargetElement("pga-check", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CheckTagHelper : FieldTagHelper
{
    /// <summary>What is posted when ticked; several boxes with the same name post a list.</summary>
    [HtmlAttributeName("value")]
    public string Ticked { get; set; } = "true";

    private string BoxId => Ticked == "true" ? Id : $"{Id}_{Ticked}";

    private bool IsTicked =>
        For.Model is IEnumerable<string> many && Value is null ? many.Contains(Ticked)
        : (Value ?? string.Empty).Split(',').Any(v => string.Equals(v, Ticked, StringComparison.OrdinalIgnoreCase));

    protected override void Write(TagHelperContent content)
    {
        var row = new TagBuilder("div") { Attributes = { ["class"] = "portal-keuze portal-keuze--los" } };
        row.InnerHtml.AppendHtml(Control());
        var label = new TagBuilder("label") { Attributes = { ["for"] = BoxId } };
        AppendLabel(label);
        row.InnerHtml.AppendHtml(label);
        content.AppendHtml(HintAndErrors());
        content.AppendHtml(row);
    }

    protected override IHtmlContent Control()
    {
        var input = Wire(new TagBuilder("input")
        {
            TagRenderMode = TagRenderMode.SelfClosing,
            Attributes = { ["type"] = "checkbox", ["value"] = Ticked },
        });
        input.Attributes["id"] = BoxId;
        if (IsTicked)
            input.Attributes["checked"] = "checked";
        return input;
    }
}
