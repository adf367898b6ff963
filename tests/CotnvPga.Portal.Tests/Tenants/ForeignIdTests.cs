using System.Net.Http.Headers;
using System.Text;
using CotnvPga.Identity.Demo;
using CotnvPga.Portal.Tests.Canary;
using CotnvPga.TestHost.Cases;
using CotnvPga.TestHost.Databases;
using Npgsql;
using Xunit.Abstractions;

namespace CotnvPga.Portal.Tests.Tenants;

/// <summary>
/// Every endpoint, for everybody who has nothing to do with a municipality, with the ids of everything that municipality has: the answer is
/// that for an id which does not exist, in status, headers and bytes, and no list ever names one of them.
/// </summary>
public sealed class ForeignIdTests(ITestOutputHelper output)
{
    private const string Home = DemoWorld.Voorbeeldstad;
    private const int Sample = 260;

    [Fact]
    public Task An_id_of_another_municipality_is_answered_as_one_that_does_not_exist() => NothingLeaksAsync(Sample);

    [Fact]
    [Trait("Category", "Lang")]
    public Task An_id_of_another_municipality_is_answered_as_one_that_does_not_exist_for_everybody_everywhere() => NothingLeaksAsync(int.MaxValue);

    private async Task NothingLeaksAsync(int most)
    {
        await using var portal = await CanaryPortal.StartAsync();
        var canary = await CanaryCase.CreateAsync(portal.Table(Home), 5, elsewhere: false);
        await portal.Table(Home).Weighed("niet_in_overeenstemming", CaseTable.Item("achternaam", "Verborgen"));
        var foreign = await ForeignAsync(portal.Fixture.Database);
        foreign.Count.ShouldBeGreaterThan(12, "kinds of things that a municipality has");
        var outsiders = DemoWorld.People.Where(p => !p.Municipalities.Contains(Home)).Select(p => p.UserName).ToList();
        outsiders.Count.ShouldBeGreaterThan(14);
        var doors = TenantDoor.AllOf(portal.Fixture.Portal.Services);

        var all = (
            from door in doors
            from account in outsiders
            from thing in door.HasParameters || door.Method != "GET" ? foreign : [("niets", "")]
            select (Door: door, Account: account, Kind: thing.Kind, Id: thing.Id)).ToList();
        var random = new Random(1);
        var chosen = all.Count <= most ? all : [.. all.OrderBy(_ => random.Next()).Take(most)];
        var leaks = new List<string>();
        foreach (var (door, account, kind, id) in chosen)
        {
            var client = door.IsApi ? await portal.ProgramAsync(account) : await portal.BrowserAsync(account);
            if (id.Length == 0)
            {
                var list = await AskAsync(client, door, door.Route, "");
                leaks.AddRange(foreign.Where(f => list.Contains(f.Id, StringComparison.OrdinalIgnoreCase)).Select(f => $"{account} {door} names {f.Kind}"));
                continue;
            }
            foreach (var first in new[] { id, canary.Id.ToString() }.Distinct())
            {
                // In the same letters, so that nothing but its existence can make a difference.
                var (invented, inventedFirst) = (Invented(id), first == id ? "" : Invented(first));
                if (first == id)
                    inventedFirst = invented;
                var told = await AskAsync(client, door, door.At(first, id), id);
                var twin = await AskAsync(client, door, door.At(inventedFirst, invented), invented);
                if (Without(told, id, first) != Without(twin, invented, inventedFirst))
                    leaks.Add($"{account} {door} with {kind}: {Difference(Without(told, id, first), Without(twin, invented, inventedFirst))}");
            }
        }
        output.WriteLine($"{doors.Count} doors, {outsiders.Count} accounts, {foreign.Count} kinds of things: {chosen.Count} of {all.Count} combinations, {leaks.Count} leaks.");
        leaks.ShouldBeEmpty();
    }

    /// <summary>An id of each kind of thing that the municipality has, and the numbers of its cases.</summary>
    private static async Task<IReadOnlyList<(string Kind, string Id)>> ForeignAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.AdministratorConnection);
        await connection.OpenAsync();
        var tables = await ListAsync(connection, """
            select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('zaak', 'agenda', 'coordinatie', 'toezicht') and c.relkind = 'r'
              and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype)
            """);
        var found = new List<(string, string)>();
        foreach (var table in tables)
            found.AddRange((await ListAsync(connection, $"select id::text from {table} limit 1")).Select(id => (table, id)));
        found.AddRange((await ListAsync(connection, "select nummer from zaak.signaal")).Select(n => ("nummer", n)));
        return found;
    }

    private static async Task<List<string>> ListAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await reader.ReadAsync())
            list.Add(reader.GetString(0));
        return list;
    }

    private static async Task<string> AskAsync(HttpClient client, TenantDoor door, string address, string id)
    {
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), address);
        if (door.Method is not ("GET" or "DELETE"))
        {
            request.Content = new StringContent(
                $$"""{"zaak":"{{id}}","zaken":["{{id}}"],"signalen":["{{id}}"],"signaal":"{{id}}","gegevens":["{{id}}"],"nummer":"{{id}}","bij":"{{id}}","aan":"om","stap":"nieuwe_ronde","soort":"tegenspraak"}""",
                Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }
        using var answer = await client.SendAsync(request);
        ((int)answer.StatusCode).ShouldBeLessThan(500, $"{door.Method} {address}");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', RandomFields.HeadersOf(answer))}\n{RandomFields.Remove(await answer.Content.ReadAsStringAsync(), "geen")}";
    }

    private static string Without(string answer, params string[] ids) => ids.Aggregate(answer, (text, id) => text.Replace(id, "ID", StringComparison.OrdinalIgnoreCase));

    private static string Invented(string id) => Guid.TryParse(id, out _)
        ? Guid.NewGuid().ToString()
        : string.Concat(id.Select((c, i) => char.IsAsciiLetterOrDigit(c) && i >= id.Length - 4 ? "QXJZ"[id.Length - 1 - i] : c));

    private static string Difference(string told, string twin)
    {
        var at = Enumerable.Range(0, Math.Min(told.Length, twin.Length)).FirstOrDefault(i => told[i] != twin[i], Math.Min(told.Length, twin.Length));
        return $"…{told[Math.Max(0, at - 60)..Math.Min(told.Length, at + 60)]}… and not …{twin[Math.Max(0, at - 60)..Math.Min(twin.Length, at + 60)]}…";
    }
}
