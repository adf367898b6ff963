using Npgsql;

namespace CotnvPga.Data.LogChain;

/// <summary>Writes down what was refused or failed (BIO2 8.15.01), on a connection of its own: what the refusal undid is undone already, this stays.</summary>
public sealed class RefusedActs(NpgsqlDataSource database)
{
    /// <summary>Writes one line.</summary>
    public async Task WriteAsync(RefusedAct act, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "insert into keten.poging (account, handeling, object, uitkomst, status, herkomst, verzoek) values ($1, $2, $3, $4, $5, $6, $7)");
        foreach (var value in new object?[] { act.Account, act.Act, act.Subject, act.Outcome, (short)act.Status, act.Origin, act.Request })
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>An act that came to nothing.</summary>
/// <param name="Account">Who; null when nobody was logged in.</param>
/// <param name="Act">Method and route, never what somebody typed.</param>
/// <param name="Subject">The case, item or other thing that the address named.</param>
/// <param name="Outcome"><c>niet_bekend</c>, <c>niet_toegestaan</c>, <c>niet_nu</c> or <c>fout</c>.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Origin">The network address it came from.</param>
/// <param name="Request">The trace that it belongs to.</param>
public sealed record RefusedAct(Guid? Account, string Act, Guid? Subject, string Outcome, int Status, string? Origin, string? Request);
