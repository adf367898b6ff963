using System.Net;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>401, 404, 403, 400, 409: in this order, on every address below a case or an item.</summary>
public sealed class RefusalOrderTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly string[] DifferEachTime = ["X-Request-ID", "Date"];

    /// <summary>Every address below a case or item, with its method.</summary>
    private static readonly (HttpMethod Method, string Path)[] BelowCase =
    [
        (HttpMethod.Get, "signalen/{id}"),
        (HttpMethod.Get, "signalen/{id}/logboek"),
        (HttpMethod.Get, "signalen/{id}/logboek/herhaling"),
        (HttpMethod.Get, "signalen/{id}/logboek/dataverwerkingen"),
        (HttpMethod.Get, "signalen/{id}/afwijkingen"),
        (HttpMethod.Post, "signalen/{id}/afwijkingen"),
        (HttpMethod.Get, "signalen/{id}/stukken"),
        (HttpMethod.Post, "signalen/{id}/stukken"),
        (HttpMethod.Get, "signalen/{id}/plan"),
        (HttpMethod.Get, "signalen/{id}/overdracht"),
        (HttpMethod.Post, "signalen/{id}/overdracht"),
        (HttpMethod.Post, "signalen/{id}/overdracht/overnemen"),
        (HttpMethod.Get, "signalen/{id}/belangen"),
        (HttpMethod.Post, "signalen/{id}/belangen"),
        (HttpMethod.Post, "signalen/{id}/belangen/{belang}/einde"),
        (HttpMethod.Get, "signalen/{id}/werkoverdracht"),
        (HttpMethod.Get, "signalen/{id}/stappen"),
        (HttpMethod.Get, "signalen/{id}/voorstellen/deelnemers_vaststellen"),
        (HttpMethod.Get, "signalen/{id}/voorstellen/bestaat_niet"),
        (HttpMethod.Post, "signalen/{id}/gegevens"),
        (HttpMethod.Post, "signalen/{id}/wegingen"),
        (HttpMethod.Post, "signalen/{id}/stappen"),
        (HttpMethod.Post, "signalen/{id}/toelatingen"),
        (HttpMethod.Post, "signalen/{id}/verstrekkingen"),
        (HttpMethod.Get, "signalen/{id}/overleg"),
        (HttpMethod.Get, "signalen/{id}/overleg/scherm"),
        (HttpMethod.Get, "signalen/{id}/verstrekkingen/{verstrekking}"),
        (HttpMethod.Post, "signalen/{id}/agenda"),
        (HttpMethod.Post, "signalen/{id}/toetsingen"),
        (HttpMethod.Post, "signalen/{id}/verzoeken"),
        (HttpMethod.Post, "signalen/{id}/verzoeken/{verzoek}/besluit"),
        (HttpMethod.Post, "meldingen/{id}/signaal"),
        (HttpMethod.Post, "meldingen/{id}/niet-aanmelden"),
        (HttpMethod.Put, "gegevens/{id}/noodzaak"),
        (HttpMethod.Put, "gegevens/{id}/afscherming"),
        (HttpMethod.Put, "gegevens/{id}/tweede-blik"),
        (HttpMethod.Get, "signalen/{id}/hier-bekend"),
        (HttpMethod.Get, "signalen/{id}/verbanden"),
        (HttpMethod.Post, "signalen/{id}/verbanden"),
        (HttpMethod.Delete, "signalen/{id}/verbanden/{nummer}"),
        (HttpMethod.Get, "gegevens/{id}/geschiedenis"),
        (HttpMethod.Put, "gegevens/{id}/waarde"),
        (HttpMethod.Post, "gegevens/{id}/voorstellen"),
        (HttpMethod.Put, "gegevens/{id}/voorstellen/{voorstel}"),
        (HttpMethod.Put, "gegevens/{id}/toets"),
        (HttpMethod.Put, "gegevens/{id}/terugmeldingen"),
        (HttpMethod.Post, "gegevens/{id}/bijlagen"),
        (HttpMethod.Get, "gegevens/{id}/bijlagen/{bijlage}"),
    ];

    [Fact]
    public void The_list_of_addresses_is_that_of_the_routes()
    {
        var routes = Fixture.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal) && e.RoutePattern.Parameters.Any(p => p.Name == "id"))
            .Select(e => $"{e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {e.RoutePattern.RawText}");

        BelowCase.Select(b => $"{b.Method} /api/v1/{b.Path.Replace("deelnemers_vaststellen", "{stap}").Replace("bestaat_niet", "{stap}")}").Distinct()
            .ShouldBe(routes, ignoreOrder: true);
    }

    [Fact]
    public void Only_reporting_is_open_to_people_without_an_account()
    {
        var open = Fixture.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) || e.RoutePattern.RawText.StartsWith("/access/", StringComparison.Ordinal))
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => $"{e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {e.RoutePattern.RawText}");

        open.ShouldBe(["POST /api/v1/meldingen", "POST /api/v1/meldingen/_stand"], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_a_token_everything_is_401_whether_the_case_exists_or_not()
    {
        var signal = await InWeging();
        foreach (var (method, path) in BelowCase)
        {
            var known = await Nobody.Send(method, path.Replace("{id}", IdIn(signal)), Garbage(method));
            var unknown = await Nobody.Send(method, path.Replace("{id}", Guid.NewGuid().ToString()), Garbage(method));

            known.Is(HttpStatusCode.Unauthorized).Headers["WWW-Authenticate"].ShouldBe("Bearer");
            known.Headers["Content-Type"].ShouldBe("application/problem+json");
            unknown.Bytes.ShouldBe(known.Bytes);
        }
    }

    /// <summary>Every outsider tries every address with the ids of the case; odd ways of writing an id are tried by one of them in turn.</summary>
    [Fact]
    public Task A_case_that_may_not_be_known_answers_as_one_that_does_not_exist() => TryOutsidersAsync(everyWay: false);

    [Fact]
    [Trait("Category", "Lang")]
    public Task A_case_that_may_not_be_known_answers_so_however_its_id_is_written() => TryOutsidersAsync(everyWay: true);

    private async Task TryOutsidersAsync(bool everyWay)
    {
        var item = Words.Gegeven("achternaam", "Verborgen");
        var weighing = await InWeging(item);
        var table = await AtTable(["college"], item);
        var itemAtTable = (await ItemsFor(Burgemeester, table))["achternaam"];
        // A party of the municipality without a part in it, the three of another one, national parties.
        ApiPerson[] outsiders = [Reclassering, As("coordinator.modelveen"), As("politie.modelveen"), As("zorg.polderdam"), As("nctv.adviseur"), As("nctv.rapportage"), As("beheer.landelijk")];
        foreach (var (turn, (method, path)) in BelowCase.Index())
        {
            var nothing = await Reclassering.Send(method, path.Replace("{id}", Guid.NewGuid().ToString()), Garbage(method));
            nothing.Is(HttpStatusCode.NotFound);
            string[] ids = path.StartsWith("gegevens", StringComparison.Ordinal) ? [itemAtTable] : [IdIn(weighing), IdIn(table)];
            string[] others = ["geen-id", "{00000000-0000-0000-0000-000000000000}", "1", "%2F", "é", ids[0].ToUpperInvariant(), ids[0].Replace("-", "")];
            foreach (var (place, outsider) in outsiders.Index())
            {
                foreach (var id in everyWay || place == turn % outsiders.Length ? ids.Concat(others) : ids)
                {
                    foreach (var content in Contents(method))
                    {
                        var answer = await outsider.Send(method, path.Replace("{id}", id), content);
                        answer.Bytes.ShouldBe(nothing.Bytes, $"{outsider.Name} {answer.Asked} {answer.Status}");
                        Comparable(answer).ShouldBe(Comparable(nothing));
                    }
                }
            }
        }
    }

    [Fact]
    public async Task Who_may_not_do_it_hears_that_before_what_is_wrong_with_the_words()
    {
        var signal = await AtTable(["college", "rvdk"]);

        (await College.PostRaw($"{signal}/wegingen", "{"u8.ToArray())).Is(HttpStatusCode.Forbidden)["grondslagen"]!.AsArray().ShouldNotBeEmpty();
        (await College.Post($"{signal}/stappen", new { stap = "plan_vaststellen", doelen = 3 })).Is(HttpStatusCode.Forbidden);
        (await College.Post($"{signal}/toelatingen", new { partij = 3 })).Is(HttpStatusCode.Forbidden);
        (await College.Post($"{signal}/toetsingen", new { tot = "ooit" })).Is(HttpStatusCode.Forbidden);
        (await College.Post($"{signal}/verzoeken", new { soort = "" })).Is(HttpStatusCode.Forbidden);
        (await Politie.Post($"{signal}/verzoeken", new { soort = "" })).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_wrong_with_the_words_comes_before_that_it_cannot_be_done_now()
    {
        var signal = await Registered();

        (await Burgemeester.Post($"{signal}/wegingen", new { oordeel = "misschien" })).WrongFields.ShouldContain("oordeel");
        (await Burgemeester.Post($"{signal}/wegingen", Words.Oordeel("in_overeenstemming"))).Missing.ShouldBe(["weging"]);
        (await Burgemeester.Post($"{signal}/stappen", new { stap = "deelnemers_vaststellen" })).WrongFields.ShouldBe(["deelnemers"]);
        (await Burgemeester.Post($"{signal}/stappen", Words.Deelnemers("politie"))).Missing.ShouldBe(["fase"]);
    }

    [Theory]
    [InlineData("GET", "/api/v1/bestaat-niet", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/v2/signalen", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/v1/signalen", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/access/v1/evaluation", HttpStatusCode.MethodNotAllowed)]
    public async Task An_unknown_address_or_method_is_a_problem_too(string method, string path, HttpStatusCode expected)
    {
        var answer = await Burgemeester.Send(new HttpMethod(method), path, null);

        answer.Is(expected).Headers["Content-Type"].ShouldBe("application/problem+json");
        answer["status"]!.GetValue<int>().ShouldBe((int)expected);
        (await Nobody.Send(new HttpMethod(method), path, null)).Is(HttpStatusCode.Unauthorized);
    }

    private static string IdIn(string signal) => signal["signalen/".Length..];

    private static StringContent? Garbage(HttpMethod method) => method == HttpMethod.Get ? null : Json("{");

    /// <summary>What may be wrong with a body; a question without one is asked once.</summary>
    private static StringContent?[] Contents(HttpMethod method) =>
        method == HttpMethod.Get ? [null] : [Garbage(method), Json("{}"), Json("{\"stap\":\"evalueren\",\"gegevens\":[],\"reden\":7}")];

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static Dictionary<string, string> Comparable(ApiAnswer answer) =>
        answer.Headers.Where(h => !DifferEachTime.Contains(h.Key)).ToDictionary(h => h.Key, h => h.Value);
}
