using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CotnvPga.Portal.Tests.Api;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Uploads;

/// <summary>Files that people choose on a page: a document with an item, and a file of running cases.</summary>
public sealed class UploadTests(ApiPortal portal) : ApiTest(portal)
{
    [Fact]
    public async Task A_document_goes_in_by_the_page_and_comes_out_to_be_saved()
    {
        var signal = await InWeging(Words.Gegeven("waarneming", "Vaak weg.", "burgemeester"));
        var page = $"/{signal}/gegevens/{(await ItemsFor(Burgemeester, signal))["waarneming"]}/geschiedenis";
        using var mayor = await BrowserAsync("coordinator.voorbeeldstad");
        var bytes = Encoding.UTF8.GetBytes("De leraar schrijft: hij is vaak weg.");

        var refused = await PostAsync(mayor, page, "Document", "brief.pdf", bytes, ("actie", "bijlage"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("de naam zegt iets anders");
        (await PostAsync(mayor, page, "Document", "brief.txt", bytes, ("actie", "bijlage"))).StatusCode.ShouldBe(HttpStatusCode.Found);

        using var om = await BrowserAsync("om.voorbeeldstad");
        var shown = await DocumentOf(await om.GetAsync($"/{signal}"));
        var link = shown.QuerySelector("a[download]")!.GetAttribute("href")!;
        using var file = await om.GetAsync(link);
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(bytes);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var outsider = await BrowserAsync("reclassering.voorbeeldstad");
        (await outsider.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_of_running_cases_is_read_or_told_where_it_is_wrong()
    {
        using var mayor = await BrowserAsync("coordinator.voorbeeldstad");
        var reference = $"P-{Guid.NewGuid():N}"[..20];
        var wrong = await PostAsync(mayor, "/lopende-zaken", "Bestand", "zaken.csv", Encoding.UTF8.GetBytes($"kenmerk;fase;sinds;aanleiding\n{reference};weging;ooit;Zorg\n"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()).ShouldContain("Regel 2, kolom 'sinds'");
        (await PostAsync(mayor, "/lopende-zaken", "Bestand", "zaken.csv", Encoding.UTF8.GetBytes($"kenmerk;fase;sinds;aanleiding\n{reference};weging;2-11-2026;Zorg\n"))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await (await mayor.GetAsync("/lopende-zaken")).Content.ReadAsStringAsync()).ShouldContain(reference);
        using var police = await BrowserAsync("politie.voorbeeldstad");
        (await (await police.GetAsync("/lopende-zaken")).Content.ReadAsStringAsync()).ShouldNotContain(reference);
    }

    [Fact]
    public async Task A_file_of_registrations_goes_in_or_stands_in_the_text_to_be_mended()
    {
        using var mayor = await BrowserAsync("coordinator.voorbeeldstad");
        var reference = $"P-{Guid.NewGuid():N}"[..20];
        var lines = $"signaal;veld;waarde;noodzaak\n{reference};aanleiding;Zorg;\n{reference};waarneming;'=Vaak weg <b>7741</b>.;Om te kunnen wegen.\n";
        var wrong = await PostAsync(mayor, "/registraties/invoeren", "Bestand", "registraties.csv", Encoding.UTF8.GetBytes(lines.Replace("waarneming", "droom", StringComparison.Ordinal)));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var shown = await DocumentOf(wrong);
        shown.Body!.TextContent.ShouldContain("Regel 3, kolom 'veld'");
        shown.QuerySelector("textarea")!.TextContent.ShouldContain("<b>7741</b>");

        (await PostAsync(mayor, "/registraties/invoeren", "Bestand", "registraties.csv", Encoding.UTF8.GetBytes(lines))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await DocumentOf(await mayor.GetAsync("/registraties/invoeren"))).Body!.TextContent.ShouldContain("2 registraties zijn vastgelegd; 0 stonden er al.");
    }

    private async Task<HttpClient> BrowserAsync(string account)
    {
        var browser = Fixture.Portal.Browser();
        (await browser.LogInAsync(account, PortalFixture.PasswordOf(account), "/werkvoorraad")).EnsureSuccessStatusCode();
        return browser;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string field, string name, byte[] bytes, params (string Name, string Value)[] fields)
    {
        var key = (await DocumentOf(await browser.GetAsync(page))).QuerySelector<IHtmlInputElement>("input[name=formuliersleutel]")!.Value;
        using var form = new MultipartFormDataContent { { new StringContent(key), "formuliersleutel" }, { new ByteArrayContent(bytes), field, name } };
        foreach (var (fieldName, value) in fields)
            form.Add(new StringContent(value), fieldName);
        return await browser.PostAsync(page, form);
    }

    private static async Task<IHtmlDocument> DocumentOf(HttpResponseMessage page) => await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync());
}
