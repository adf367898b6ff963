using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CotnvPga.Portal.Tests.Pages;
using Xunit.Abstractions;

namespace CotnvPga.Portal.Tests.Security;

/// <summary>
/// Every form that people of the demo get to, sent with fields that are missing, doubled, unknown, too long or in another's place: never a fault. That
/// nothing typed is lost and nothing saved twice is shown by <see cref="EveryFormTests"/>; here it is only whether the portal stands.
/// </summary>
[Trait("Category", "Lang")]
public sealed class OddFormsTests(EveryFormTests.Town town, ITestOutputHelper output) : IClassFixture<EveryFormTests.Town>
{
    private const string Key = "formuliersleutel";

    private static readonly string[] OddNames =
    [
        "", "handler", "actie", "Input", "Input.", "Input[0]", "Input.Rijen[999999999].Naam", "Input.Rijen[-1].Naam", "Input.Gegevens[0].Gegevens[0].Gegevens[0].Veld", "Input.Gegevens.index", "[0]", "id", "page", "area", "__proto__", "Bestand", "Document", "gemeente", "rij",
    ];

    [Fact]
    public async Task Any_field_of_any_form_may_be_anything()
    {
        var sent = await SendAsync(posts: 30_000, seed: 4);
        sent.ShouldBe(30_000);
    }

    private async Task<int> SendAsync(int posts, int seed)
    {
        var odd = new OddInput(seed);
        var forms = await FormsAsync();
        var statuses = new SortedDictionary<int, int>();
        var wrong = new List<string>();
        for (var i = 0; i < posts; i++)
        {
            var (browser, address, fields) = forms[i % forms.Count];
            var made = Make(odd, fields, forms[odd.Below(forms.Count)].Fields).ToList();
            using var content = new FormUrlEncodedContent(made);
            using var answer = await browser.PostAsync(address, content);
            statuses[(int)answer.StatusCode] = statuses.GetValueOrDefault((int)answer.StatusCode) + 1;
            if (answer.StatusCode >= HttpStatusCode.InternalServerError && wrong.Count < 20)
                wrong.Add($"{address}: {(int)answer.StatusCode} on {Shown(made)}");
        }
        output.WriteLine($"{posts} posts of {forms.Count} forms: {string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}"))}");
        wrong.ShouldBeEmpty();
        return posts;
    }

    private static IEnumerable<KeyValuePair<string, string>> Make(OddInput odd, IReadOnlyList<KeyValuePair<string, string>> own, IReadOnlyList<KeyValuePair<string, string>> others)
    {
        foreach (var (name, value) in own)
        {
            // Without its key nothing of a form is looked at; that is tried too, but not each time.
            if (name == Key ? odd.Below(50) == 0 : odd.Below(8) == 0)
                continue;
            var kept = name == Key || odd.Below(3) == 0;
            yield return new(name, kept ? value : odd.Text(value, "2026-11-30", "9901", "politie", "on", Guid.Empty.ToString()));
            if (name != Key && odd.Below(10) == 0)
                yield return new(name, odd.Text(value));
        }
        for (var more = odd.Below(3); more > 0; more--)
            yield return new(odd.Below(2) == 0 && others.Count > 0 ? odd.One(others).Key : odd.One(OddNames), odd.Text("1", "true", "x"));
    }

    private async Task<IReadOnlyList<(HttpClient Browser, Uri Address, IReadOnlyList<KeyValuePair<string, string>> Fields)>> FormsAsync()
    {
        var forms = new List<(HttpClient, Uri, IReadOnlyList<KeyValuePair<string, string>>)>();
        foreach (var (visit, _, number) in town.Forms)
        {
            var browser = await town.Pages.BrowserAsync(visit.Account);
            using var answer = await browser.GetAsync(visit.Path);
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            if (SentForm.Of(page).ElementAtOrDefault(number) is not { } form)
                continue;
            var address = new Uri(answer.RequestMessage!.RequestUri!, form.GetAttribute("action") is { Length: > 0 } action ? action : visit.Path);
            var fields = form.QuerySelectorAll("input[name], textarea[name], select[name], button[name]").Select(f => new KeyValuePair<string, string>(f.GetAttribute("name")!, f switch
            {
                IHtmlTextAreaElement area => area.Value,
                IHtmlSelectElement select => select.Options is { Length: > 0 } options ? options[^1].Value : "",
                _ => f.GetAttribute("value") ?? "",
            }));
            forms.Add((browser, address, [.. fields]));
        }
        return forms;
    }

    private static string Shown(IEnumerable<KeyValuePair<string, string>> made)
    {
        var text = string.Join('&', made.Where(m => m.Key != Key).Select(m => $"{m.Key}={(m.Value.Length > 80 ? m.Value[..80] : m.Value)}"));
        return text.Length > 1_500 ? text[..1_500] : text;
    }
}
