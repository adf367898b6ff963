using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using Microsoft.EntityFrameworkCore;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Tickets;

/// <summary>The database lets out exactly what the engine allows: every cell, every combination of item circumstances.</summary>
public sealed class EveryCellTests : CaseTest
{
    [Fact]
    public void The_bits_that_the_database_counts_on_are_those_of_the_engine()
    {
        var view = CaseWorld.Convenant.View(new ViewQuestion("politie", "raadplegen", "persoonsgericht", "weging", new NodaTime.LocalDate(2026, 11, 1), new HashSet<string> { "geautoriseerd" }));
        view.ItemCircumstances.ShouldBe(ItemFlags.Order.Select(c => c.Code()));
        view.FlagCombinations.ShouldBe(1024);
        view.CellOf("bsn", "ras", "college").ShouldBe(((1 * 10) + 1) * 11 + 1);
        view.CellCount.ShouldBe(880);
    }

    [Fact]
    public async Task Row_level_security_and_engine_agree_on_every_cell()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "reclassering"], Item("waarneming", "Iets."));
        await AsSuperuser($"""
            alter table zaak.gegeven disable trigger log_vastleggen;
            delete from zaak.gegeven;
            insert into zaak.gegeven (id, signaal_id, veld, categorie, bijzonder, verstrekker, cel, noodzaak, noodzaak_bijzonder, vlaggen, waarde, vastgelegd_namens)
            select gen_random_uuid(), '{id}', 'cel', 'x', 'x', 'x', cel, -(vlag & 1), -((vlag >> 1) & 1), vlag & ~3, '', 'x'
            from generate_series(0, 879) cel, generate_series(0, 1023) vlag
            """);
        foreach (var (actor, purpose) in new[] { (Table.Politie, Purpose.Persoonsgericht), (Table.Reclassering, Purpose.Persoonsgericht), (Table.Burgemeester, Purpose.Rechten), (Table.Om, Purpose.Persoonsgericht) })
        {
            var (view, cells) = await World.Do<CaseDoor, (ViewTable, List<(int, int)>)>(door => Seen(door, actor, id, purpose));
            var expected = from cell in Enumerable.Range(0, view.CellCount) from flags in Enumerable.Range(0, view.FlagCombinations) where view.Allows(cell, flags) select (cell, flags);
            cells.Order().ShouldBe(expected.Order());
        }
    }

    private static async Task<(ViewTable, List<(int, int)>)> Seen(CaseDoor door, Domain.People.Actor actor, SignalId id, Purpose purpose)
    {
        // The door's own context, so that the ticket and the query share a transaction.
        var db = door.Context;
        await using var transaction = await db.Database.BeginTransactionAsync();
        var entry = (await door.FindAsync(actor, id, default))!;
        entry = entry with { Viewer = entry.Viewer with { Purpose = purpose } };
        var view = door.View(entry, Act.Raadplegen);
        await door.ShowAsync(entry, Act.Raadplegen, view, default);
        var rows = await db.Gegevens.AsNoTracking().Select(g => new { g.Cel, g.Noodzaak, g.NoodzaakBijzonder, g.Vlaggen }).ToListAsync();
        return (view, rows.ConvertAll(r => ((int)r.Cel, r.Vlaggen + (r.Noodzaak & 1) + (2 * (r.NoodzaakBijzonder & 1)))));
    }
}
