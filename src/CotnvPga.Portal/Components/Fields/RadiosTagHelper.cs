using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CotnvPga.Portal.Components.Fields;

/// <summary>Choose one, with what each choice means beside it. The first button has the id that the error summary links to.</summary>
[HtmlTargetElement("pga-radios", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RadiosTagHelper : FieldTagHelper
{
    /// <summary>What can be chosen.</summary>
    public required IEnumerable<Choice> Choices { get; set; }

    protected override void Write(TagHelperContent content)
    {
        var legend = new TagBuilder("legend");
        AppendLabel(legend);
        var set = new TagBuilder("fieldset") { Attributes = { ["class"] = "portal-veldset" } };
        if (DescribedBy is { } ids)
            set.Attributes["aria-describedby"] = ids;
        set.InnerHtml.AppendHtml(legend);
        set.InnerHtml.AppendHtml(HintAndErrors());
        set.InnerHtml.AppendHtml(Control());
        content.AppendHtml(set);
    }

    protected override IHtmlContent Control()
    {
        var content = new HtmlContentBuilder();
        foreach (var (index, choice) in Choices.Index())
            content.AppendHtml(Row(choice, index == 0 ? Id : $"{Id}-{choice.Value}"));
        return content;
    }

    private TagBuilder Row(Choice choice, string id)
    {
        var input = new TagBuilder("input")
        {
            TagRenderMode = TagRenderMode.SelfClosing,
            Attributes = { ["type"] = "radio", ["id"] = id, ["name"] = Name, ["value"] = choice.Value },
        };
        if (choice.Value == Value)
            input.Attributes["checked"] = "checked";
        var label = new TagBuilder("label") { Attributes = { ["for"] = id } };
        label.InnerHtml.Append(choice.Label);
        var row = new TagBuilder("div") { Attributes = { ["class"] = "portal-keuze" } };
        row.InnerHtml.AppendHtml(input).AppendHtml(label);
        if (choice.Hint is null)
            return row;
        input.Attributes["aria-describedby"] = $"{id}-uitleg";
        var hint = new TagBuilder("p") { Attributes = { ["class"] = "portal-veld__hulp", ["id"] = $"{id}-uitleg" } };
        hint.InnerHtml.Append(choice.Hint);
        row.InnerHtml.AppendHtml(hint);
        return row;
    }
}
