using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CotnvPga.Portal.Components.Fields;

/// <summary>Choose one from a list.</summary>
[HtmlTargetElement("pga-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTagHelper : FieldTagHelper
{
    /// <summary>What can be chosen.</summary>
    public required IEnumerable<Choice> Choices { get; set; }

    /// <summary>The first line, which chooses nothing.</summary>
    public string Empty { get; set; } = "Maak een keuze";

    protected override IHtmlContent Control()
    {
        var select = Wire(new TagBuilder("select") { Attributes = { ["class"] = "utrecht-select utrecht-select--html-select" } });
        select.InnerHtml.AppendHtml(Option(new Choice(string.Empty, Empty)));
        foreach (var group in Choices.GroupBy(c => c.Group))
        {
            var options = group.Select(Option);
            if (group.Key is null)
                foreach (var option in options)
                    select.InnerHtml.AppendHtml(option);
            else
                select.InnerHtml.AppendHtml(Group(group.Key, options));
        }
        return select;
    }

    private static TagBuilder Group(string label, IEnumerable<TagBuilder> options)
    {
        var group = new TagBuilder("optgroup") { Attributes = { ["label"] = label } };
        foreach (var option in options)
            group.InnerHtml.AppendHtml(option);
        return group;
    }

    private TagBuilder Option(Choice choice)
    {
        var option = new TagBuilder("option") { Attributes = { ["value"] = choice.Value } };
        if (choice.Value == (Value ?? string.Empty))
            option.Attributes["selected"] = "selected";
        if (!string.IsNullOrEmpty(choice.Asks))
            option.Attributes["data-vraagt"] = choice.Asks;
        option.InnerHtml.Append(choice.Label);
        return option;
    }
}
