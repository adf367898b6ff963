using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Drafts;

/// <summary>What people typed and did not send, as rows that the database cannot read: the key tells neither whose nor which form.</summary>
public sealed class DraftRows(ZaakContext db)
{
    /// <summary>The row with this key; null when there is none, or its time is over.</summary>
    public async Task<DraftRow?> FindAsync(byte[] key, Instant now, CancellationToken cancel) =>
        await db.Database.SqlQuery<DraftRow>($"select inhoud as content, bewaard_op as saved_at from toegang.concept where sleutel = {key} and tot > {now}").SingleOrDefaultAsync(cancel);

    /// <summary>Keeps a row in place of an earlier one, and clears away those whose time is over.</summary>
    public Task SaveAsync(byte[] key, DraftRow row, Instant until, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        with oud as (delete from toegang.concept where tot < {row.SavedAt})
        insert into toegang.concept (sleutel, inhoud, bewaard_op, tot) values ({key}, {row.Content}, {row.SavedAt}, {until})
        on conflict (sleutel) do update set inhoud = excluded.inhoud, bewaard_op = excluded.bewaard_op, tot = excluded.tot
        """,
        cancel);

    /// <summary>Throws a row away.</summary>
    public Task RemoveAsync(byte[] key, CancellationToken cancel) => db.Database.ExecuteSqlAsync($"delete from toegang.concept where sleutel = {key}", cancel);
}

/// <summary>An encrypted draft.</summary>
/// <param name="Content">The ciphertext.</param>
/// <param name="SavedAt">When it was kept.</param>
public sealed record DraftRow(byte[] Content, Instant SavedAt);
