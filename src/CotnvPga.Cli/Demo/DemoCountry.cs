using CotnvPga.Convenant.Reporting;
using CotnvPga.Data.Uniformity;
using CotnvPga.Domain;
using CotnvPga.Identity.Demo;

namespace CotnvPga.Cli.Demo;

/// <summary>
/// A country for the demo: 339 municipalities that exist nowhere, with counts of a year that is over, and the report of that year, asked for and
/// looked at by the people of the demo.
/// </summary>
internal sealed class DemoCountry(UniformityDesk desk)
{
    /// <summary>How many municipalities are made up: with those of the demo, as many as the country has.</summary>
    public const int Municipalities = 339;

    private const int Seed = 342;

    /// <summary>Writes the counters. They are the owner's: nobody else counts for a municipality.</summary>
    public static Task CountAsync(string ownerConnection, ReportCatalogue catalogue, int year, CancellationToken cancel) =>
        GeneratedCountry.WriteAsync(ownerConnection, GeneratedCountry.Make(catalogue, Municipalities, Seed), year, cancel);

    /// <summary>Publishes the report of the year: one asks, two others look.</summary>
    public async Task PublishAsync(int year, CancellationToken cancel)
    {
        var release = Done(await desk.RequestAsync(DemoWorld.Person("nctv.rapportage").Actor, year, cancel));
        foreach (var name in new[] { "rac.landelijk", "auditor.landelijk" })
            Done(await desk.CheckAsync(DemoWorld.Person(name).Actor, release, true, "Tabellen bekeken en steekproefsgewijs nagerekend.", cancel));
    }

    private static Guid Done(Result<Guid> result) => result.IsDone ? result.Value : throw new InvalidOperationException($"Het landelijke beeld van de demo past niet bij de regels: {result.Refusal.Message}");
}
