using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CotnvPga.Convenant.Process;
using CotnvPga.Data.Clockwork;
using CotnvPga.Portal.Tests.Canary;
using CotnvPga.TestHost.Cases;
using Npgsql;

namespace CotnvPga.Portal.Tests.Steps;

/// <summary>
/// People who do anything at all, in any case, for as long as one lets them: register, judge, take steps, do acts, lay down records, add and
/// change items, look; while days go by. Through the API, by the data of the process; the same seed walks the same way.
/// </summary>
internal sealed class Walk(CanaryPortal portal, int seed)
{
    private const int MostCases = 24;
    private static readonly string[] Verdicts = ["in_overeenstemming", "in_overeenstemming", "in_overeenstemming", "niet_in_overeenstemming", "meer_informatie"];
    private readonly Random _random = new(seed);
    private readonly List<string> _cases = [];
    private readonly Dictionary<string, long> _counted = [];

    /// <summary>What the walk itself saw counted, by kind and outcome: it must be what the portal counted.</summary>
    public IReadOnlyDictionary<string, long> Counted => _counted;

    /// <summary>The cases that were registered.</summary>
    public IReadOnlyList<string> Cases => _cases;

    /// <summary>How often something was done, and not refused.</summary>
    public int Done { get; private set; }

    /// <summary>Values that were shown, each of which must be in the log.</summary>
    public long Shown { get; private set; }

    public List<string> Faults { get; } = [];

    private static ProcessModel Process => CaseWorld.Convenant.Process;

    /// <summary>One thing that somebody does.</summary>
    public async Task StepAsync()
    {
        var dice = _random.Next(100);
        if (_cases.Count == 0 || (dice < 4 && _cases.Count < MostCases) || dice < 1)
        {
            await RegisterAsync();
            return;
        }
        // The last cases are the liveliest; older ones are not forgotten.
        var id = _cases[_random.Next(3) == 0 ? _random.Next(_cases.Count) : Math.Max(0, _cases.Count - 1 - _random.Next(6))];
        var viewer = CaseViewer.All[_random.Next(CaseViewer.All.Count)];
        await (dice switch
        {
            < 10 => LookAsync(viewer, id),
            < 16 => AddAsync(viewer, id),
            < 20 => ChangeItemAsync(viewer, id),
            < 32 => JudgeAsync(id),
            < 36 => AnythingAsync(viewer, id),
            < 38 => PassAsync(),
            _ => SomethingThatFitsAsync(id),
        });
    }

    /// <summary>What this person sees of a case: the ids of the items whose value is shown. Null when the case is not known.</summary>
    public async Task<IReadOnlySet<string>?> SeesAsync(CaseViewer viewer, string id)
    {
        var (status, json) = await SendAsync(viewer.Account, HttpMethod.Get, $"signalen/{id}", null);
        if (status != HttpStatusCode.OK)
            return null;
        var seen = json["gegevens"]!.AsArray().Where(g => g!["veld"] is not null).Select(g => (string)g!["id"]!).ToHashSet();
        Shown += seen.Count;
        return seen;
    }

    private async Task RegisterAsync()
    {
        var start = Process.Starts[_random.Next(Process.Starts.Count)];
        var viewer = CaseViewer.All.Where(v => start.Parties.Contains(v.Party)).OrderBy(_ => _random.Next()).FirstOrDefault();
        if (viewer is null)
            return;
        var body = new JsonObject { ["gemeente"] = "9901", ["aanleiding"] = "Een jongerenwerker maakt zich zorgen.", ["gegevens"] = new JsonArray(Item(viewer), Item(viewer)) };
        if (start.Addressees.Count > 0)
            body["aan"] = start.Addressees.Order(StringComparer.Ordinal).ElementAt(_random.Next(start.Addressees.Count));
        var (status, json) = await SendAsync(viewer.Account, HttpMethod.Post, "signalen", body);
        if (status != HttpStatusCode.Created)
            return;
        _cases.Add((string)json["id"]!);
        Count("signaal", (string)json["fase"]!);
    }

    private JsonObject Item(CaseViewer viewer)
    {
        var fields = CaseWorld.Convenant.Fields.Values.ToList();
        var field = fields[_random.Next(fields.Count)];
        var item = new JsonObject { ["veld"] = field.Code, ["waarde"] = $"Waarde {_random.Next(1_000_000)}", ["noodzaak"] = "Nodig.", ["noodzaakBijzonder"] = "Ook het bijzondere is nodig." };
        if (field.Suppliers.Contains(viewer.Party))
            item["verstrekker"] = viewer.Party;
        if (viewer.Party is "politie" or "om")
            item["grondslag"] = new JsonObject { ["wet"] = viewer.Party == "politie" ? "wpg" : "wjsg", ["artikel"] = "18", ["instemmingVan"] = "Bevoegd gezag", ["op"] = "2026-01-05" };
        return item;
    }

