using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Portal.Components.Fields;

/// <summary>
/// A form field as people meet it: label, hint, error and control, tied together for assistive technology.
/// What was typed wins over the model, so that an error never costs text.
/// </summary>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The property the field is bound to.</summary>
    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    /// <summary>Name of the field, for people.</summary>
    public required string Label { get; set; }

    /// <summary>What to write here, or an example.</summary>
    public string? Hint { get; set; }

    /// <summary>True when it may stay empty; the label then says so.</summary>
    public bool Optional { get; set; }

    /// <summary>What the field is about, for a screen reader that hears the same label many times.</summary>
    public string? About { get; set; }

    /// <summary><c>kort</c> or <c>smal</c>; empty takes the full width.</summary>
    public string? Width { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Full name of the field in the posted form.</summary>
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>Id of the control; the error summary links to it.</summary>
    protected string Id => FieldIds.Of(Name);

    private ModelStateEntry? Entry => ViewContext.ViewData.ModelState.GetValueOrDefault(Name);

    /// <summary>The messages at this field.</summary>
    protected IReadOnlyList<string> Errors => Entry is { Errors.Count: > 0 } entry ? [.. entry.Errors.Select(e => e.ErrorMessage)] : [];

    /// <summary>What the control shows: what was typed, else the model's value.</summary>
    protected string? Value => Entry?.AttemptedValue ?? For.Model switch
    {
        null => null,
        LocalDate day => LocalDatePattern.Iso.Format(day),
        IFormattable value => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        var value => value.ToString(),
    };

    /// <summary>Ids of hint and error, in reading order; null when there is neither.</summary>
    protected string? DescribedBy
    {
        get
        {
            List<string> ids = [];
            if (Hint is not null)
                ids.Add($"{Id}-hulp");
            if (Errors.Count > 0)
                ids.Add($"{Id}-fout");
            return ids.Count == 0 ? null : string.Join(' ', ids);
        }
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("portal-veld", HtmlEncoder.Default);
        if (Errors.Count > 0)
            output.AddClass("portal-veld--fout", HtmlEncoder.Default);
        if (Width is not null)
            output.AddClass($"portal-veld--{Width}", HtmlEncoder.Default);
        Write(output.Content);
    }

    /// <summary>Writes the inside of the field.</summary>
    protected virtual void Write(TagHelperContent content)
    {
        var label = new TagBuilder("label") { Attributes = { ["class"] = "portal-veld__label utrecht-form-label", ["for"] = Id } };
        AppendLabel(label);
        content.AppendHtml(label);
        content.AppendHtml(HintAndErrors());
        content.AppendHtml(Control());
    }

    /// <summary>The control itself, with its state for assistive technology.</summary>
    protected abstract IHtmlContent Control();

    /// <summary>Sets what every control has: id, name, description and whether it is wrong.</summary>
    protected TagBuilder Wire(TagBuilder control)
    {
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        Describe(control);
        return control;
    }

    /// <summary>Ties hint and error to an element.</summary>
    protected void Describe(TagBuilder element)
    {
        if (DescribedBy is { } ids)
            element.Attributes["aria-describedby"] = ids;
        if (Errors.Count > 0)
            element.Attributes["aria-invalid"] = "true";
    }

    /// <summary>Hint and errors, in the order in which they are read.</summary>
    protected IHtmlContent HintAndErrors()
    {
        var content = new HtmlContentBuilder();
        if (Hint is not null)
            content.AppendHtml(Paragraph("hulp", "utrecht-form-field-description", Hint));
        if (Errors.Count > 0)
            content.AppendHtml(Paragraph("fout", "utrecht-form-field-error-message", string.Join(' ', Errors)));
        return content;
    }

    /// <summary>Writes the label's text, and for a screen reader what it is about.</summary>
    protected void AppendLabel(TagBuilder label)
    {
        label.InnerHtml.Append(Optional ? $"{Label} (mag leeg blijven)" : Label);
        if (About is not null)
            label.InnerHtml.AppendHtml("<span class=\"portal-onzichtbaar\"> ").Append(About).AppendHtml("</span>");
    }

    private TagBuilder Paragraph(string part, string kit, string text)
    {
        var paragraph = new TagBuilder("p") { Attributes = { ["id"] = $"{Id}-{part}", ["class"] = $"portal-veld__{part} {kit}" } };
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }
}
