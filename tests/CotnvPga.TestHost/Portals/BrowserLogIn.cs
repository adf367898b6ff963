using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CotnvPga.TestHost.Portals;

/// <summary>What a person does in a browser to log in, through the front door.</summary>
public static class BrowserLogIn
{
    /// <summary>Goes to a place, logs in when asked, and ends where the portal ends up.</summary>
    public static async Task<HttpResponseMessage> LogInAsync(this HttpClient browser, string userName, string password, string place = "/")
    {
        var form = await browser.FollowAsync(await browser.GetAsync(place));
        return await browser.FollowAsync(await browser.SubmitLogInAsync(form, userName, password));
    }

    /// <summary>Fills in the log-in page and sends it, without following where that leads.</summary>
    public static async Task<HttpResponseMessage> SubmitLogInAsync(
        this HttpClient browser, HttpResponseMessage page, string userName, string password)
    {
        var form = await FormAsync(page);
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(i => i.Name!, i => i.Value);
        fields["Gebruikersnaam"] = userName;
        fields["Wachtwoord"] = password;
        return await browser.PostAsync(new Uri(page.RequestMessage!.RequestUri!, form.GetAttribute("action")), new FormUrlEncodedContent(fields));
    }

    /// <summary>Sends the form of a page that only asks for confirmation.</summary>
    public static async Task<HttpResponseMessage> ConfirmAsync(this HttpClient browser, HttpResponseMessage page)
    {
        var form = await FormAsync(page);
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(i => i.Name!, i => i.Value);
        return await browser.PostAsync(new Uri(page.RequestMessage!.RequestUri!, form.GetAttribute("action")), new FormUrlEncodedContent(fields));
    }

    /// <summary>Follows redirects as a browser does.</summary>
    public static async Task<HttpResponseMessage> FollowAsync(this HttpClient browser, HttpResponseMessage response)
    {
        for (var steps = 0; response.StatusCode is HttpStatusCode.Found; steps++)
        {
            if (steps == 20)
                throw new InvalidOperationException($"The portal keeps redirecting, now to {response.Headers.Location}.");
            response = await browser.GetAsync(new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!));
        }
        return response;
    }

    private static async Task<IHtmlFormElement> FormAsync(HttpResponseMessage page)
    {
        var document = await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync());
        return document.QuerySelector<IHtmlFormElement>("main form")
            ?? throw new InvalidOperationException($"{page.RequestMessage!.RequestUri} ({page.StatusCode}) has no form.");
    }
}