    private async Task LookAsync(CaseViewer viewer, string id)
    {
        if (await SeesAsync(viewer, id) is { } seen)
            Done += seen.Count > 0 ? 1 : 0;
    }

    private async Task AddAsync(CaseViewer viewer, string id) =>
        await TryAsync(viewer.Account, HttpMethod.Post, $"signalen/{id}/gegevens", new JsonObject { ["gegevens"] = new JsonArray(Item(viewer)) });

    private async Task ChangeItemAsync(CaseViewer viewer, string id)
    {
        if (await SeesAsync(viewer, id) is not { Count: > 0 } seen)
            return;
        var item = seen.Order(StringComparer.Ordinal).ElementAt(_random.Next(seen.Count));
        var party = CaseViewer.All[_random.Next(CaseViewer.All.Count)].Party;
        await (_random.Next(3) switch
        {
            0 => TryAsync(viewer.Account, HttpMethod.Put, $"gegevens/{item}/afscherming", new JsonObject { ["zwaarwegendeRedenen"] = _random.Next(2) == 0, ["reden"] = "Onderzoek." }),
            1 => TryAsync(viewer.Account, HttpMethod.Put, $"gegevens/{item}/noodzaak", new JsonObject { ["noodzaak"] = _random.Next(4) == 0 ? "" : "Nodig." }),
            _ => TryAsync(viewer.Account, HttpMethod.Put, $"gegevens/{item}/noodzaak", new JsonObject
            {
                ["noodzaakPerPartij"] = new JsonArray(new JsonObject { ["partij"] = party, ["noodzaak"] = "Nodig.", ["noodzaakBijzonder"] = "Ook het bijzondere." }),
            }),
        });
    }

    private async Task JudgeAsync(string id)
    {
        // Mostly they agree, or no case would get beyond the weighing.
        var verdict = Verdicts[new Random(id.GetHashCode(StringComparison.Ordinal)).Next(Verdicts.Length)];
        foreach (var viewer in CaseViewer.All.Where(v => Process.Steps.First(s => s.Code == "weging_vaststellen").Parties.Contains(v.Party)).OrderBy(_ => _random.Next()).Take(1 + _random.Next(3)))
        {
            var said = _random.Next(5) == 0 ? Verdicts[_random.Next(Verdicts.Length)] : verdict;
            var body = new JsonObject
            {
                ["oordeel"] = said,
                ["criteria"] = new JsonArray([.. Process.Criteria.Keys.Select(c => new JsonObject { ["criterium"] = c, ["bevinding"] = "Gezien.", ["contraIndicatie"] = "Niets." })]),
                ["motivering"] = "Samen bezien.",
            };
            if (await TryAsync(viewer.Account, HttpMethod.Post, $"signalen/{id}/wegingen", body) == HttpStatusCode.Created)
                Count("oordeel", said);
        }
    }

    /// <summary>Anything by anybody: mostly refused.</summary>
    private async Task AnythingAsync(CaseViewer viewer, string id)
    {
        var things = Process.Steps.Concat(Process.Acts.Where(a => StepBody.Acts.Contains(a.Code))).ToList();
        await TakeAsync(things[_random.Next(things.Count)], [viewer], id);
    }

    /// <summary>Something that the process data offer in this phase, by those who may; now and then one of them says something else.</summary>
    private async Task SomethingThatFitsAsync(string id)
    {
        var phase = await PhaseAsync(id);
        var records = Process.Records.Where(r => r.Step.From.Contains(phase) && !r.Closes).ToList();
        if (records.Count > 0 && _random.Next(4) == 0)
        {
            var record = records[_random.Next(records.Count)];
            await LayDownAsync(record, Actors(record.Step), id);
            return;
        }
        // Half of the time a step and no act beside the steps, or a case would hardly get on.
        var acts = _random.Next(2) == 0 ? Process.Acts.Where(a => StepBody.Acts.Contains(a.Code)) : [];
        var things = Process.Steps.Concat(acts).Where(s => s.Manner != StepManner.Proces && s.From.Contains(phase) && s.Parties.Count > 0).ToList();
        if (things.Count == 0)
            return;
        var thing = things[_random.Next(things.Count)];
        await TakeAsync(thing, Actors(thing), id);
    }

