using CotnvPga.TestHost.Pages;
using Xunit.Abstractions;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>
/// What a page costs, for every page in every state that people of the demo get to: at most twelve questions to the database and at most
/// 300 kB for a browser that has nothing yet. Pages are found by following links, so a new page is measured by itself.
/// </summary>
[Collection(nameof(PagesPortal))]
public sealed class PageCostTests(PagesPortal portal, ITestOutputHelper output)
{
    private const int MostQueries = 12;
    private const int MostBytes = 300 * 1024;

    // Reached only by sending a form, or when something goes wrong.
    private static readonly string[] NotByLink = ["/delen/bewijs/{nummer?}", "/signalen/{id:guid}/weging/controle", "/fout/{code:int}", "/uitloggen",
        // Between the password and being logged in; SecondStepTests shows it.
        "/inloggen/tweede-stap",
        // A file to download and not a page.
        "/overleggen/{bijeenkomst:guid}/agenda",
        // A look at somebody's lines, and an exercise that is over: the tests of Data hold what they show.
        "/toezicht/logboek/{inzage:guid}", "/oefening/uitkomst/{ronde:guid}",
        // What the demo has none of: a concept, a breach, a request of the person, a document.
        "/lopende-zaken/{concept:guid}", "/datalekken/{lek:guid}", "/signalen/{id:guid}/rechten/{verzoek:guid}/besluit", "/signalen/{id:guid}/rechten/{verzoek:guid}/kopie",
        "/signalen/{id:guid}/rechten/{verzoek:guid}/brief", "/signalen/{id:guid}/gegevens/{gegeven:guid}/bijlagen/{bijlage:guid}"];

    /// <summary>A sample: the desk of a municipality, who oversees it, and who does not log in.</summary>
    [Fact]
    public Task Every_page_asks_little_and_sends_little() => MeasureAsync(["coordinator.voorbeeldstad", "fg.voorbeeldstad", null], all: false);

    [Fact]
    [Trait("Category", "Lang")]
    public Task Every_page_asks_little_and_sends_little_to_everybody() => MeasureAsync(PagesPortal.All, all: true);

    private async Task MeasureAsync(IReadOnlyList<string?> people, bool all)
    {
        using var count = new QueryCount(portal.Fixture.Database.Name);
        var size = new ColdSize(await portal.BrowserAsync(null));
        var worst = new SortedDictionary<string, (int Queries, int Bytes, string Who)>(StringComparer.Ordinal);
        var tooMuch = new List<string>();
        var walk = portal.Walk;
        foreach (var account in people)
        {
            var browser = await portal.BrowserAsync(account);
            count.Take();
            await foreach (var visit in walk.AllAsync(account))
            {
                var asked = count.Take();
                if (asked.Count > MostQueries)
                {
                    // The first to look at a view puts its mask in the database; that is paid once.
                    await walk.OpenAsync(browser, account, visit.Path);
                    asked = count.Take();
                }
                var bytes = await size.OfAsync(visit);
                if (asked.Count > MostQueries)
                    tooMuch.Add($"{visit}: {asked.Count} questions\n    {string.Join("\n    ", asked.Select(Brief))}");
                if (bytes > MostBytes)
                    tooMuch.Add($"{visit}: {bytes / 1024} kB");
                var before = worst.GetValueOrDefault(visit.Route.Pattern);
                worst[visit.Route.Pattern] = (Math.Max(before.Queries, asked.Count), Math.Max(before.Bytes, bytes), asked.Count >= before.Queries ? visit.ToString() : before.Who);
                count.Take();
            }
        }
        foreach (var (route, cost) in worst)
            output.WriteLine($"{route,-50} {cost.Queries,3} queries {cost.Bytes / 1024,4} kB  {cost.Who}");
        tooMuch.ShouldBeEmpty();
        if (all)
            PageRoute.All.Select(r => r.Pattern).Except(worst.Keys).Except(NotByLink).ShouldBeEmpty("nobody can get to these pages by following links");
    }

    private static string Brief(string sql) => string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is var line && line.Length > 130 ? line[..130] : line;
}
