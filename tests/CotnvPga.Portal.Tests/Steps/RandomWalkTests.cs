using System.Collections.Immutable;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;
using CotnvPga.Convenant.Process;
using CotnvPga.Domain;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Tests.Canary;
using CotnvPga.TestHost.Cases;
using NodaTime;
using Npgsql;
using Xunit.Abstractions;

namespace CotnvPga.Portal.Tests.Steps;

/// <summary>
/// A long walk of people who do anything keeps what must always hold: no phase without the steps and records that lead there, no value shown
/// beyond what law and covenant allow (asked of the naive interpreter, from the rows in the database), no case without somebody who can go on
/// with it and a day on which that must be done, no count that differs from a recount, no fault, no value without a line in the log.
/// </summary>
[Trait("Category", "Lang")]
public sealed class RandomWalkTests(ITestOutputHelper output)
{
    private const int Seed = 20261126;
    private static readonly NaiveInterpreter Naive = new(CaseWorld.Edition.Rules);

    private static ProcessModel Process => CaseWorld.Convenant.Process;

    [Fact]
    public Task A_thousand_steps_keep_what_must_always_hold() => WalkAsync(1_000, 100, Seed);

    [Fact]
    public Task Ten_thousand_steps_keep_what_must_always_hold() => WalkAsync(10_000, 100, Seed + 1);

    private async Task WalkAsync(int steps, int between, int seed)
    {
        await using var portal = await CanaryPortal.StartAsync();
        var walk = new Walk(portal, seed);
        var compared = 0;
        for (var step = 1; step <= steps; step++)
        {
            await walk.StepAsync();
            if (step % between != 0)
                continue;
            walk.Faults.ShouldBeEmpty($"after {step} steps of seed {seed}");
            await ShouldHoldAsync(portal, walk, $"after {step} steps of seed {seed}");
            compared += await ShouldSeeNoMoreAsync(portal, walk, new Random(seed + step), $"after {step} steps of seed {seed}");
        }
        var phases = await RowsAsync(portal, "select fase || ' ' || count(*) from zaak.signaal group by fase order by fase");
        output.WriteLine($"{walk.Cases.Count} cases, {walk.Done} things done, {compared} views compared, {walk.Shown} values shown; {string.Join(", ", phases)}");
        walk.Done.ShouldBeGreaterThan(steps / 5);
        compared.ShouldBeGreaterThan(steps / between);
        // Wherever cases were on the way, also those that are gone now.
        var reached = await RowsAsync(portal, "select distinct naar from zaak.stap union select fase from zaak.signaal");
        reached.Count.ShouldBeGreaterThan(4, $"the walk must get somewhere, and saw {string.Join(", ", reached)}");
    }

