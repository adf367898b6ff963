using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CotnvPga.Faults.Cluster;
using CotnvPga.Faults.Ledger;

namespace CotnvPga.Faults.Load;

/// <summary>Somebody at work: thinks, then reads (seven of ten times) or writes, and waits for the answer before going on.</summary>
internal sealed class SimulatedPerson(ClusterFolder cluster, Desk desk, Desk registrar, DemoPeople people, HttpClient api, Confirmed confirmed, Stopwatch clock, Measurements measured, TimeSpan think)
{
    public async Task WorkAsync(CancellationToken stop)
    {
        // Nobody begins at the same moment.
        await PauseAsync(think * Random.Shared.NextDouble(), stop);
        while (!stop.IsCancellationRequested)
        {
            await ActAsync();
            await PauseAsync(think * (0.5 + Random.Shared.NextDouble()), stop);
        }
    }

    private Task ActAsync() => Random.Shared.Next(100) switch
    {
        < 25 => ReadPageAsync("pagina werkvoorraad", "/werkvoorraad"),
        < 50 when desk.SomeCase() is { } id => ReadPageAsync("pagina zaak", $"/signalen/{id}"),
        < 60 when desk.SomeCase() is { } id => ReadAsync("api zaak", $"/api/v1/signalen/{id}"),
        < 70 => ReadAsync("api werkvoorraad", "/api/v1/signalen?aantal=20"),
        < 82 => RegisterAsync(),
        _ => AddAsync(),
    };

    private async Task ReadPageAsync(string what, string path) => await MeasureAsync(what, isRead: true, async () => await desk.Browser.GetAsync(path));

    private async Task ReadAsync(string what, string path) => await MeasureAsync(what, isRead: true, () => SendAsync(HttpMethod.Get, desk.Account, path, null, null));

    private async Task RegisterAsync()
    {
        var answer = await MeasureAsync("api signaal registreren", isRead: false, () => SendAsync(HttpMethod.Post, registrar.Account, "/api/v1/signalen", NewKey(), new
        {
            gemeente = registrar.Municipality,
            aanleiding = "Een jongerenwerker maakt zich zorgen.",
            gegevens = new[] { Item("Gezien op het plein.") },
        }));
        if (answer is not { } body)
            return;
        var id = Guid.Parse((string)JsonNode.Parse(body)!["id"]!);
        confirmed.Signal(id);
        registrar.Knows(id);
    }

    private async Task AddAsync()
    {
        if (registrar.SomeCase() is not { } id)
            return;
        var answer = await MeasureAsync("api gegeven vastleggen", isRead: false, () => SendAsync(HttpMethod.Post, registrar.Account, $"/api/v1/signalen/{id}/gegevens", NewKey(), new { gegevens = new[] { Item("Nog iets gezien.") } }));
        if (answer is { } body)
            confirmed.Items(JsonNode.Parse(body)!["gegevens"]!.AsArray().Select(item => Guid.Parse((string)item!["id"]!)));
    }

    private static string NewKey() => $"B-{Guid.NewGuid():N}";

    private static object Item(string value) => new { veld = "waarneming", waarde = value, noodzaak = "Nodig om te wegen." };

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string account, string path, string? key, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri(cluster.Front, path));
        request.Headers.Authorization = new("Bearer", await people.TokenAsync(account, default));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await api.SendAsync(request);
    }

    /// <returns>What came back when it was a success; else null.</returns>
    private async Task<string?> MeasureAsync(string what, bool isRead, Func<Task<HttpResponseMessage>> ask)
    {
        var begun = Stopwatch.StartNew();
        try
        {
            using var answer = await ask();
            var body = await answer.Content.ReadAsStringAsync();
            measured.Add(new Measured(what, isRead, clock.Elapsed, begun.Elapsed, answer.StatusCode, answer.Headers.RetryAfter is not null));
            return answer.IsSuccessStatusCode ? body : null;
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or IOException)
        {
            measured.Add(new Measured(what, isRead, clock.Elapsed, begun.Elapsed, default, false));
            return null;
        }
    }

    private static async Task PauseAsync(TimeSpan time, CancellationToken stop)
    {
        try
        {
            await Task.Delay(time, stop);
        }
        catch (OperationCanceledException)
        {
            return; // The end of the day.
        }
    }
}
