using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CotnvPga.Portal.Components.Fields;

/// <summary>One line of text, several lines (<c>rows</c>), or a date (<c>type="date"</c>).</summary>
[HtmlTargetElement("pga-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextTagHelper : FieldTagHelper
{
    /// <summary>Number of lines; one makes it a single-line field.</summary>
    public int Rows { get; set; } = 1;

    /// <summary>Type of a single-line field; what was typed in one of type <c>password</c> is never sent back.</summary>
    public string Type { get; set; } = "text";

    /// <summary>Most characters that fit; the server checks it as well.</summary>
    public int MaxLength { get; set; }

    /// <summary>What the browser may fill in; case work is never remembered by the browser.</summary>
    public string Autocomplete { get; set; } = "off";

    protected override IHtmlContent Control()
    {
        var control = Wire(Rows > 1 ? TextArea() : Input());
        control.Attributes["autocomplete"] = Autocomplete;
        if (MaxLength > 0)
            control.Attributes["maxlength"] = MaxLength.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return control;
    }

    private TagBuilder Input()
    {
        var input = new TagBuilder("input")
        {
            TagRenderMode = TagRenderMode.SelfClosing,
            Attributes = { ["type"] = Type, ["class"] = "utrecht-textbox utrecht-textbox--html-input", ["value"] = Type == "password" ? null : Value },
        };
        return input;
    }

    private TagBuilder TextArea()
    {
        var area = new TagBuilder("textarea")
        {
            Attributes = { ["class"] = "utrecht-textarea utrecht-textarea--html-textarea", ["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        };
        // HTML drops one line break right after the start tag; without this a text that begins with one would lose it.
        area.InnerHtml.AppendHtml(Environment.NewLine);
        area.InnerHtml.Append(Value ?? string.Empty);
        return area;
    }
}
