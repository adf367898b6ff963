using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using CotnvPga.Benchmarks.Measuring;
using CotnvPga.Benchmarks.Questions;
using CotnvPga.Benchmarks.Reporting;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Benchmarks.Ours;

/// <summary>The portal itself, as a process of its own, over HTTP on this machine: its access endpoints, with a token, on Kestrel.</summary>
internal sealed class OverHttp(QuestionSet set, int requests)
{
    private const int BatchSize = 30;
    private const int AtOnce = 8;
    private const int Rounds = 5;

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        await using var portal = await RunningPortal.StartAsync();
        using var http = new HttpClient { BaseAddress = portal.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await portal.TokenAsync("nctv.adviseur", "access.evaluate"));
        byte[][] batches = [.. set.Json.Chunk(BatchSize).Where(chunk => chunk.Length == BatchSize).Select(Batch)];
        return
        [
            await LineAsync("één vraag tegelijk", 1, 1, i => AskAsync(http, i)),
            await LineAsync($"{AtOnce} vragen tegelijk", AtOnce, 1, i => AskAsync(http, i)),
            await LineAsync($"{BatchSize} vragen in één verzoek", 1, BatchSize, i => AskAllAsync(http, batches, i % batches.Length)),
            await LineAsync($"{BatchSize} vragen in één verzoek, {AtOnce} verzoeken tegelijk", AtOnce, BatchSize, i => AskAllAsync(http, batches, i % batches.Length)),
        ];
    }

    /// <param name="ask">Sends request number so much, and says how many of its answers were wrong.</param>
    private async Task<Line> LineAsync(string what, int atOnce, int decisions, Func<int, Task<int>> ask)
    {
        await ManyAsync(atOnce, ask);
        var rounds = new List<double>();
        var differences = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            differences += await ManyAsync(atOnce, ask);
            rounds.Add(watch.Elapsed.TotalNanoseconds / (requests / atOnce * atOnce) / decisions);
        }
        return new Line(what, Measured.Of(rounds), requests * Rounds * decisions, differences, "het echte portaal op Kestrel, met token; tijd op de klok, met het vragen erbij");
    }

    private async Task<int> ManyAsync(int atOnce, Func<int, Task<int>> ask)
    {
        async Task<int> LaneAsync(int lane)
        {
            var wrong = 0;
            for (var i = 0; i < requests / atOnce; i++)
                wrong += await ask((lane * (requests / atOnce)) + i);
            return wrong;
        }
        return (await Task.WhenAll(Enumerable.Range(0, atOnce).Select(LaneAsync))).Sum();
    }

    private async Task<int> AskAsync(HttpClient http, int number)
    {
        var question = number % set.Json.Length;
        using var answer = await PostAsync(http, "access/v1/evaluation", set.Json[question]);
        return answer.RootElement.GetProperty("decision").GetBoolean() == set.Expected[question] ? 0 : 1;
    }

    private async Task<int> AskAllAsync(HttpClient http, byte[][] batches, int batch)
    {
        using var answer = await PostAsync(http, "access/v1/evaluations", batches[batch]);
        return answer.RootElement.GetProperty("evaluations").EnumerateArray().Where((one, i) => one.GetProperty("decision").GetBoolean() != set.Expected[(batch * BatchSize) + i]).Count();
    }

    private static async Task<JsonDocument> PostAsync(HttpClient http, string path, byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var answer = await http.PostAsync(path, content);
        answer.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
    }

    private static byte[] Batch(byte[][] questions) => [.. "{\"evaluations\":["u8, .. Joined(questions), .. "]}"u8];

    private static IEnumerable<byte> Joined(byte[][] questions) => questions.SelectMany((q, i) => i == 0 ? q : [(byte)',', .. q]);
}
