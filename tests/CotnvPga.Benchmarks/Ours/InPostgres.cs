using System.Globalization;
using CotnvPga.Benchmarks.Measuring;
using CotnvPga.Benchmarks.Reporting;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CotnvPga.Benchmarks.Ours;

/// <summary>
/// The database itself: the real schema with its row-level security, one case with very many items in every cell and with every
/// combination of item circumstances, counted by who stands above the policies and by a member of the case with its ticket.
/// </summary>
internal sealed class InPostgres(int rows)
{
    private const int Rounds = 5;
    private const long FlagsMultiplier = 7;
    private const string Count = "select count(*) from zaak.gegeven";

    /// <summary>Both read the table from begin to end, on one processor, so that the difference is the policy.</summary>
    private const string SamePlan = "set local max_parallel_workers_per_gather = 0; set local enable_indexscan = off; set local enable_indexonlyscan = off; set local enable_bitmapscan = off";

    /// <summary>What the policy costs per row, in nanoseconds; null when it was not measured.</summary>
    public double? PolicyPerRow { get; private set; }

    public async Task<IReadOnlyList<Line>> MeasureAsync()
    {
        await using var world = await CaseWorld.CreateAsync();
        var table = new CaseTable(world, "9901");
        var id = await table.AtTable(["burgemeester", "politie", "om", "reclassering"], CaseTable.Item("waarneming", "Iets."));
        await world.Do<CaseDoor, bool>(door => FillAsync(world, door, table.Politie, id));
        var without = await WithoutPolicyAsync(world);
        var (with, differences) = await world.Do<CaseDoor, (Measured, int)>(door => WithPolicyAsync(door, table.Politie, id));
        var policy = with.Nanoseconds - without.Nanoseconds;
        PolicyPerRow = policy;
        return
        [
            new Line("zonder beleid, per rij", without, Remark: $"{Number.Text(rows)} rijen van één zaak, gelezen door wie boven het beleid staat"),
            new Line("met beleid, per rij", with, rows, differences, $"kaartje van één zaak, met de stand van elk gegeven; {Number.Text(policy)} ns per rij boven geen beleid"),
        ];
    }

    private async Task<bool> FillAsync(CaseWorld world, CaseDoor door, Actor actor, SignalId id)
    {
        var view = await ViewAsync(door, actor, id);
        await using var connection = new NpgsqlConnection(world.Database.AdministratorConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(string.Create(CultureInfo.InvariantCulture, $"""
            set session_replication_role = replica;
            delete from zaak.gegeven;
            insert into zaak.gegeven (id, signaal_id, veld, categorie, bijzonder, verstrekker, cel, noodzaak, noodzaak_bijzonder, vlaggen, waarde, vastgelegd_namens)
            select gen_random_uuid(), '{id.Value}', 'cel', 'x', 'x', 'x', i % {view.CellCount}, -(vlag & 1), -((vlag >> 1) & 1), vlag & ~3, '', 'x'
            from (select i, ({FlagsMultiplier}::bigint * i / {view.CellCount} % {view.FlagCombinations})::int as vlag from generate_series(0, {rows} - 1) i) as rijen;
            """), connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
        await using var analyse = new NpgsqlCommand("vacuum (analyze) zaak.gegeven", connection) { CommandTimeout = 300 };
        await analyse.ExecuteNonQueryAsync();
        return true;
    }

    private long Expected(ViewTable view)
    {
        var visible = 0L;
        for (var i = 0L; i < rows; i++)
            visible += view.Allows((int)(i % view.CellCount), (int)(FlagsMultiplier * i / view.CellCount % view.FlagCombinations)) ? 1 : 0;
        return visible;
    }

    private async Task<Measured> WithoutPolicyAsync(CaseWorld world)
    {
        await using var connection = new NpgsqlConnection(world.Database.AdministratorConnection);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        return (await CountAsync(connection)).Measured;
    }

    private async Task<(Measured, int)> WithPolicyAsync(CaseDoor door, Actor actor, SignalId id)
    {
        await using var transaction = await door.Context.Database.BeginTransactionAsync();
        var entry = (await door.FindAsync(actor, id, default))!;
        var view = door.View(entry, Act.Raadplegen);
        await door.ShowAsync(entry, Act.Raadplegen, view, default);
        // The ticket travels with a question of the context; what follows goes past it, on the same connection.
        await door.Context.Database.ExecuteSqlRawAsync("select 1");
        var (measured, seen) = await CountAsync((NpgsqlConnection)door.Context.Database.GetDbConnection());
        return (measured, (int)Math.Abs(seen - Expected(view)));
    }

    private static async Task<ViewTable> ViewAsync(CaseDoor door, Actor actor, SignalId id)
    {
        await using var transaction = await door.Context.Database.BeginTransactionAsync();
        return door.View((await door.FindAsync(actor, id, default))!, Act.Raadplegen);
    }

    private async Task<(Measured Measured, long Seen)> CountAsync(NpgsqlConnection connection)
    {
        await using var plan = new NpgsqlCommand(SamePlan, connection);
        await plan.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(Count, connection) { CommandTimeout = 300 };
        var seen = (long)(await command.ExecuteScalarAsync())!;
        var rounds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var begun = await ServerTime.NanosecondsAsync(connection.ProcessID);
            await command.ExecuteScalarAsync();
            rounds.Add((await ServerTime.NanosecondsAsync(connection.ProcessID) - begun) / rows);
        }
        return (Measured.Of(rounds), seen);
    }
}
