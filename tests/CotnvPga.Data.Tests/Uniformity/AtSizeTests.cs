using System.Diagnostics;
using CotnvPga.Data.Uniformity;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using Npgsql;
using Xunit.Abstractions;

namespace CotnvPga.Data.Tests.Uniformity;

/// <summary>A million signals of 342 municipalities: counted along, so that a report costs less than to count them.</summary>
[Trait("Category", "Lang")]
public sealed class AtSizeTests(ITestOutputHelper output) : CaseTest
{
    private const int Signals = 1_000_000;
    private const int Year = 2025;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private const double MostTimes = 1.5;

    private static readonly Actor Reporter = CaseWorld.Person(Party.Landelijk, null, "rapportage");
    private static readonly Actor Auditor = CaseWorld.Person(Party.Auditor, null, "auditor");

    [Fact]
    public async Task A_report_is_quicker_than_counting_and_within_two_seconds()
    {
        await FillAsync();
        List<double> counting = [], reporting = [];
        for (var round = 0; round < 5; round++)
        {
            counting.Add((await MeasureAsync(CountRawAsync)).TotalMilliseconds);
            reporting.Add((await MeasureAsync(() => World.Do<UniformityDesk, Result<Guid>>(d => d.RequestAsync(Reporter, Year, default)))).TotalMilliseconds);
            var release = CaseTable.Done(await World.Do<UniformityDesk, Result<IReadOnlyList<Release>>>(d => d.ReleasesAsync(Auditor, default)))[0];
            release.Report.Tabellen.SelectMany(t => t.Rijen).SelectMany(r => r.Klassen).ShouldContain(k => k.Contains('-'));
            CaseTable.Done(await World.Do<UniformityDesk, Result<Guid>>(d => d.CheckAsync(Auditor, release.Id, false, "Nog een keer.", default)));
        }
        var (raw, report) = (Median(counting), Median(reporting));
        output.WriteLine($"{Signals:N0} signals: raw aggregate {raw:N0} ms, report with its audit {report:N0} ms ({report / raw:N2} times)");

        report.ShouldBeLessThan(Longest.TotalMilliseconds);
        report.ShouldBeLessThan(raw * MostTimes);
    }

    /// <summary>What the report would cost without counters: the same figures out of the steps themselves.</summary>
    private async Task<object?> CountRawAsync() => await AsSuperuser($"""
        select count(*) from (
          select z.gemeente, s.stap, s.uitkomst, s.naar, s.binnen_termijn, count(*) from zaak.stap s join zaak.signaal z on z.id = s.signaal_id
          where s.op >= '{Year}-01-01' and s.op < '{Year + 1}-01-01' group by 1, 2, 3, 4, 5) geteld
        """);

    private async Task FillAsync()
    {
        await using var connection = new NpgsqlConnection(World.Database.AdministratorConnection);
        await connection.OpenAsync();
        // Written past the triggers, as an old database would be read in; the counters are made of it afterwards.
        await using var fill = new NpgsqlCommand($"""
            set session_replication_role = replica;
            insert into telling.gebied select (8000 + n)::text, (array[{string.Join(", ", CaseWorld.Convenant.Process.Report.Areas.Select(a => $"'{a.Code}'"))}])[1 + n % 10] from generate_series(1, 342) n;
            insert into zaak.signaal (id, nummer, gemeente, fase, convenant)
            select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'S' || n, (8001 + (n * 7919::bigint) % 342)::text, 'uitvoering', 'x' from generate_series(1, {Signals}) n;
            insert into zaak.stap (id, signaal_id, stap, van, naar, partij, uitkomst, binnen_termijn, op)
            select gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
              case when n % 5 < 2 then 'niet_aanmelden' else 'aanmelden' end, 'melding', case when n % 5 < 2 then 'vernietigd' else 'aanmelding' end, 'politie',
              case when n % 5 < 2 then (array['geen_radicalisering', 'geloofsuiting', 'regulier_aanbod'])[1 + n % 3] end, n % 7 > 0, timestamptz '{Year}-01-02' + (n % 360) * interval '1 day'
            from generate_series(1, {Signals}) n;
            insert into zaak.stap (id, signaal_id, stap, van, naar, partij, binnen_termijn, op)
            select gen_random_uuid(), ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'weging_vaststellen', 'weging', case when n % 2 = 0 then 'verzameling' else 'niet_voorgelegd' end, 'om',
              n % 4 > 0, timestamptz '{Year}-01-03' + (n % 360) * interval '1 day'
            from generate_series(1, {Signals}) n where n % 5 >= 2;
            insert into telling.teller (jaar, gemeente, soort, uitkomst, aantal) select jaar, gemeente, soort, uitkomst, aantal from telling.hertelling();
            """, connection)
        {
            CommandTimeout = 600,
        };
        await fill.ExecuteNonQueryAsync();
        // One at a time: several commands in one are a pipeline, in which nothing is tidied.
        foreach (var table in new[] { "zaak.signaal", "zaak.stap", "telling.teller" })
        {
            await using var tidy = new NpgsqlCommand($"vacuum analyze {table}", connection) { CommandTimeout = 600 };
            await tidy.ExecuteNonQueryAsync();
        }
    }

    private static async Task<TimeSpan> MeasureAsync<T>(Func<Task<T>> work)
    {
        var begin = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begin);
    }

    private static double Median(List<double> of) => of.Order().ElementAt(of.Count / 2);
}
