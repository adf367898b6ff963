using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using NodaTime;

namespace CotnvPga.Domain.Archive;

/// <summary>
/// A package for an archive: a zip with a series, its pieces and their files, each described in MDTO, and a manifest with the SHA-256 of everything.
/// The same pieces at the same moment give the same bytes.
/// </summary>
public static class ArchivePackage
{
    /// <summary>Name of the list of checksums: a line for each other file, with its SHA-256 and its path.</summary>
    public const string Manifest = "manifest-sha256.txt";

    private const string Described = ".mdto.xml";

    // Of every file the same: when it was packed stands in the metadata.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Packs a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="pieces">Its pieces, in order; their identifiers differ.</param>
    /// <param name="at">The moment of packing.</param>
    public static byte[] Write(ArchiveSeries series, IReadOnlyList<ArchivePiece> pieces, Instant at)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(pieces);
        var files = new List<(string Path, ReadOnlyMemory<byte> Content)> { ($"serie{Described}", Bytes(MdtoWriter.Of(series, pieces))) };
        foreach (var piece in pieces)
        {
            var folder = $"stukken/{piece.Identifier}";
            files.Add(($"{folder}/{piece.Identifier}{Described}", Bytes(MdtoWriter.Of(series, piece))));
            foreach (var file in piece.Files)
            {
                var path = $"{folder}/{MdtoWriter.NameOf(piece, file)}";
                files.Add((path, file.Content));
                files.Add(($"{path}{Described}", Bytes(MdtoWriter.Of(series, piece, file, HashOf(file.Content.Span), at))));
            }
        }
        files.Add((Manifest, Encoding.UTF8.GetBytes(string.Concat(files.Select(f => $"{HashOf(f.Content.Span)}  {f.Path}\n")))));
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                var entry = zip.CreateEntry(path);
                entry.LastWriteTime = Stamp;
                using var stream = entry.Open();
                stream.Write(content.Span);
            }
        }
        return packed.ToArray();
    }

    /// <summary>What is wrong with a package: something is missing, changed or added. Empty when it is as it was packed.</summary>
    /// <param name="package">The zip; it can be read from any place.</param>
    public static IReadOnlyList<string> FaultsOf(Stream package)
    {
        try
        {
            using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
            return FaultsOf(zip);
        }
        catch (InvalidDataException)
        {
            return ["Dit is geen pakket, of het is niet heel."];
        }
    }

    private static List<string> FaultsOf(ZipArchive zip)
    {
        if (zip.GetEntry(Manifest) is not { } manifest)
            return [$"Het bestand {Manifest} ontbreekt."];
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var line in Encoding.UTF8.GetString(Read(manifest)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split("  ", 2) is not [{ Length: 64 } hash, { } path] || !named.TryAdd(path, hash))
                faults.Add($"In {Manifest} klopt een regel niet: {line}");
        }
        var there = zip.Entries.Where(e => e.FullName != Manifest).ToLookup(e => e.FullName, StringComparer.Ordinal);
        foreach (var (path, hash) in named)
        {
            if (there[path].ToList() is not [var entry])
                faults.Add($"{path}: ontbreekt, of staat er meer dan één keer in.");
            else if (Read(entry) is var content && HashOf(content) != hash)
                faults.Add($"{path}: is veranderd.");
            else if (path.EndsWith(Described, StringComparison.Ordinal) && zip.GetEntry(path[..^Described.Length]) is { } described && !Says(content, HashOf(Read(described))))
                faults.Add($"{path}: noemt een andere controlesom dan die van het bestand.");
        }
        faults.AddRange(there.Where(e => !named.ContainsKey(e.Key)).Select(e => $"{e.Key}: staat niet in {Manifest}."));
        return faults;
    }

    private static bool Says(byte[] description, string hash) =>
        XDocument.Load(new MemoryStream(description)).Descendants().Any(e => e.Name.LocalName == "checksumWaarde" && e.Value == hash);

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Bytes(XDocument document)
    {
        using var stream = new MemoryStream();
        document.Save(stream);
        return stream.ToArray();
    }

    private static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