    private List<CaseViewer> Actors(StepDefinition step)
    {
        var who = CaseViewer.All.Where(v => step.Parties.Contains(v.Party)).OrderBy(_ => _random.Next()).ToList();
        return step.Manner == StepManner.Samen ? who : [.. who.Take(1 + _random.Next(2))];
    }

    private async Task TakeAsync(StepDefinition step, IReadOnlyList<CaseViewer> actors, string id)
    {
        var item = await AnItemAsync(id);
        var bodies = new StepBody(CaseWorld.Convenant, item, item, Guid.Empty);
        var words = step.Needs.Where(CaseTruth.OfWords.Contains).ToList();
        var without = words.Count > 0 && _random.Next(8) == 0 ? words[_random.Next(words.Count)] : null;
        var (path, body) = Process.Acts.Contains(step) ? bodies.OfAct(step) : bodies.OfStep(step, without);
        await PostAsync(step, actors, id, path, body);
    }

    private async Task LayDownAsync(RecordDefinition record, IReadOnlyList<CaseViewer> actors, string id)
    {
        var (path, body) = new StepBody(CaseWorld.Convenant, Guid.Empty, Guid.Empty, Guid.Empty).OfRecord(record, null);
        await PostAsync(record.Step, actors, id, path, body);
    }

    private async Task PostAsync(StepDefinition step, IReadOnlyList<CaseViewer> actors, string id, string path, JsonObject body)
    {
        foreach (var actor in actors)
        {
            await TryAsync(actor.Account, HttpMethod.Post, $"signalen/{id}/{path}", body);
            if (step.Manner == StepManner.TweePersonen && actor.Second is { } second && _random.Next(2) == 0)
                await TryAsync(second, HttpMethod.Post, $"signalen/{id}/{path}", body);
        }
    }

    /// <summary>Days go by: everything that was recorded becomes so much older. Then the clock of the portal does what is due.</summary>
    private async Task PassAsync()
    {
        var days = new[] { 1, 2, 5, 20, 100 }[_random.Next(5)];
        await using (var connection = new NpgsqlConnection(portal.Fixture.Database.AdministratorConnection))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"""
                set session_replication_role = replica;
                do $$ declare k record; begin
                  for k in select table_name, string_agg(format('%1$I = %1$I - %2$s', column_name, case data_type when 'date' then '{days}' else 'interval ''{days} days''' end), ', ') as zet
                    from information_schema.columns c
                    where table_schema = 'zaak' and data_type in ('timestamp with time zone', 'date') and is_generated = 'NEVER'
                      and exists (select from information_schema.tables t where t.table_schema = 'zaak' and t.table_name = c.table_name and t.table_type = 'BASE TABLE')
                      and not (select relispartition from pg_class where oid = to_regclass(format('zaak.%I', c.table_name)))
                    group by table_name loop
                    execute format('update zaak.%I set %s', k.table_name, k.zet);
                  end loop;
                end $$
                """, connection);
            await command.ExecuteNonQueryAsync();
        }
        Done += await portal.World.Do<CaseClock, int>(clock => clock.RunAsync(default));
    }

    private async Task<HttpStatusCode> TryAsync(string account, HttpMethod method, string path, JsonObject body)
    {
        var (status, _) = await SendAsync(account, method, path, body);
        if ((int)status / 100 == 2)
            Done++;
        return status;
    }

    private async Task<(HttpStatusCode, JsonObject)> SendAsync(string account, HttpMethod method, string path, JsonObject? body)
    {
        var program = await portal.ProgramAsync(account);
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}");
        if (body is not null)
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await program.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode >= 500)
            Faults.Add($"{account} {method} {path} {body?.ToJsonString()}: {(int)answer.StatusCode} {text}");
        return (answer.StatusCode, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject());
    }

    private void Count(string kind, string outcome) => _counted[$"{kind} {outcome}"] = _counted.GetValueOrDefault($"{kind} {outcome}") + 1;

    private async Task<string> PhaseAsync(string id) => (string)(await ValueAsync($"select fase from zaak.signaal where id = '{id}'"))!;

    private async Task<Guid> AnItemAsync(string id) => await ValueAsync($"select id from zaak.gegeven where signaal_id = '{id}' order by id limit 1") is Guid item ? item : Guid.Empty;

    private async Task<object?> ValueAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(portal.Fixture.Database.AdministratorConnection) { Pooling = true }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
