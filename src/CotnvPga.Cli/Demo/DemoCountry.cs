using CotnvPga.Convenant.Reporting;
using CotnvPga.Data.Uniformity;
using CotnvPga.Domain;
using CotnvPga.Identity.Demo;
using Npgsql;

namespace CotnvPga.Cli.Demo;

/// <summary>
/// A country for the demo: 339 municipalities that exist nowhere, with counts of a year that is over, and the report of that year, asked for and
/// looked at by the people of the demo.
/// </summary>
internal sealed class DemoCountry(UniformityDesk desk)
{
    /// <summary>How many municipalities are made up: with those of the demo, as many as the country has.</summary>
    public const int Municipalities = 339;

    private const int FirstCode = 8001;
    private const int Seed = 342;

    /// <summary>Writes the counters. They are the owner's: nobody else counts for a municipality.</summary>
    public static async Task CountAsync(string ownerConnection, ReportCatalogue catalogue, int year, CancellationToken cancel)
    {
        var random = new Random(Seed);
        List<(string Municipality, string Area)> places = [.. Enumerable.Range(0, Municipalities).Select(i => ($"{FirstCode + i}", catalogue.Areas[i % catalogue.Areas.Count].Code))];
        List<(string Municipality, string Kind, string Outcome, long Count)> counters =
        [
            .. from place in places
               let size = 1 + (int)(12 * random.NextDouble() * random.NextDouble())
               from counted in catalogue.Tables.SelectMany(t => t.Columns).SelectMany(c => c.Counts).Distinct(StringComparer.Ordinal)
               let count = random.Next(size)
               where count > 0
               select (place.Municipality, counted.Split('/')[0], counted.Split('/').ElementAtOrDefault(1) ?? "", (long)count),
        ];
        await using var source = NpgsqlDataSource.Create(ownerConnection);
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into telling.gebied (gemeente, gebied) select * from unnest($1, $2) on conflict do nothing")
        {
            Parameters = { new() { Value = places.Select(p => p.Municipality).ToArray() }, new() { Value = places.Select(p => p.Area).ToArray() } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into telling.teller (jaar, gemeente, soort, uitkomst, aantal) select $1, * from unnest($2, $3, $4, $5) on conflict do nothing")
        {
            Parameters =
            {
                new() { Value = year }, new() { Value = counters.Select(c => c.Municipality).ToArray() }, new() { Value = counters.Select(c => c.Kind).ToArray() },
                new() { Value = counters.Select(c => c.Outcome).ToArray() }, new() { Value = counters.Select(c => c.Count).ToArray() },
            },
        });
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Publishes the report of the year: one asks, two others look.</summary>
    public async Task PublishAsync(int year, CancellationToken cancel)
    {
        var release = Done(await desk.RequestAsync(DemoWorld.Person("nctv.rapportage").Actor, year, cancel));
        foreach (var name in new[] { "rac.landelijk", "auditor.landelijk" })
            Done(await desk.CheckAsync(DemoWorld.Person(name).Actor, release, true, "Tabellen bekeken en steekproefsgewijs nagerekend.", cancel));
    }

    private static Guid Done(Result<Guid> result) => result.IsDone ? result.Value : throw new InvalidOperationException($"Het landelijke beeld van de demo past niet bij de regels: {result.Refusal.Message}");
}
