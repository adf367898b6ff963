using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Whatever comes in, the API answers with a refusal that says what is wrong, and never with a fault of its own.</summary>
public sealed class BadInputTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly string[] Wrong =
    [
        "null", "true", "0", "-1", "1e400", "12345678901234567890", "\"\"", "\" \"", "\"x\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\udc00x\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "[1]", "[\"x\"]", "{\"a\":{}}", "\"2026-02-30\"", "\"9999-12-31\"", "\"00000000-0000-0000-0000-000000000000\"",
        "\"'; drop table zaak.signaal; --\"", "\"\\uFFFF\\u202e\"",
    ];

    [Fact]
    public Task Any_member_of_any_body_may_be_anything() => TryAsync(everyNth: 11);

    [Fact]
    [Trait("Category", "Lang")]
    public Task Any_member_of_any_body_may_be_anything_at_all() => TryAsync(everyNth: 1);

    private async Task TryAsync(int everyNth)
    {
        var seen = new HashSet<HttpStatusCode>();
        var count = 0;
        foreach (var (person, method, path, body) in await ExamplesAsync())
        {
            foreach (var bad in Mutations(JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Web)!))
            {
                if (count++ % everyNth != 0)
                    continue;
                var answer = await person.Send(method, path, new StringContent(bad, Encoding.UTF8, "application/json"));
                ((int)answer.Status).ShouldBeLessThan(500, $"{answer.Asked}: {bad}");
                if ((int)answer.Status >= 400)
                    answer.Headers["Content-Type"].ShouldBe("application/problem+json", $"{answer.Asked}: {bad}");
                seen.Add(answer.Status);
            }
        }
        seen.ShouldContain(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("nul")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("[]")]
    [InlineData("\"tekst\"")]
    [InlineData("{\"stap\":\"in_weging\",}")]
    [InlineData("{\"stap\":\"in_weging\"} {}")]
    [InlineData("{'stap':'in_weging'}")]
    [InlineData("{\"stap\":\"in_weging\",\"stap\":\"in_weging\"}")]
    [InlineData("{\"stap\":\"in_weging\",\"\\u0073tap\":\"in_weging\"}")]
    [InlineData("{\"stap\":\"in_weging\",\"iets\":{\"a\":1,\"a\":2}}")]
    [InlineData("{\"stap\":\"in_weging\",\"\\ud800\":1}")]
    public async Task What_is_no_JSON_object_with_unique_names_is_refused(string body)
    {
        var signal = await InAanmelding();

        var answer = await Burgemeester.PostRaw($"{signal}/stappen", Encoding.UTF8.GetBytes(body));

        answer.WrongFields.ShouldNotBeEmpty();
        (await Burgemeester.Get(signal))["fase"]!.GetValue<string>().ShouldBe("aanmelding");
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_and_nesting_without_end_are_refused()
    {
        var signal = await InAanmelding();
        byte[] broken = [.. "{\"stap\":\""u8, 0xff, 0xfe, .. "\"}"u8];
        var deep = Encoding.UTF8.GetBytes("{\"stap\":" + new string('[', 100_000) + new string(']', 100_000) + "}");

        (await Burgemeester.PostRaw($"{signal}/stappen", broken)).WrongFields.ShouldBe(["$"]);
        (await Burgemeester.PostRaw($"{signal}/stappen", deep)).WrongFields.ShouldBe(["$"]);
    }

    [Fact]
    public async Task Too_much_and_something_else_than_JSON_are_refused()
    {
        var signal = await InAanmelding();
        var large = JsonSerializer.SerializeToUtf8Bytes(new { stap = "in_weging", toelichting = new string('a', 256 * 1024) });

        (await Burgemeester.PostRaw($"{signal}/stappen", large)).Is(HttpStatusCode.RequestEntityTooLarge);
        (await Burgemeester.PostRaw($"{signal}/stappen", "{\"stap\":\"in_weging\"}"u8.ToArray(), "text/plain")).Is(HttpStatusCode.UnsupportedMediaType);
        (await Burgemeester.PostRaw($"{signal}/stappen", "{\"stap\":\"in_weging\"}"u8.ToArray(), null)).Is(HttpStatusCode.UnsupportedMediaType);
        (await Burgemeester.PostRaw($"{signal}/stappen", "{\"stap\":\"in_weging\"}"u8.ToArray(), "application/json; charset=utf-16")).Is(HttpStatusCode.UnsupportedMediaType);
        (await Burgemeester.PostRaw($"{signal}/stappen", "stap=in_weging"u8.ToArray(), "application/x-www-form-urlencoded")).Is(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task Every_error_is_told_at_once_with_its_path()
    {
        var signal = await InAanmelding();

        var answer = await Burgemeester.Post($"{signal}/gegevens", new
        {
            gegevens = new object[]
            {
                new { veld = "bestaat_niet", waarde = "", bijzonder = "onzin" },
                new { veld = "bsn", waarde = 999990007, noodzaakPerPartij = new object[] { new { partij = 5 }, "x" } },
                3,
                new { veld = "politiemutaties", waarde = "x", grondslag = new { wet = "avg", op = "gisteren" } },
            },
        });

        answer.WrongFields.ShouldBe(
        [
            "gegevens[0].veld", "gegevens[0].waarde", "gegevens[0].bijzonder",
            "gegevens[1].waarde", "gegevens[1].noodzaakPerPartij[0].partij", "gegevens[1].noodzaakPerPartij[0].noodzaak",
            "gegevens[1].noodzaakPerPartij[1]", "gegevens[1].noodzaakPerPartij[1].partij", "gegevens[1].noodzaakPerPartij[1].noodzaak",
            "gegevens[2]", "gegevens[2].veld", "gegevens[2].waarde",
            "gegevens[3].grondslag.wet", "gegevens[3].grondslag.artikel", "gegevens[3].grondslag.instemmingVan", "gegevens[3].grondslag.op",
        ], ignoreOrder: true);
    }

    private async Task<List<(ApiPerson Person, HttpMethod Method, string Path, object Body)>> ExamplesAsync()
    {
        var report = await Registered();
        var registered = await InAanmelding();
        var weighing = await InWeging();
        var gathering = await InVerzameling();
        var table = await AtTable(["college"], Words.Gegeven("achternaam", "Jansen"));
        var item = (await ItemsFor(Burgemeester, table))["achternaam"];
        var gate = new { wet = "wpg", artikel = "18", instemmingVan = "ovj", op = "2026-01-05" };
        var perParty = new[] { new { partij = "college", noodzaak = "nodig", noodzaakBijzonder = "nodig" } };
        return
        [
            (Nobody, HttpMethod.Post, "meldingen", new { gemeente = "9901", aan = "om", omschrijving = "x", persoon = new { achternaam = "A", naam = "B" }, melder = new { naam = "A", contact = "B" }, soortMelder = "school" }),
            (Nobody, HttpMethod.Post, "meldingen/_stand", new { ontvangstcode = "x" }),
            (Burgemeester, HttpMethod.Post, "signalen", new { gemeente = "9901", aanleiding = "x", aan = "politie", gegevens = new[] { Words.Gegeven("achternaam", "A") } }),
            (Politie, HttpMethod.Post, $"{weighing}/gegevens", new { gegevens = new[] { new { veld = "politiemutaties", waarde = "x", categorie = "politie", bijzonder = "strafrechtelijk", verstrekker = "politie", noodzaak = "x", noodzaakBijzonder = "x", noodzaakPerPartij = perParty, grondslag = gate } } }),
            (Burgemeester, HttpMethod.Put, $"gegevens/{item}/noodzaak", new { noodzaak = "x", noodzaakBijzonder = "y", noodzaakPerPartij = perParty }),
            (Burgemeester, HttpMethod.Put, $"gegevens/{item}/afscherming", new { zwaarwegendeRedenen = false, reden = "x" }),
            (Politie, HttpMethod.Post, $"{weighing}/wegingen", Words.Oordeel("in_overeenstemming")),
            (Burgemeester, HttpMethod.Post, $"{report}/stappen", new { stap = "niet_aanmelden", reden = "strafrecht", toelichting = "x" }),
            (Burgemeester, HttpMethod.Post, $"meldingen/{report["signalen/".Length..]}/niet-aanmelden", new { reden = "strafrecht", toelichting = "x" }),
            (Burgemeester, HttpMethod.Post, $"meldingen/{report["signalen/".Length..]}/signaal", new { x = 1 }),
            (Burgemeester, HttpMethod.Post, $"{registered}/stappen", new { stap = "aanmelden", kwaliteit = new { juistheid = true, toelichting = "x" }, toelichting = "y" }),
            (Burgemeester, HttpMethod.Post, $"{weighing}/stappen", new { stap = "raadpleging_openen", partij = "reclassering", vraag = "x", gemeente = "9902" }),
            (Burgemeester, HttpMethod.Post, $"{weighing}/stappen", new { stap = "spoed_vaststellen", spoedreden = "x", toelichting = "x" }),
            (Burgemeester, HttpMethod.Post, $"{gathering}/stappen", new { stap = "deelnemers_vaststellen", deelnemers = new[] { new { partij = "college_elders", reden = "x", gemeente = "9902" } } }),
            (Burgemeester, HttpMethod.Post, $"{table}/stappen", Words.Plan),
            (Burgemeester, HttpMethod.Post, $"{table}/stappen", new { stap = "evalueren", nogNodig = true, toelichting = "x" }),
            (Burgemeester, HttpMethod.Post, $"{table}/stappen", new { stap = "overdragen", gemeente = "9902", gegevens = new[] { item } }),
            (Burgemeester, HttpMethod.Post, $"{table}/toelatingen", new { partij = "derde", persoon = "A", organisatie = "B", grondslag = "deskundigheid", doel = "x", overleg = "2099-01-01", concreteGebeurtenis = new { wat = "x", maatregel = "y" } }),
            (Burgemeester, HttpMethod.Post, $"{table}/verstrekkingen", new { aan = "college", gegevens = new[] { item }, gemeente = "9902", andereGrondslag = new[] { new { gegeven = item, wet = "x" } } }),
            (Fg, HttpMethod.Post, $"{table}/toetsingen", new { reden = "x", tot = "2026-12-31" }),
            (Burgemeester, HttpMethod.Post, $"{table}/verzoeken", new { soort = "inzage", verzoeker = "relatie", gegevens = new[] { item } }),
        ];
    }

    /// <summary>The body with one member or element replaced, for every place in it and every wrong value.</summary>
    private static IEnumerable<string> Mutations(JsonNode whole)
    {
        const string mark = "\"@hier@\"";
        foreach (var template in Places(whole, JsonValue.Create("@hier@")))
        {
            foreach (var bad in Wrong)
                yield return template.Replace(mark, bad, StringComparison.Ordinal);
            yield return template.Replace(mark, $"\"{new string('é', 30_000)}\"", StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Places(JsonNode whole, JsonValue mark)
    {
        foreach (var path in PathsIn(whole).ToList())
        {
            var copy = whole.DeepClone();
            var at = copy;
            foreach (var step in path[..^1])
                at = step is int index ? at[index]! : at[(string)step]!;
            if (path[^1] is int last)
                at[last] = mark.DeepClone();
            else
                at[(string)path[^1]] = mark.DeepClone();
            yield return copy.ToJsonString();
        }
    }

    private static IEnumerable<object[]> PathsIn(JsonNode node)
    {
        IEnumerable<(object Step, JsonNode? Child)> children = node switch
        {
            JsonObject members => members.Select(m => ((object)m.Key, m.Value)),
            JsonArray elements => elements.Select((e, i) => ((object)i, e)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            yield return [step];
            if (child is null)
                continue;
            foreach (var deeper in PathsIn(child))
                yield return [step, .. deeper];
        }
    }
}
