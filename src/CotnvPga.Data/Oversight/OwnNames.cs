using CotnvPga.Convenant;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Oversight;

/// <summary>Notes that somebody was shown a person with the own surname: which fields hold one is data (<c>vlaggen</c>). Only that it happened, not in which case.</summary>
public sealed class OwnNames(CompiledConvenant convenant)
{
    private readonly HashSet<string> _fields = convenant.Process.LogFlags.SelectMany(f => f.Fields).ToHashSet(StringComparer.Ordinal);

    /// <summary>Notes it when one of the values that were shown is the surname of who looks. Needs the ticket under which they were shown.</summary>
    internal async Task NoteAsync(ZaakContext db, Actor actor, IReadOnlyList<VisibleItem> shown, CancellationToken cancel)
    {
        if (shown.Any(i => _fields.Contains(i.Field) && OwnName.IsOf(actor.DisplayName, i.Value)))
            await db.Database.ExecuteSqlAsync($"select toegang.eigen_naam_gezien()", cancel);
    }
}
