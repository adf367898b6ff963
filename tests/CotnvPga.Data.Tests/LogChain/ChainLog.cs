using System.Security.Cryptography;
using CotnvPga.Data.LogChain;
using CotnvPga.Domain;
using CotnvPga.Domain.LogChain;
using CotnvPga.TestHost.Cases;
using NodaTime;
using Npgsql;

namespace CotnvPga.Data.Tests.LogChain;

/// <summary>The log of one world, with a key and a folder of checkpoints that the database does not have.</summary>
public sealed class ChainLog : IDisposable
{
    public static readonly LogUse Use = new("Fictieve Controleur", "integriteit_en_beveiliging", "Een proef.");

    private readonly CaseWorld _world;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cotnvpga-keten-");

    public ChainLog(CaseWorld world)
    {
        _world = world;
        Key = ChainKey.OpenOrCreate(Path.Combine(_folder.FullName, "sleutel"));
        Checkpoints = new CheckpointFolder(Path.Combine(_folder.FullName, "ijkpunten"), SystemClock.Instance);
    }

    public ECDsa Key { get; }

    public CheckpointFolder Checkpoints { get; }

    public string CheckpointFolderPath => Path.Combine(_folder.FullName, "ijkpunten");

    public string KeyFolderPath => Path.Combine(_folder.FullName, "sleutel");

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Gives what waits its place.</summary>
    public Task<int> Seal() => _world.Do<LogSealer, int>(s => s.RunAsync(default));

    /// <summary>Signs a checkpoint over the log as it is.</summary>
    public async Task<Result<string>> Sign()
    {
        await using var log = new LogReader(_world.Database.AuditConnection);
        return await Checkpoints.AddAsync(log, Key, default);
    }

    /// <summary>What the verifier finds, held against every checkpoint that there is.</summary>
    public async Task<ChainVerifier> Verify()
    {
        var verifier = new ChainVerifier((await Checkpoints.ReadAsync(Key, default)).Checkpoints);
        await using var log = new LogReader(_world.Database.AuditConnection);
        await log.ReadAsync(Use, verifier.Add, verifier.AddOutside, default);
        verifier.Finish();
        return verifier;
    }

    /// <summary>The same through a text and inside a transaction that is undone: without the database, after what was done in it.</summary>
    public static async Task<ChainVerifier> VerifyExport(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<Checkpoint> checkpoints)
    {
        await using (var use = new NpgsqlCommand("insert into keten.gebruik (wie, doel, toelichting) values ('proef', 'rechtmatigheid', 'Een proef.')", connection, transaction))
            await use.ExecuteNonQueryAsync();
        using var text = new StringWriter();
        var export = new LogExport(text);
        export.Begin();
        await LogReader.ReadAsync(connection, transaction, export.Add, export.AddOutside, default);
        export.End();
        var verifier = new ChainVerifier(checkpoints);
        using var input = new StringReader(text.ToString());
        LogExport.Verify(input, verifier);
        return verifier;
    }

    public void Dispose()
    {
        Key.Dispose();
        _folder.Delete(recursive: true);
    }
}