    private static async Task ShouldHoldAsync(CanaryPortal portal, Walk walk, string when)
    {
        await NoneAsync("a phase that the steps do not lead to", """
            select s.id || ' is in ' || s.fase || ', the last step led to ' || coalesce(l.naar, 'nowhere')
            from zaak.signaal s left join lateral (select st.naar from zaak.stap st where st.signaal_id = s.id order by st.op desc limit 1) l on true
            where s.fase <> coalesce(l.naar, (select min(fase) from proces.start where fase = s.fase), '')
            """);
        await NoneAsync("a step that begins elsewhere than the one before ended", """
            select signaal_id || ' ' || stap || ' begins in ' || van || ', before it ended in ' || eerder
            from (select *, lag(naar) over (partition by signaal_id order by op) as eerder from zaak.stap) x where eerder is not null and eerder <> van
            """);
        await NoneAsync("a step that the process data do not know from there", """
            select st.signaal_id || ' ' || st.stap || ' ' || st.van || ' ' || st.naar from zaak.stap st
            where not exists (select from proces.uitkomst u where u.stap = st.stap and u.van = st.van and u.naar = st.naar)
              and not (st.van = st.naar and not exists (select from proces.uitkomst u where u.stap = st.stap))
            """);
        await NoneAsync("a step whose words did not bring what it needs", $"""
            select st.signaal_id || ' ' || st.stap || ' lacks ' || f from zaak.stap st join proces.stap p on p.code = st.stap cross join unnest(p.vereist) f
            where st.partij is not null and f in ({string.Join(", ", CaseTruth.OfWords.Select(w => $"'{w}'"))}) and not f = any (st.feiten)
            """);
        await NoneAsync("a step without its words", """
            select st.signaal_id || ' ' || st.stap from zaak.stap st join zaak.signaal s on s.id = st.signaal_id
            where st.partij is not null and st.toelichting is null and s.fase <> 'vernietigd'
            """);
        await NoneAsync("a joint step without the agreement of all", """
            select st.signaal_id || ' ' || st.stap from zaak.stap st join proces.stap p on p.code = st.stap
            where st.partij is not null and p.wijze = 'samen'
              and (select count(distinct i.partij) from zaak.instemming i where i.voorstel_id = st.voorstel_id and i.partij = any (p.partijen)) < cardinality(p.partijen)
            """);
        await NoneAsync("a step of two persons by one", """
            select st.signaal_id || ' ' || st.stap from zaak.stap st join proces.stap p on p.code = st.stap
            where st.partij is not null and p.wijze = 'twee_personen' and (select count(distinct i.door) from zaak.instemming i where i.voorstel_id = st.voorstel_id) < 2
            """);
        await NoneAsync("a weighing that was established without three judgements", """
            select st.signaal_id || '' from zaak.stap st join zaak.signaal s on s.id = st.signaal_id
            where st.stap = 'weging_vaststellen' and s.fase <> 'vernietigd'
              and not exists (select from zaak.weging w where w.signaal_id = s.id group by w.ronde having count(*) = 3)
            """);
        await NoneAsync("something left of what was destroyed", """
            select s.id || '' from zaak.signaal s where s.fase = 'vernietigd' and (
              exists (select from zaak.gegeven g where g.signaal_id = s.id) or exists (select from zaak.sleutel k where k.signaal_id = s.id)
              or exists (select from zaak.weging w where w.signaal_id = s.id) or exists (select from zaak.handeling h where h.signaal_id = s.id)
              or not exists (select from zaak.vernietiging v where v.signaal_id = s.id))
            """);
        await NoneAsync("circumstances of a case that differ from those in its rows", "select id || '' from zaak.signaal where kenmerken <> zaak.kenmerken_van(id)");
        await NoneAsync("steps counted otherwise than they were taken", """
            select t.soort || ' ' || t.uitkomst || ': ' || t.aantal || ' counted, ' || coalesce(g.aantal, 0) || ' taken'
            from (select soort, uitkomst, sum(aantal) as aantal from telling.teller where soort in (select code from proces.stap) group by 1, 2) t
            full join (select st.stap as soort, coalesce(st.uitkomst, st.naar) as uitkomst, count(*) as aantal from zaak.stap st group by 1, 2) g using (soort, uitkomst)
            where t.aantal is distinct from g.aantal
            """);
        foreach (var (what, count) in walk.Counted)
        {
            var (kind, outcome) = (what.Split(' ')[0], what.Split(' ')[1]);
            await NoneAsync($"{what} was counted otherwise than {count}", $"select sum(aantal) || '' from telling.teller where soort = '{kind}' and uitkomst = '{outcome}' having sum(aantal) <> {count}");
        }
        // More lines than values shown: a record without a person in it is held against the names in the case, and that is reading as well.
        await NoneAsync($"values shown without a line in the log ({walk.Shown})",
            $"select count(*) || ' lines' from zaak.logboek where handeling = 'raadplegen' and gegeven_id is not null having count(*) < {walk.Shown}");
        await NoneAsync("a case that nobody can go on with", $"""
            select s.id || ' in ' || s.fase from zaak.signaal s
            where s.fase <> 'vernietigd' and not exists (
              select from proces.stap p
              where s.fase = any (array(select jsonb_array_elements_text('{From}'::jsonb->p.code))) and (p.na is not null or exists (
                select from unnest(p.partijen) partij where cardinality(p.met) = 0 or exists (
                  select from zaak.omstandigheid o where o.signaal_id = s.id and o.partij = partij and o.code = any (p.met) and (o.tot is null or o.tot > clock_timestamp())))))
            """);
        foreach (var phase in await RowsAsync(portal, "select distinct fase from zaak.signaal where fase <> 'vernietigd'"))
            Process.Terms.Values.ShouldContain(t => t.Phase == phase, $"a case in {phase} has no term {when}");

        async Task NoneAsync(string what, string sql) => (await RowsAsync(portal, sql)).ShouldBeEmpty($"{what}, {when}");
    }

