using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using CotnvPga.Faults.Cluster;

namespace CotnvPga.Faults.Ledger;

/// <summary>
/// Does the work of a coordinator through the API: registers a signal, adds an item, takes the first step. What is not acknowledged is sent
/// again under the same key until it is, as a program must that does not know what came of it.
/// </summary>
internal sealed class Writer(ClusterFolder cluster, AcknowledgedWrites ledger, DemoPeople people, HttpClient http, string account, string municipality)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Refusals that a right program should not get.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>How often something had to be sent again.</summary>
    public int Again { get; private set; }

    /// <summary>Works until told to stop, and then finishes what it is at.</summary>
    public async Task WorkAsync(CancellationToken stop, CancellationToken giveUp)
    {
        while (!stop.IsCancellationRequested)
        {
            if (await DoAsync(NewSignal(), giveUp) is not { } id)
                continue;
            if (!stop.IsCancellationRequested)
                await DoAsync(Below(WriteKind.Item, id, "gegevens", new { gegevens = new[] { Item("waarneming", "Nog iets gezien.") } }), giveUp);
            if (!stop.IsCancellationRequested)
                await DoAsync(Below(WriteKind.Step, id, "stappen", new { stap = "aanmelden", kwaliteit = new { juistheid = true, toelichting = "Nagebeld en gecontroleerd." } }), giveUp);
        }
    }

    private static object Item(string field, string value) => new { veld = field, waarde = value, noodzaak = "Nodig om te wegen." };

    private Write NewSignal() => new(WriteKind.Signal, account, "/api/v1/signalen", NewKey(), JsonSerializer.Serialize(new
    {
        gemeente = municipality,
        aanleiding = "Een jongerenwerker maakt zich zorgen.",
        gegevens = new[] { Item("waarneming", $"Gezien op het plein, {Guid.NewGuid():N}."), Item("alias", "Falcon") },
    }), null);

    private Write Below(WriteKind kind, Guid id, string place, object body) => new(kind, account, $"/api/v1/signalen/{id}/{place}", NewKey(), JsonSerializer.Serialize(body), id);

    private static string NewKey() => $"F-{Guid.NewGuid():N}";

    private async Task<Guid?> DoAsync(Write write, CancellationToken giveUp)
    {
        while (true)
        {
            switch (await SendAsync(write, giveUp))
            {
                case { Status: HttpStatusCode.Created or HttpStatusCode.OK } done:
                    var id = write.Case ?? Guid.Parse((string)JsonNode.Parse(done.Body)!["id"]!);
                    ledger.Add(write, id);
                    return id;
                case { Status: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests and not HttpStatusCode.Unauthorized } refused:
                    Refused.Add($"{write.Kind} {(int)refused.Status} {refused.Body}");
                    return null;
                default:
                    Again++;
                    await Task.Delay(Pause, giveUp);
                    break;
            }
        }
    }

    private async Task<(HttpStatusCode Status, string Body)?> SendAsync(Write write, CancellationToken giveUp)
    {
        try
        {
            if (await people.TokenAsync(write.Account, giveUp) is not { } token)
                return null;
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(cluster.Front, write.Path));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            request.Headers.Add("Idempotency-Key", write.Key);
            request.Content = new StringContent(write.Body, MediaTypeHeaderValue.Parse("application/json"));
            using var answer = await http.SendAsync(request, giveUp);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(giveUp));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !giveUp.IsCancellationRequested))
        {
            return null; // Nobody knows what came of it: that is what the key is for.
        }
    }
}
