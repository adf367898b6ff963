using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CotnvPga.Portal.Drafts;

/// <summary>Gives every form that sends something its number.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormNumberTagHelper(FormNumber numbers) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.PostContent.AppendHtml($"<input name=\"{FormFields.Number}\" type=\"hidden\" value=\"{numbers.New()}\" />");
    }
}
