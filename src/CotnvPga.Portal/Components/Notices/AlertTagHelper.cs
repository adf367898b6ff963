using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace CotnvPga.Portal.Components.Notices;

/// <summary>What somebody must know on this page. Icon and border say the kind as well as the colour.</summary>
[HtmlTargetElement("pga-alert")]
public sealed class AlertTagHelper : TagHelper
{
    /// <summary>How serious it is.</summary>
    public AlertKind Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.AddClass("portal-melding", HtmlEncoder.Default);
        if (Kind != AlertKind.Info)
            output.AddClass($"portal-melding--{ClassOf(Kind)}", HtmlEncoder.Default);
        output.PreContent.SetHtmlContent($"""{Icon(Kind)}<div class="portal-melding__tekst">""");
        output.PostContent.SetHtmlContent("</div>");
    }

    /// <summary>The drawing that belongs to a kind.</summary>
    internal static string Icon(AlertKind kind) =>
        $"""<svg class="portal-melding__icoon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path fill-rule="evenodd" fill="currentColor" d="{Drawing(kind)}"/></svg>""";

    private static string ClassOf(AlertKind kind) => kind switch
    {
        AlertKind.Warning => "waarschuwing",
        AlertKind.Error => "fout",
        AlertKind.Done => "klaar",
        _ => "info",
    };

    private static string Drawing(AlertKind kind) => kind switch
    {
        AlertKind.Warning => "M10 1.5 19.4 18H.6L10 1.5Zm-1 6v5.2h2V7.5H9Zm0 6.7v2h2v-2H9Z",
        AlertKind.Error => "M10 1a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM9 5v6.2h2V5H9Zm0 8v2h2v-2H9Z",
        AlertKind.Done => "M10 1a9 9 0 1 1 0 18 9 9 0 0 1 0-18Zm4.3 5.3-5.5 5.5-2.6-2.6-1.4 1.4 4 4 6.9-6.9-1.4-1.4Z",
        _ => "M10 1a9 9 0 1 1 0 18 9 9 0 0 1 0-18ZM9 9v6h2V9H9Zm0-4v2h2V5H9Z",
    };
}
