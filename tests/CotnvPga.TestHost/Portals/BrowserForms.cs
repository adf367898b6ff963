using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CotnvPga.TestHost.Portals;

/// <summary>What a person does in a browser with a form of a page.</summary>
public static class BrowserForms
{
    /// <summary>Opens a page, fills in one of its forms and sends it, without following where that leads.</summary>
    /// <param name="browser">Somebody who is logged in.</param>
    /// <param name="path">The page.</param>
    /// <param name="fields">What is typed, by field name.</param>
    /// <param name="form">Selects the form; the first one in the page when left out.</param>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient browser, string path, IReadOnlyDictionary<string, string> fields, string form = "main form")
    {
        using var page = await browser.GetAsync(path);
        var document = await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync());
        var found = document.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"{path} ({page.StatusCode}) has no {form}.");
        var sent = found.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (name, value) in fields)
            sent[name] = value;
        var action = found.GetAttribute("action") is { Length: > 0 } address ? address : path;
        return await browser.PostAsync(new Uri(page.RequestMessage!.RequestUri!, action), new FormUrlEncodedContent(sent));
    }
}
