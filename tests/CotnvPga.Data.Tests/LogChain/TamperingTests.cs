using CotnvPga.Data.LogChain;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.LogChain;

/// <summary>Whatever is done to the log before the last checkpoint, also by who may everything in the database, whoever checks finds it.</summary>
public sealed class TamperingTests : CaseTest
{
    [Fact]
    public Task Each_of_three_hundred_random_tamperings_is_found() => AllAreFound(300, seed: 7);

    [Fact]
    [Trait("Category", "Lang")]
    public Task Each_of_ten_thousand_random_tamperings_is_found() => AllAreFound(10_000, seed: 11);

    private async Task AllAreFound(int count, int seed)
    {
        using var log = new ChainLog(World);
        await FillAsync();
        await log.Seal();
        Done(await log.Sign());
        // Written after the checkpoint: they are no part of what is signed, and in the way of nothing.
        await AsSuperuser("insert into keten.poging (handeling, uitkomst, status) select 'GET /later', 'niet_bekend', 404 from generate_series(1, 5)");
        await log.Seal();
        var checkpoints = (await log.Checkpoints.ReadAsync(log.Key, default)).Checkpoints;
        var signed = checkpoints.ShouldHaveSingleItem().Size;
        signed.ShouldBeGreaterThan(60);

        await using var connection = new NpgsqlConnection(World.Database.AdministratorConnection);
        await connection.OpenAsync();
        (await TamperAsync(connection, "", checkpoints)).ShouldBe(0, "nothing was done");
        var random = new Random(seed);
        var missed = new List<string>();
        var kinds = new HashSet<string>();
        for (var i = 0; i < count; i++)
        {
            var (name, sql) = Tampering.Next(random, signed);
            kinds.Add(name);
            if (await TamperAsync(connection, sql, checkpoints) == 0)
                missed.Add($"{i}: {name}: {sql}");
        }
        missed.ShouldBeEmpty();
        kinds.Count.ShouldBe(18);
    }

    private static async Task<long> TamperAsync(NpgsqlConnection connection, string sql, IReadOnlyList<Domain.LogChain.Checkpoint> checkpoints)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        // As somebody who may everything: the triggers that refuse and that tell the chain stand aside.
        await using (var command = new NpgsqlCommand("set local session_replication_role = replica;" + sql + "set local session_replication_role = origin;", connection, transaction))
            await command.ExecuteNonQueryAsync();
        var found = (await ChainLog.VerifyExport(connection, transaction, checkpoints)).Found;
        await transaction.RollbackAsync();
        return found;
    }

    private async Task FillAsync()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."), Item("achternaam", "A."), Item("geboortedatum", "1990-01-01"));
        foreach (var actor in new[] { Table.Om, Table.Politie, Table.Burgemeester })
            Done(await Table.Open(actor, id));
        await World.Do<RefusedActs, bool>(async acts =>
        {
            for (var i = 0; i < 40; i++)
                await acts.WriteAsync(new RefusedAct(Guid.NewGuid(), "GET /signalen/{id}", id.Value, "niet_bekend", 404, "192.0.2.1", null), default);
            return true;
        });
        foreach (var actor in new[] { Table.Om, Table.Politie, Table.Burgemeester, Table.Om })
            Done(await Table.Open(actor, id));
    }
}
