using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using CotnvPga.Convenant;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Oversight;

/// <summary>The rule data that ever was in force, by hash: what is in force now, and what <c>proces.convenant</c> kept.</summary>
public sealed class ConvenantArchive(CompiledConvenant present)
{
    // A compiled convenant takes some megabytes, and a case has seen few of them.
    private const int MostKept = 4;

    private readonly ConcurrentDictionary<string, CompiledConvenant> _kept = new(StringComparer.Ordinal);

    /// <summary>The rule data with this hash; null when it was not kept, or when what was kept is no longer what it was.</summary>
    /// <param name="db">Where it is kept.</param>
    /// <param name="hash">As a receipt names it.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<CompiledConvenant?> FindAsync(ZaakContext db, string hash, CancellationToken cancel)
    {
        if (hash == present.Hash)
            return present;
        if (_kept.TryGetValue(hash, out var known))
            return known;
        var text = await db.Database.SqlQuery<string>($"select bestanden::text as \"Value\" from proces.convenant where hash = {hash}").SingleOrDefaultAsync(cancel);
        if (text is null || Load(text) is not { } convenant || convenant.Hash != hash)
            return null;
        if (_kept.Count >= MostKept)
            _kept.Clear();
        return _kept.GetOrAdd(hash, convenant);
    }

    private static CompiledConvenant? Load(string files) =>
        CompiledConvenant.Load([.. JsonSerializer.Deserialize<KeptFile[]>(files)!.Select(f => new RuleFile(f.Path, f.Text))]).Convenant;

    private sealed record KeptFile([property: JsonPropertyName("pad")] string Path, [property: JsonPropertyName("tekst")] string Text);
}
