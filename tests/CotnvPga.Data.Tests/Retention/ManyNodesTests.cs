using CotnvPga.Data.Clockwork;
using CotnvPga.Data.Retention;
using CotnvPga.Domain;
using CotnvPga.TestHost.Cases;
using CotnvPga.TestHost.Portals;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Retention;

/// <summary>Ten years go by, and two portals wake up at the same moment: what is due is done, once, and what is kept is kept.</summary>
public sealed class ManyNodesTests : CaseTest
{
    [Fact]
    public async Task Ten_years_later_each_case_is_destroyed_once_and_a_hold_holds()
    {
        var due = new List<SignalId>();
        for (var i = 0; i < 6; i++)
            due.Add(await Table.Weighed("niet_in_overeenstemming", Item("waarneming", $"Zaak {i}.")));
        var open = await Table.InWeighing(Item("waarneming", "Loopt nog."));
        var held = await Table.Weighed("niet_in_overeenstemming", Item("waarneming", "Wordt bewaard."));
        await AsSuperuser($"update zaak.signaal set bewaarplicht = true where id = '{held}'");
        // Every moment that the database wrote down lies ten years back: as if its clock were ten years on.
        await AsSuperuser("""
            do $$ declare r record; begin
              set local session_replication_role = replica;
              for r in select c.oid::regclass as t, string_agg(format('%1$I = %1$I - interval ''10 years''', a.attname), ', ') as s
                from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relnamespace = 'zaak'::regnamespace and c.relkind = 'r' and a.atttypid = 'timestamptz'::regtype and not a.attisdropped
                group by c.oid loop
                execute format('update %s set %s', r.t, r.s);
              end loop;
            end $$
            """);
        await using var other = CaseWorld.On(World.Database, TestKeys.OfCases);

        var rounds = await Task.WhenAll(new[] { World, other, World, other }.Select(node => Task.Run(() => node.Do<CaseClock, int>(c => c.RunAsync(default)))));

        rounds.Sum().ShouldBe(due.Count);
        (await AsSuperuser("select count(*) from zaak.vernietiging")).ShouldBe((long)due.Count);
        (await AsSuperuser("select count(*) from zaak.stap where naar = 'vernietigd'")).ShouldBe((long)due.Count);
        (await AsSuperuser("select sum(aantal)::bigint from telling.teller where soort = 'vernietigen'")).ShouldBe((long)due.Count);
        (await AsSuperuser("select count(*) from zaak.sleutel")).ShouldBe(2L, "the keys of the case that runs and of the one that is kept");
        (await AsSuperuser($"select count(*) from zaak.gegeven where signaal_id not in ('{open}', '{held}')")).ShouldBe(0L);
        var certificates = Done(await World.Do<Certificates, Result<CertificateList>>(c => c.ReadAsync(Table.Burgemeester, 0, 100, default))).Certificates;
        certificates.Select(c => c.Nummer).Distinct().Count().ShouldBe(due.Count);
        certificates.ShouldAllBe(c => c.Partij == null);
        await TheyComeInPartsAsync(certificates);

        (await Task.WhenAll(new[] { World, other }.Select(node => node.Do<CaseClock, int>(c => c.RunAsync(default))))).Sum().ShouldBe(0);
        await AsSuperuser($"update zaak.signaal set bewaarplicht = false where id = '{held}'");
        (await Task.WhenAll(new[] { World, other }.Select(node => node.Do<CaseClock, int>(c => c.RunAsync(default))))).Sum().ShouldBe(1);
        (await AsSuperuser($"select fase from zaak.signaal where id = '{open}'")).ShouldBe("weging");
    }

    private async Task TheyComeInPartsAsync(IReadOnlyList<DestructionCertificate> all)
    {
        var parts = new List<DestructionCertificate>();
        for (var skip = 0; skip < all.Count; skip += 2)
            parts.AddRange(Done(await PartAsync(skip, 2)).Certificates);
        parts.Select(c => c.Nummer).ShouldBe(all.Select(c => c.Nummer));
        foreach (var skip in new[] { 0, 1, all.Count, all.Count + 5 })
            Done(await PartAsync(skip, 1)).Total.ShouldBe(all.Count);
        foreach (var one in all)
            Done(await World.Do<Certificates, Result<DestructionCertificate?>>(c => c.FindAsync(Table.Burgemeester, one.Nummer, default)))!.Op.ShouldBe(one.Op);
    }

    private Task<Result<CertificateList>> PartAsync(int skip, int most) => World.Do<Certificates, Result<CertificateList>>(c => c.ReadAsync(Table.Burgemeester, skip, most, default));
}
