using CotnvPga.Domain.Steps;
using CotnvPga.Identity.Demo;
using CotnvPga.Portal.Tests.Canary;
using CotnvPga.TestHost.Cases;
using Npgsql;
using Xunit.Abstractions;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Portal.Tests.Tenants;

/// <summary>
/// Two municipalities on one database. In one the work goes on, at random; in the other not a byte of any answer changes: no count, list, choice,
/// error, length or header.
/// </summary>
public sealed class TwoTenantTests(ITestOutputHelper output)
{
    private const string Busy = DemoWorld.Voorbeeldstad;
    private const string Quiet = DemoWorld.Modelveen;

    // The log of one's own reading grows by reading.
    private static readonly string[] Growing = ["/logboek", "/herhaling", "/mijn-logboek", "/dataverwerkingen"];

    [Fact]
    public Task Work_in_one_municipality_changes_no_byte_for_another() => NothingChangesAsync(rounds: 2, accounts: ["coordinator.modelveen"]);

    [Fact]
    [Trait("Category", "Lang")]
    public Task Work_in_one_municipality_changes_no_byte_for_anybody_of_another() => NothingChangesAsync(
        rounds: 30, accounts: [.. DemoWorld.People.Where(p => p.Municipalities is [Quiet]).Select(p => p.UserName)]);

    private async Task NothingChangesAsync(int rounds, IReadOnlyList<string> accounts)
    {
        await using var portal = await CanaryPortal.StartAsync();
        var own = portal.Table(Quiet);
        await own.AtTable(["burgemeester", "politie", "om", "college"], Item("achternaam", "Jansen"), Item("geboortedatum", "2007"), Item("waarneming", "Eigen zaak."));
        await own.InWeighing(Item("achternaam", "Jansen"), Item("geboortedatum", "2007"));
        await portal.Table(Busy).InWeighing(Item("waarneming", "Al bekend."));
        var ids = await IdsAsync(portal);
        var doors = TenantDoor.AllOf(portal.Fixture.Portal.Services).Where(d => d.Method == "GET" && !Growing.Any(g => d.Route.EndsWith(g, StringComparison.Ordinal))).ToList();

        // Once to let what a first look changes settle, then as it stays.
        await EverythingAsync(portal, accounts, doors, ids);
        var before = await EverythingAsync(portal, accounts, doors, ids);
        var random = new Random(9);
        var (compared, differs) = (0, new List<string>());
        for (var round = 0; round < rounds; round++)
        {
            var done = await WorkAsync(portal.Table(Busy), random, round);
            foreach (var (asked, seen) in await EverythingAsync(portal, accounts, doors, ids))
            {
                compared++;
                if (before[asked] != seen)
                    differs.Add($"after {done}: {asked}");
            }
        }
        output.WriteLine($"{doors.Count} doors, {accounts.Count} accounts, {rounds} pieces of work: {compared} answers compared, {differs.Count} differ.");
        differs.ShouldBeEmpty();
        before.Values.Count(v => v.StartsWith("200", StringComparison.Ordinal)).ShouldBeGreaterThan(doors.Count / 3, "else this test tells nothing");
    }

    private static async Task<string> WorkAsync(CaseTable table, Random random, int round)
    {
        switch ((round + random.Next(2)) % 6)
        {
            case 0:
                var same = await table.InWeighing(Item("achternaam", "Jansen"), Item("geboortedatum", "2007"));
                Done(await table.Add(table.Burgemeester, same, Item("bsn", "999990019")));
                return "a weighing of the same person";
            case 1:
                await table.AtTable(["burgemeester", "politie", "om", "reclassering"], Item("waarneming", $"Ronde {round}."));
                return "a case at the table";
            case 2:
                var gone = await table.Weighed("niet_in_overeenstemming", Item("waarneming", $"Ronde {round}."));
                foreach (var actor in new[] { table.Burgemeester, table.Plaatsvervanger })
                    Done(await table.Take(actor, gone, "vernietigen", new StepWords { Toelichting = "Niet meer nodig." }));
                return "a destruction";
            case 3:
                Done(await table.Open(table.Om, await table.InWeighing(Item("waarneming", $"Ronde {round}."))));
                return "a weighing that somebody reads";
            case 4:
                var closed = await table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", $"Ronde {round}."));
                await table.Together(closed, "geen_aanwijzingen", new StepWords { Toelichting = "Het was een misverstand." });
                return "a case that stops";
            default:
                await CanaryCase.CreateAsync(table, round, elsewhere: false);
                return "a case with everything in it";
        }
    }

    private static async Task<Dictionary<string, string>> EverythingAsync(CanaryPortal portal, IReadOnlyList<string> accounts, IReadOnlyList<TenantDoor> doors, IReadOnlyDictionary<string, string> ids)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var account in accounts)
        {
            foreach (var door in doors)
            {
                var client = door.IsApi ? await portal.ProgramAsync(account) : await portal.BrowserAsync(account);
                foreach (var address in Addresses(door, ids))
                {
                    using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
                    var body = RandomFields.Remove(await answer.Content.ReadAsStringAsync(), "geen");
                    seen[$"{account} {address}"] = $"{(int)answer.StatusCode}\n{string.Join('\n', RandomFields.HeadersOf(answer))}\n{body}";
                }
            }
        }
        return seen;
    }

    private static IEnumerable<string> Addresses(TenantDoor door, IReadOnlyDictionary<string, string> ids)
    {
        var kind = door.Route.Contains("/gegevens/{id}", StringComparison.Ordinal) ? "gegeven" : "id";
        var address = door.With(name => ids[name == "id" ? kind : ids.ContainsKey(name) ? name : "onbekend"]);
        yield return address;
        if (!door.HasParameters)
        {
            yield return address + "?zoek=Jansen";
            yield return address + "?pagina=2";
        }
    }

    /// <summary>What the quiet municipality has, by what an address calls it.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> IdsAsync(CanaryPortal portal)
    {
        await using var connection = new NpgsqlConnection(portal.Fixture.Database.AdministratorConnection);
        await connection.OpenAsync();
        var ids = new Dictionary<string, string> { ["onbekend"] = Guid.NewGuid().ToString() };
        foreach (var (name, sql) in new[]
        {
            ("id", $"select id::text from zaak.signaal where gemeente = '{Quiet}' and fase = 'casusoverleg'"),
            ("gegeven", $"select g.id::text from zaak.gegeven g join zaak.signaal s on s.id = g.signaal_id where s.gemeente = '{Quiet}' and s.fase = 'casusoverleg' limit 1"),
            ("nummer", $"select nummer from zaak.signaal where gemeente = '{Quiet}' limit 1"),
        })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            ids[name] = (string)(await command.ExecuteScalarAsync())!;
        }
        return ids;
    }
}
