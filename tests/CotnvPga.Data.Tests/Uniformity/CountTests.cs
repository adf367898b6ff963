using CotnvPga.Data.Records;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.TestHost.Cases;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace CotnvPga.Data.Tests.Uniformity;

/// <summary>The counters without a person: kept while people work, equal to a recount of the work, and all that statistics can read.</summary>
public sealed class CountTests : CaseTest
{
    // The beginning of a case is counted as what it was then: a report that somebody took up cannot be told from another one any more.
    private const string Recounted = "soort not in ('melding', 'signaal', 'soort_melder')";

    private static readonly string NextMonth = LocalDatePattern.Iso.Format(SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusMonths(1));

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    public Task Counting_along_gives_what_a_recount_gives(int seed, int days) => WorkAsync(seed, days);

    [Theory]
    [Trait("Category", "Lang")]
    [InlineData(101, 25)]
    [InlineData(102, 25)]
    [InlineData(103, 25)]
    [InlineData(104, 25)]
    public Task Counting_along_gives_what_a_recount_gives_after_many_days(int seed, int days) => WorkAsync(seed, days);

    [Fact]
    public async Task A_weighing_counts_with_its_rounds_and_whether_it_was_in_time()
    {
        await Table.Weighed("in_overeenstemming", CaseTable.Item("waarneming", "Iets gezien."));
        await Table.Weighed("niet_in_overeenstemming", CaseTable.Item("waarneming", "Iets gezien."));

        (await Counted("weging", "eerste_ronde"), await Counted("weging", "niet"), await Counted("weging_op_tijd", "ja")).ShouldBe((1L, 1L, 2L));
        (await Counted("keuze", "op_tijd")).ShouldBe(2L);
    }

    [Fact]
    public async Task A_second_round_counts_as_a_later_one()
    {
        var id = await Table.InWeighing(CaseTable.Item("waarneming", "Iets gezien."));
        foreach (var actor in Three)
            CaseTable.Done(await Table.Judge(actor, id, "meer_informatie"));
        CaseTable.Done(await Table.Take(Table.Om, id, "nieuwe_ronde"));
        foreach (var actor in Three)
            CaseTable.Done(await Table.Judge(actor, id, "in_overeenstemming"));
        CaseTable.Done(await Table.Take(Table.Om, id, "weging_vaststellen"));

        (await Counted("weging", "later")).ShouldBe(1L);
    }