    /// <summary>From which phases each step can be taken, as the data say.</summary>
    private static string From { get; } = System.Text.Json.JsonSerializer.Serialize(Process.Steps.ToDictionary(s => s.Code, s => s.From));

    /// <summary>What each person sees of some cases is what the naive interpreter allows, from the items as they stand in the database.</summary>
    private static async Task<int> ShouldSeeNoMoreAsync(CanaryPortal portal, Walk walk, Random random, string when)
    {
        var compared = 0;
        var today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date;
        foreach (var id in walk.Cases.OrderBy(_ => random.Next()).Take(2))
        {
            var phase = Codes.Known<Phase>((await RowsAsync(portal, $"select fase from zaak.signaal where id = '{id}'"))[0]);
            var items = await ItemsAsync(portal, id);
            foreach (var viewer in CaseViewer.All)
            {
                var holds = (await RowsAsync(portal, $"""
                    select distinct code from zaak.omstandigheid where signaal_id = '{id}' and (partij is null or partij = '{viewer.Party}')
                      and (gemeente is null or gemeente = {(viewer.Municipality is null ? "null" : $"'{viewer.Municipality}'")}) and (tot is null or tot > clock_timestamp())
                    """)).Append("geautoriseerd").Append("opgeleid").ToHashSet();
                var seen = await walk.SeesAsync(viewer, id);
                var purpose = Codes.Known<Purpose>(Process.Memberships[viewer.Own].Purposes[0]);
                var allowed = phase == Phase.Vernietigd ? [] : items
                    .Where(i => Naive.Decide(i.Question(Codes.Known<Party>(viewer.Party), Act.Raadplegen, purpose, phase, viewer.Role, today, holds)).Outcome == Outcome.Zichtbaar)
                    .Select(i => i.Id.ToString()).ToHashSet();
                if (seen is null)
                {
                    if (viewer.Municipality is null)
                        allowed.ShouldBeEmpty($"{viewer.Party} does not know {id} in {phase} but may see items of it, {when}");
                    continue;
                }
                seen.Except(allowed).ShouldBeEmpty($"{viewer.Party} sees too much of {id} in {phase}, {when}");
                allowed.Except(seen).ShouldBeEmpty($"{viewer.Party} does not see all of {id} in {phase}, {when}");
                compared++;
            }
        }
        return compared;
    }

    private static async Task<IReadOnlyList<CanaryItem>> ItemsAsync(CanaryPortal portal, string id)
    {
        await using var connection = new NpgsqlConnection(portal.Fixture.Database.AdministratorConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"select g.id, g.veld, g.categorie, g.bijzonder, g.verstrekker, g.vlaggen, g.noodzaak, g.noodzaak_bijzonder, r.wet from zaak.gegeven g left join zaak.grondslag r on r.gegeven_id = g.id where g.signaal_id = '{id}'", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var items = new List<CanaryItem>();
        while (await rows.ReadAsync())
        {
            items.Add(new CanaryItem(
                new ItemId(rows.GetGuid(0)), "", rows.GetString(1), Codes.Known<Category>(rows.GetString(2)), Codes.Known<Nature>(rows.GetString(3)), Codes.Known<Supplier>(rows.GetString(4)),
                rows.IsDBNull(8) ? null : rows.GetString(8), (rows.GetInt16(5) & 4) != 0, PartiesOf(rows.GetInt32(6)), PartiesOf(rows.GetInt32(7))));
        }
        return items;
    }

    private static ImmutableHashSet<Party> PartiesOf(int bits) => [.. Enum.GetValues<Party>().Where(p => (bits & (1 << (int)p)) != 0)];

    private static async Task<List<string>> RowsAsync(CanaryPortal portal, string sql)
    {
        await using var connection = new NpgsqlConnection(portal.Fixture.Database.AdministratorConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var list = new List<string>();
        while (await rows.ReadAsync())
            list.Add(rows.GetString(0));
        return list;
    }
}
