using CotnvPga.Data.Knowledge;
using Npgsql;
using NpgsqlTypes;

namespace CotnvPga.Data.Migrations;

/// <summary>Writes the articles that come with the portal, so that they are searched together with those that people write.</summary>
public static class KnowledgeCopy
{
    /// <summary>Puts these articles in place of those that came before.</summary>
    /// <param name="ownerConnection">Connection string of <c>pga_owner</c>.</param>
    /// <param name="articles">All that come with this version.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task WriteAsync(string ownerConnection, IReadOnlyList<ShippedArticle> articles, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(ownerConnection);
        await connection.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using (var before = new NpgsqlCommand("delete from kennis.meegeleverd", connection, transaction))
            await before.ExecuteNonQueryAsync(cancel);
        foreach (var article in articles)
        {
            await using var write = new NpgsqlCommand(
                "insert into kennis.meegeleverd (code, titel, soort, plekken, zekerheid, nagekeken, inhoud) values ($1, $2, $3, $4, $5, $6, $7)", connection, transaction);
            foreach (var value in new object[] { article.Code, article.Title, article.Kind, article.Places.ToArray(), article.Certainty })
                write.Parameters.Add(new NpgsqlParameter { Value = value });
            write.Parameters.Add(new NpgsqlParameter { Value = article.CheckedOn.ToDateOnly(), NpgsqlDbType = NpgsqlDbType.Date });
            write.Parameters.Add(new NpgsqlParameter { Value = article.Text });
            await write.ExecuteNonQueryAsync(cancel);
        }
        await transaction.CommitAsync(cancel);
    }
}
