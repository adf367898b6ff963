using CotnvPga.Data.Cases;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Records;

/// <summary>The records of a case that the policies give this viewer.</summary>
internal static class CaseRecords
{
    /// <summary>All of them, oldest first, read once in a request that only looks. Needs a ticket for the process.</summary>
    public static Task<List<StukRow>> AllAsync(CaseDoor door, CaseEntry entry, CancellationToken cancel) =>
        door.OnceAsync(entry, "stukken", () => door.Context.Stukken.AsNoTracking().OrderBy(r => r.Op).ThenBy(r => r.Id).ToListAsync(cancel));
}
