using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Accession;
using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.Accession;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Tickets;

/// <summary>The database lets out exactly what law, model and local covenant allow: every cell, every combination of item circumstances.</summary>
public sealed class EveryCellTests : CaseTest
{
    private const int Patient = 300;

    /// <summary>Who looks, and what for: parties and purposes, and the roles that only the covenants tell apart.</summary>
    private static readonly (Party Party, string Role, Purpose Purpose)[] Viewers =
    [
        (Party.Politie, "lid", Purpose.Persoonsgericht),
        (Party.Politie, "secretaris", Purpose.Persoonsgericht),
        (Party.Burgemeester, "coordinator", Purpose.Persoonsgericht),
        (Party.Burgemeester, "secretaris", Purpose.Persoonsgericht),
        (Party.Burgemeester, "procesregisseur", Purpose.Persoonsgericht),
        (Party.Reclassering, "lid", Purpose.Persoonsgericht),
        (Party.Om, "coordinator", Purpose.Persoonsgericht),
        (Party.Burgemeester, "coordinator", Purpose.Rechten),
    ];

    [Fact]
    public void The_bits_that_the_database_counts_on_are_those_of_the_engine()
    {
        var view = CaseWorld.Convenant.View(new ViewQuestion("politie", "raadplegen", "persoonsgericht", "weging", new LocalDate(2026, 11, 1), new HashSet<string> { "geautoriseerd" }));
        view.ItemCircumstances.ShouldBe(ItemFlags.Order.Select(c => c.Code()));
        view.FlagCombinations.ShouldBe(1024);
        view.CellOf("bsn", "ras", "college").ShouldBe(((1 * 10) + 1) * 11 + 1);
        view.CellCount.ShouldBe(880);
    }

    [Fact]
    public async Task Row_level_security_and_engine_agree_on_every_cell()
    {
        var today = await World.Do<CaseDoor, LocalDate>(door => Task.FromResult(door.Today));
        var local = CaseWorld.Convenant.EditionOf("9901", today).Local.ShouldNotBeNull();
        Done(await World.Do<AccessionDesk, Result<Declaration>>(d => d.AccedeAsync(
            Table.Burgemeester, "9901", new NewDeclaration(local.Version, "A. Burger", "burgemeester", "Besluit van de raad, nummer 12", today, null), default)));
        var id = await Table.AtTable(["burgemeester", "politie", "om", "reclassering"], Item("waarneming", "Iets."));
        await OneRowForEveryCombinationAsync(id);
        var open = new Dictionary<string, int>();
        foreach (var (party, role, purpose) in Viewers)
        {
            var name = $"{party} {role} {purpose}";
            var (view, seen) = await World.Do<CaseDoor, (ViewTable, Dictionary<int, short[]>)>(door => Seen(door, CaseWorld.Person(party, "9901", role), id, purpose, local.Key));
            var wrong = new List<string>();
            for (var cell = 0; cell < view.CellCount; cell++)
            {
                var let = seen.GetValueOrDefault(cell) ?? [];
                var allowed = Enumerable.Range(0, view.FlagCombinations).Where(flags => view.Allows(cell, flags)).Select(flags => (short)flags);
                if (!let.SequenceEqual(allowed))
                    wrong.Add($"{name}: cell {cell}");
            }
            wrong.ShouldBeEmpty();
            open[name] = seen.Values.Sum(s => s.Length);
        }
        open["Politie lid Persoonsgericht"].ShouldBeGreaterThan(0);
        open["Burgemeester secretaris Persoonsgericht"].ShouldBeLessThan(open["Burgemeester coordinator Persoonsgericht"], "the model covenant narrows what a secretary sees");
    }

    private static async Task<(ViewTable, Dictionary<int, short[]>)> Seen(CaseDoor door, Actor actor, SignalId id, Purpose purpose, string local)
    {
        // The door's own context, so that the ticket and the query share a transaction.
        var db = door.Context;
        db.Database.SetCommandTimeout(Patient);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var entry = (await door.FindAsync(actor, id, default))!;
        entry = entry with { Viewer = entry.Viewer with { Purpose = purpose } };
        door.EditionOf(entry).Key.ShouldBe(local);
        var view = door.View(entry, Act.Raadplegen);
        await door.ShowAsync(entry, Act.Raadplegen, view, default);
        var cells = await db.Database.SqlQuery<CellRow>($"""
            select cel, array_agg(combinatie order by combinatie) as combinaties
            from (select cel, (vlaggen | (noodzaak & 1) | (2 * (noodzaak_bijzonder & 1)))::smallint as combinatie from zaak.gegeven) as gezien
            group by cel
            """).ToListAsync();
        return (view, cells.ToDictionary(c => (int)c.Cel, c => c.Combinaties));
    }

    /// <summary>One item for each of 880 cells under each of 1,024 combinations of item circumstances, past triggers and keys.</summary>
    private async Task OneRowForEveryCombinationAsync(SignalId id)
    {
        await using var connection = new NpgsqlConnection(World.Database.AdministratorConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"""
            set session_replication_role = replica;
            delete from zaak.gegeven;
            insert into zaak.gegeven (id, signaal_id, veld, categorie, bijzonder, verstrekker, cel, noodzaak, noodzaak_bijzonder, vlaggen, waarde, vastgelegd_namens)
            select lpad(to_hex(cel * 1024 + vlag), 32, '0')::uuid, '{id}', 'cel', 'x', 'x', 'x', cel, -(vlag & 1), -((vlag >> 1) & 1), vlag & ~3, '', 'x'
            from generate_series(0, 879) cel, generate_series(0, 1023) vlag;
            reset session_replication_role;
            analyze zaak.gegeven
            """, connection) { CommandTimeout = Patient };
        await command.ExecuteNonQueryAsync();
    }

    private sealed class CellRow
    {
        public short Cel { get; init; }
        public short[] Combinaties { get; init; } = [];
    }
}
