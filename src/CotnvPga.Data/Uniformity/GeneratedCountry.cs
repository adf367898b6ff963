using CotnvPga.Convenant.Reporting;
using CotnvPga.Domain.Uniformity;
using Npgsql;

namespace CotnvPga.Data.Uniformity;

/// <summary>
/// A country of municipalities that exist nowhere, for the demo and for tests: counters of a year as if its weegploegen had worked, made by
/// letting cases go through the process by chance. So what the tables count of the same cases agrees, as it does in a real year.
/// </summary>
public static class GeneratedCountry
{
    /// <summary>As many municipalities as the country has.</summary>
    public const int Municipalities = 342;

    private const int FirstCode = 8001;

    /// <summary>The counters of a year.</summary>
    /// <param name="catalogue">Its areas get the municipalities, in turn.</param>
    /// <param name="municipalities">How many municipalities.</param>
    /// <param name="seed">The same seed makes the same country.</param>
    /// <param name="size">How large it is: 1 gives some cases a year in a small municipality and some dozens in a large one.</param>
    public static IReadOnlyList<Counter> Make(ReportCatalogue catalogue, int municipalities, int seed, double size = 1)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var random = new Random(seed);
        return [.. Enumerable.Range(0, municipalities).SelectMany(i => Municipality(random, $"{FirstCode + i}", catalogue.Areas[i % catalogue.Areas.Count].Code, size))];
    }

    /// <summary>Writes municipalities and counters. They are the owner's: nobody else counts for a municipality.</summary>
    public static async Task WriteAsync(string ownerConnection, IReadOnlyList<Counter> counters, int year, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(counters);
        var places = counters.Select(c => (c.Municipality, c.Area)).Distinct().ToList();
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

    private static IEnumerable<Counter> Municipality(Random random, string code, string area, double size)
    {
        var counts = new Dictionary<(string Kind, string Outcome), long>();
        // Most municipalities are small, some are large; each works in its own way.
        var cases = (int)(size * (3 + (40 * Math.Pow(random.NextDouble(), 4))));
        var (careful, prompt) = (0.2 + (0.6 * random.NextDouble()), 0.55 + (0.45 * random.NextDouble()));
        for (var n = 0; n < cases; n++)
            Case(random, careful, prompt, (kind, outcome) => counts[(kind, outcome)] = counts.GetValueOrDefault((kind, outcome)) + 1);
        return counts.OrderBy(c => c.Key).Select(c => new Counter(code, area, c.Key.Kind, c.Key.Outcome, c.Value));
    }

    /// <summary>One case through the process.</summary>
    private static void Case(Random random, double careful, double prompt, Action<string, string> count)
    {
        var inTime = () => random.NextDouble() < prompt;
        if (random.NextDouble() < 0.4)
            count("signaal", "melding");
        else
            count("soort_melder", One(random, "school", "zorg", "familie", "burger", "burger", "anoniem"));
        if (random.NextDouble() < careful)
        {
            count("keuze", "niet");
            count("reden", One(random, "geen_radicalisering", "geen_radicalisering", "geloofsuiting", "mening_of_protest", "regulier_aanbod", "niet_te_controleren"));
            return;
        }
        count("keuze", inTime() ? "op_tijd" : "te_laat");
        for (var asked = random.Next(3); asked > 0; asked--)
            count("stuk:raadpleging_antwoord", One(random, "ja", "ja", "niet_bekend", "mag_niet", "niet_nodig"));
        var outcome = One(random, "eerste_ronde", "eerste_ronde", "later", "niet", "niet", "oneens", "spoed");
        count("weging", outcome);
        count("weging_op_tijd", inTime() ? "ja" : "nee");
        if (random.NextDouble() < 0.05)
            count("afwijking", One(random, "3.2", "4.7", "5.3", "9.3", "12.1"));
        if (outcome is not ("eerste_ronde" or "later" or "spoed"))
            return;
        count(random.NextDouble() < 0.8 ? "stuk:betrokkene_geinformeerd" : "stuk:informeren_uitstel", "");
        for (var planned = random.Next(3); planned > 0; planned--)
            count("interventie", $"{One(random, "lse_begeleiding", "mentor", "ggz", "jeugdhulp", "begeleid_werk", "huisvesting", "ter_toezicht")}/{One(random, "gelukt", "gelukt", "deels", "niet_gelukt", "niet_meer_nodig")}");
        for (var evaluated = random.Next(4); evaluated > 0; evaluated--)
        {
            count("evaluatie", One(random, "nog_nodig", "nog_nodig", "niet_meer_nodig"));
            count("evaluatie_op_tijd", inTime() ? "ja" : "nee");
        }
        if (random.NextDouble() < 0.5)
            count(One(random, "afsluiten", "afsluiten", "afsluiten", "overdragen", "geen_aanwijzingen"), "afgesloten");
    }

    private static string One(Random random, params string[] of) => of[random.Next(of.Length)];
}
