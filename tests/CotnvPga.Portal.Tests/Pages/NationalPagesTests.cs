using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CotnvPga.Identity.Demo;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>The national tables, wherever they are shown: the same words, nothing outside the catalogue, and no person.</summary>
[Collection(nameof(PagesPortal))]
public sealed partial class NationalPagesTests(PagesPortal portal)
{
    private const string Someone = "politie.voorbeeldstad";

    [Fact]
    public async Task Page_chart_file_document_and_API_say_the_same()
    {
        var page = await TextAsync("/landelijk");
        var year = YearOf(page);
        var told = (await TablesAsync(year)).ToDictionary(t => (string)t["tabel"]!, t => t["cellen"]!.AsArray().Select(c => Readable((string)c!["klasse"]!)).ToList());
        told.Count.ShouldBe(12);
        var (html, word) = (Plain(await TextAsync($"/landelijk?handler=Rapport&jaar={year}&vorm=html")), await WordAsync($"/landelijk?handler=Rapport&jaar={year}&vorm=docx"));
        foreach (var (table, cells) in told)
        {
            var section = Section(page, table);
            Cells(section).ShouldBe(cells, table);
            (await TextAsync($"/landelijk?handler=Bestand&jaar={year}&tabel={table}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1)
                .SelectMany(line => line.Split(';').Skip(1).Take(Columns(section))).Select(Readable).ShouldBe(cells, $"{table}, file");
            var known = cells.Where(c => c != "te klein").Distinct().ToList();
            known.ShouldAllBe(c => html.Contains(c) && word.Contains(c), table);
            foreach (var said in Description().Match(section).Groups[1].Value.Split(", ").Where(s => s.Contains(" tot ", StringComparison.Ordinal)))
                known.ShouldContain(c => said.TrimEnd('.').EndsWith(c, StringComparison.Ordinal), $"{table}, chart: {said}");
        }
        told.Values.SelectMany(c => c).ShouldContain(c => c != "te klein", "nothing is shown, so that nothing is compared");
    }

    [Theory]
    [InlineData("/landelijk?jaar=2031")]
    [InlineData("/landelijk?handler=Bestand&jaar=2025&tabel=ideologie")]
    [InlineData("/landelijk?handler=Bestand&jaar=2025&tabel=begin%27%3B%20select%201")]
    [InlineData("/landelijk?handler=Bestand&jaar=2019&tabel=begin")]
    [InlineData("/landelijk?handler=Rapport&jaar=2025&vorm=xlsx")]
    [InlineData("/landelijk?handler=Rapport&jaar=2025")]
    [InlineData("/spiegel")]
    [InlineData("/spiegel/jaarverslag")]
    [InlineData("/landelijk/uitgaven")]
    public async Task What_is_not_in_the_catalogue_or_not_for_this_person_is_not_found(string path)
    {
        var browser = await portal.BrowserAsync(Someone);
        using var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_register_has_every_municipality_and_no_person()
    {
        var page = Plain(MainPart().Match(await TextAsync("/landelijk/register")).Value);

        new[] { "Voorbeeldstad", "Modelveen", "Polderdam" }.ShouldAllBe(m => page.Contains(m));
        page.ShouldContain("van de 3 gemeenten");
        DemoWorld.People.Select(p => p.Actor.DisplayName).ShouldAllBe(name => !page.Contains(name));
    }

    [Fact]
    public async Task A_municipality_sees_itself_beside_area_and_country_and_what_it_can_do()
    {
        var page = Plain(await TextAsync("/spiegel", "coordinator.voorbeeldstad"));

        page.ShouldContain("Uw gemeente");
        page.ShouldContain("Wat u kunt doen:");
        page.ShouldContain("alleen landelijk");
    }

    [Fact]
    public async Task The_annual_report_is_written_and_downloaded_without_figures_of_the_municipality()
    {
        var browser = await portal.BrowserAsync("coordinator.modelveen");
        var year = YearOf(await TextAsync("/landelijk"));
        var place = $"/spiegel/jaarverslag?jaar={year}";
        var words = new Dictionary<string, string>
        {
            ["Input.Opbrengst"] = "Er kwam sneller hulp.",
            ["Input.WerkteNiet"] = "Wij hadden drie zaken te veel.",
            ["Input.Gelijk"] = "Wij keken naar elke soort.",
            ["Input.Verbetering"] = "Vaker bij elkaar.",
        };
        using (var refused = await browser.SendFormAsync(place, words))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await refused.Content.ReadAsStringAsync()).ShouldContain("Wij hadden drie zaken te veel.", customMessage: "what was typed stays");
        }
        words["Input.WerkteNiet"] = "Wachten duurde lang.";
        using (var saved = await browser.SendFormAsync(place, words))
            saved.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await TextAsync(place, "coordinator.modelveen")).ShouldContain("Het concept is bewaard.");

        var report = await WordAsync($"{place}&handler=Bestand&vorm=docx", "coordinator.modelveen");
        report.ShouldContain("Wachten duurde lang.");
        report.ShouldContain("CONCEPT");
        report.ShouldContain("Oost-Nederland");
        report.ShouldNotContain("Limburg");
        Plain(await TextAsync($"{place}&handler=Bestand&vorm=html", "coordinator.modelveen")).ShouldContain("Wachten duurde lang.");
    }

    private async Task<string> TextAsync(string path, string account = Someone)
    {
        using var answer = await (await portal.BrowserAsync(account)).GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The words of a Word document.</summary>
    private async Task<string> WordAsync(string path, string account = Someone)
    {
        using var answer = await (await portal.BrowserAsync(account)).GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return Plain(await reader.ReadToEndAsync());
    }

    private async Task<IReadOnlyList<JsonObject>> TablesAsync(int year)
    {
        using var program = portal.Fixture.Portal.Program();
        program.DefaultRequestHeaders.Authorization = new("Bearer", await portal.Fixture.TokenAsync("nctv.rapportage"));
        var answer = JsonNode.Parse(await program.GetStringAsync($"/api/v1/rapportages/uniformiteit?jaar={year}"))!;
        return [.. answer["tabellen"]!.AsArray().Select(t => t!.AsObject())];
    }

    private static int YearOf(string page) => int.Parse(Year().Match(page).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static string Section(string page, string table) => Regex.Match(page, $"<section[^>]*id=\"tabel-{table}\".*?</section>", RegexOptions.Singleline).Value;

    private static int Columns(string section) => Cell().Matches(Row().Matches(section)[1].Value).Count(c => c.Groups[1].Value != "Aandeel");

    private static IEnumerable<string> Cells(string section) => Cell().Matches(section).Where(c => c.Groups[1].Value != "Aandeel").Select(c => Plain(c.Groups[2].Value));

    private static string Readable(string label) => label == "te_klein" ? "te klein" : label.Replace("-", " tot ", StringComparison.Ordinal);

    private static string Plain(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ").Trim();

    [GeneratedRegex("Landelijk beeld (\\d{4})")]
    private static partial Regex Year();

    [GeneratedRegex("<tr role=\"row\">.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<td role=\"cell\" data-l=\"([^\"]*)\">(.*?)</td>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    [GeneratedRegex("<desc[^>]*>(.*?)</desc>", RegexOptions.Singleline)]
    private static partial Regex Description();

    [GeneratedRegex("<main.*?</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
