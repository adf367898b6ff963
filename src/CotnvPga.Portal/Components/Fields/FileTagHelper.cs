using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CotnvPga.Portal.Components.Fields;

/// <summary>Choose a file.</summary>
[HtmlTargetElement("pga-file", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FileTagHelper : FieldTagHelper
{
    /// <summary>Extensions that the browser offers; the server looks at the bytes.</summary>
    public string? Accept { get; set; }

    protected override IHtmlContent Control()
    {
        var input = Wire(new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = "file", ["class"] = "utrecht-textbox utrecht-textbox--html-input" } });
        if (Accept is not null)
            input.Attributes["accept"] = Accept;
        return input;
    }
}
