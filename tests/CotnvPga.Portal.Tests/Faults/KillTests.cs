using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CotnvPga.Identity.Demo;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Faults;

/// <summary>The portal is killed in the middle of saving: what was acknowledged is there, whole, and once.</summary>
[Trait("Category", "Lang")]
public sealed class KillTests
{
    private const int Kills = 5;
    private const string Account = "coordinator.voorbeeldstad";

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_there_twice()
    {
        await using var fixture = await PortalFixture.StartAsync();
        await using var portal = new PortalProcess(fixture.Database);
        var acknowledged = new ConcurrentDictionary<string, string>();
        var sent = new ConcurrentBag<string>();
        var random = new Random(3);
        for (var kill = 0; kill < Kills; kill++)
        {
            await portal.StartAsync();
            using var stop = new CancellationTokenSource();
            var token = await TokenAsync(portal);
            var writers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => WriteAsync(portal, token, sent, acknowledged, stop.Token))).ToArray();
            var goal = acknowledged.Count + random.Next(2, 12);
            for (var waited = 0; acknowledged.Count < goal && waited < 600; waited++)
                await Task.Delay(50 + random.Next(40));
            portal.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(writers);
        }
        acknowledged.Count.ShouldBeGreaterThan(Kills);

        await portal.StartAsync();
        using var http = Client(portal, await TokenAsync(portal));
        foreach (var (key, id) in acknowledged)
        {
            var seen = await http.GetFromJsonAsync<JsonObject>($"/api/v1/signalen/{id}");
            seen!["gegevens"]!.AsArray().Select(g => (string)g!["waarde"]!).ShouldContain(key, $"{id} was acknowledged");
            seen["gegevens"]!.AsArray().Count.ShouldBe(3);
        }
        foreach (var key in sent)
        {
            var again = await PostAsync(http, key, default);
            again.StatusCode.ShouldBe(HttpStatusCode.Created);
            var id = (string)(await again.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
            if (acknowledged.TryGetValue(key, out var first))
                id.ShouldBe(first, "the same key gives the same case");
        }
        var page = await http.GetFromJsonAsync<JsonObject>("/api/v1/signalen");
        ((int)page!["totaal"]!).ShouldBe(sent.Distinct().Count(), "every key is one case, also those that were never answered");
    }

    private static async Task WriteAsync(PortalProcess portal, string token, ConcurrentBag<string> sent, ConcurrentDictionary<string, string> acknowledged, CancellationToken cancel)
    {
        using var http = Client(portal, token);
        while (!cancel.IsCancellationRequested)
        {
            var key = $"W-{Guid.NewGuid():N}";
            sent.Add(key);
            try
            {
                using var answer = await PostAsync(http, key, cancel);
                if (answer.StatusCode == HttpStatusCode.Created)
                    acknowledged[key] = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(cancel))!["id"]!;
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
            {
                return; // It was killed: whether this one was saved is what the test finds out.
            }
        }
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, string key, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/signalen");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = JsonContent.Create(new
        {
            gemeente = "9901",
            aanleiding = "Zorg",
            gegevens = new[] { new { veld = "waarneming", waarde = key, noodzaak = "weging" }, new { veld = "alias", waarde = "Falcon", noodzaak = "weging" } },
        });
        return await http.SendAsync(request, cancel);
    }

    private static HttpClient Client(PortalProcess portal, string token) => new()
    {
        BaseAddress = portal.Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    private static async Task<string> TokenAsync(PortalProcess portal)
    {
        using var http = new HttpClient();
        var token = await new DemoTokens(http, TimeProvider.System).AskAsync(new DemoInstance(portal.Address, portal.KeysFolder), Account, ["api"], default);
        return token.IsDone ? token.Value : throw new InvalidOperationException(token.Refusal.Message);
    }
}