    [Fact]
    public async Task What_is_destroyed_stays_counted()
    {
        await NotBrought("geloofsuiting");

        (await Counted("keuze", "niet"), await Counted("reden", "geloofsuiting")).ShouldBe((1L, 1L));
        (await AsSuperuser("select count(*) from zaak.gegeven")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_step_that_the_database_refuses_is_not_counted()
    {
        var id = await Table.InRegistration(CaseTable.Item("waarneming", "Iets gezien."));
        var before = await AsSuperuser("select sum(aantal)::bigint from telling.teller");

        await Should.ThrowAsync<PostgresException>(() => AsSuperuser(
            $"insert into zaak.stap (id, signaal_id, stap, van, naar, partij, binnen_termijn) values (gen_random_uuid(), '{id.Value}', 'in_weging', 'weging', 'weging', 'om', true)"));

        (await AsSuperuser("select sum(aantal)::bigint from telling.teller")).ShouldBe(before);
    }

    [Fact]
    public async Task Statistics_read_the_counts_and_nothing_else()
    {
        const string readable = """
            select string_agg(n.nspname || '.' || c.relname, ' ' order by 1) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'v', 'm', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and has_schema_privilege('pga_statistiek', n.oid, 'usage')
              and has_any_column_privilege('pga_statistiek', c.oid, 'select, insert, update')
            """;
        (await AsSuperuser(readable)).ShouldBe("telling.tellingen");
        (await AsSuperuser("select string_agg(column_name || ' ' || data_type, ', ' order by ordinal_position) from information_schema.columns where table_schema = 'telling' and table_name = 'tellingen'"))
            .ShouldBe("jaar integer, gebied text, gemeente text, soort text, uitkomst text, aantal bigint");
        (await AsSuperuser("select count(*) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('zaak', 'toegang', 'telling', 'landelijk', 'proces') and has_function_privilege('pga_statistiek', p.oid, 'execute')"))
            .ShouldBe(0L);

        (await AsSuperuser("set role pga_statistiek; select count(*) from telling.tellingen")).ShouldBe(0L);
        (await Should.ThrowAsync<PostgresException>(() => AsSuperuser("set role pga_statistiek; select count(*) from zaak.signaal"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private Actor[] Three => [Table.Politie, Table.Om, Table.Burgemeester];

    private async Task WorkAsync(int seed, int days)
    {
        var random = new Random(seed);
        var open = new List<(SignalId Id, Guid Work)>();
        for (var day = 0; day < days; day++)
        {
            for (var act = 0; act < 3; act++)
                await ActAsync(random, open);
            (await DifferencesAsync()).ShouldBe(0L, $"seed {seed}, day {day}");
        }
        (await AsSuperuser($"select count(distinct soort) from telling.teller where {Recounted}")).ShouldBeOfType<long>().ShouldBeGreaterThan(4, "too little was done to prove anything");
    }

    /// <summary>One thing that somebody does on a day.</summary>
    private async Task ActAsync(Random random, List<(SignalId Id, Guid Work)> open)
    {
        var item = CaseTable.Item("waarneming", "Iets gezien.");
        switch (random.Next(5))
        {
            case 0:
                await NotBrought(random.Next(2) == 0 ? "geloofsuiting" : "geen_radicalisering");
                break;
            case 1:
                await Table.Weighed(random.Next(2) == 0 ? "in_overeenstemming" : "niet_in_overeenstemming", item);
                break;
            case 2:
                await Disagree(random, item);
                break;
            case 3 when open.Count > 0:
                var (id, work) = open[^1];
                open.RemoveAt(open.Count - 1);
                CaseTable.Done(await Table.Take(Table.Burgemeester, id, "evalueren", new StepWords { NogNodig = random.Next(3) > 0 }));
                await Make(id, "plan_afgerond", Said(("resultaat", random.Next(2) == 0 ? "gelukt" : "deels"), ("toelichting", "Hij begon maandag.")) with { About = work });
                await Table.Together(id, "afsluiten", new StepWords { Reden = "Het gaat goed." });
                break;
            default:
                open.Add(await Planned(item));
                break;
        }
    }

    private async Task Disagree(Random random, NewItem item)
    {
        var id = await Table.InWeighing(item);
        for (var round = 1; round <= 3; round++)
        {
            CaseTable.Done(await Table.Judge(Table.Politie, id, "in_overeenstemming"));
            CaseTable.Done(await Table.Judge(Table.Om, id, "niet_in_overeenstemming"));
            CaseTable.Done(await Table.Judge(Table.Burgemeester, id, "meer_informatie"));
            if (round == 3)
                CaseTable.Done(await Table.Take(Table.Om, id, "weging_vaststellen"));
            else if (random.Next(3) > 0)
                CaseTable.Done(await Table.Take(Table.Om, id, "nieuwe_ronde"));
            else
                return;
        }
    }

    private async Task<(SignalId Id, Guid Work)> Planned(NewItem item)
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], item);
        var goal = await Make(id, "plan_doel", Said(("leefgebied", "wonen"), ("doel", "Een eigen kamer.")));
        var work = await Make(id, "plan_interventie", Said(
            ("interventie", "begeleid_werk"), ("leefgebied", "werk_dagbesteding"), ("afspraak", "Drie dagen."), ("eigenaar", "college"), ("klaar_op", NextMonth)));
        await Table.Together(id, "plan_vaststellen", new StepWords { Stukken = [goal, work] });
        return (id, work);
    }

    private static NewRecord Said(params (string Field, string Answer)[] answers) => new(null, null, answers.ToDictionary(a => a.Field, IReadOnlyList<string> (a) => [a.Answer]));

    private async Task<Guid> Make(SignalId id, string kind, NewRecord record) =>
        CaseTable.Done(await World.Do<RecordDesk, Result<MadeRecord>>(desk => desk.MakeAsync(Table.College, id, kind, record, default))).Id!.Value;

    private async Task NotBrought(string reason)
    {
        var signal = CaseTable.Done(await Table.Register(Table.Burgemeester, CaseTable.Item("waarneming", "Iets gezien.")));
        foreach (var actor in new[] { Table.Burgemeester, Table.Plaatsvervanger })
            CaseTable.Done(await Table.Take(actor, signal.Id, "niet_aanmelden", new StepWords { Reden = reason }));
    }

    private async Task<long> DifferencesAsync() => (long)(await AsSuperuser($"""
        with verteld as (select jaar, gemeente, soort, uitkomst, aantal from telling.teller where {Recounted}), opnieuw as (select * from telling.hertelling())
        select count(*) from ((select * from verteld except select * from opnieuw) union all (select * from opnieuw except select * from verteld)) verschil
        """))!;

    private async Task<long> Counted(string kind, string outcome) =>
        (long)(await AsSuperuser($"select coalesce(sum(aantal), 0)::bigint from telling.teller where soort = '{kind}' and uitkomst = '{outcome}'"))!;
}
