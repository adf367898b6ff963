using System.Globalization;
using System.Security.Cryptography;
using CotnvPga.Domain;
using CotnvPga.Domain.LogChain;
using NodaTime;

namespace CotnvPga.Data.LogChain;

/// <summary>The checkpoints of before, one file each, outside the database. A new one goes on from the last and never looks back past it.</summary>
public sealed class CheckpointFolder(string folder, IClock clock)
{
    private const string Pattern = "ijkpunt-*.txt";

    /// <summary>Signs how far the log is now.</summary>
    /// <returns>The file that was written, or the last one when nothing was added since; <see cref="NotNow"/> when the log is not what it was.</returns>
    public async Task<Result<string>> AddAsync(LogReader log, ECDsa key, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var before = Files().LastOrDefault();
        var last = before is null ? null : Checkpoint.Read(await File.ReadAllTextAsync(before, cancel), key);
        if (before is not null && last is null)
            return new NotNow($"Het laatste ijkpunt, {Path.GetFileName(before)}, is niet met deze sleutel ondertekend of is veranderd.", []);
        var tree = last?.Edge() ?? new MerkleFrontier();
        var link = last?.Link ?? ChainLink.Beginning;
        // From the last leaf that was signed, to see that it is still there and still the same.
        var known = tree.Size == 0;
        await foreach (var (hash, next) in log.HashesAsync(known ? 0 : tree.Size - 1, cancel))
        {
            if (!known)
            {
                known = true;
                if (!next.AsSpan().SequenceEqual(link))
                    return new NotNow($"Regel {tree.Size - 1} is niet meer die van het laatste ijkpunt. Er is niets ondertekend; onderzoek dit met 'audit verify'.", []);
                continue;
            }
            link = ChainLink.After(link, hash);
            if (!next.AsSpan().SequenceEqual(link))
                return new NotNow($"Regel {tree.Size} sluit niet aan op de regel ervoor. Er is niets ondertekend; onderzoek dit met 'audit verify'.", []);
            tree.Add(hash);
        }
        if (!known)
            return new NotNow($"Het logboek is korter dan het laatste ijkpunt ({tree.Size} regels). Er is niets ondertekend; onderzoek dit met 'audit verify'.", []);
        if (before is not null && tree.Size == last!.Size)
            return before;
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"ijkpunt-{tree.Size:D12}.txt"));
        await File.WriteAllTextAsync(path, Checkpoint.Sign(tree, link, clock.GetCurrentInstant(), key), cancel);
        return path;
    }

    /// <summary>The checkpoints that are there, and the files that are none.</summary>
    public async Task<(IReadOnlyList<Checkpoint> Checkpoints, IReadOnlyList<string> Unsigned)> ReadAsync(ECDsa key, CancellationToken cancel)
    {
        var read = new List<Checkpoint>();
        var unsigned = new List<string>();
        foreach (var file in Files())
        {
            if (Checkpoint.Read(await File.ReadAllTextAsync(file, cancel), key) is { } checkpoint)
                read.Add(checkpoint);
            else
                unsigned.Add(file);
        }
        return (read, unsigned);
    }

    private IEnumerable<string> Files() => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal) : [];
}
