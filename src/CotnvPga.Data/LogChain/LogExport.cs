using System.Globalization;
using System.Text;
using CotnvPga.Domain.LogChain;

namespace CotnvPga.Data.LogChain;

/// <summary>
/// The log as a text, one leaf a line, for who checks it without the database: number, log, line, hash, link and words, with tabs between. The
/// last line says how many there are, so that a text that was cut off is not taken for a whole one.
/// </summary>
public sealed class LogExport(TextWriter output)
{
    private const string Heading = "cotnvpga-logboek/1";
    private const string Ending = "einde";
    private const string Outside = "-";
    private const int Columns = 6;

    private long _lines;

    /// <summary>Writes the first line.</summary>
    public void Begin() => output.Write(Heading + "\n");

    /// <summary>Writes a leaf.</summary>
    public void Add(ChainLeaf leaf)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{leaf.Number}\t{leaf.Source}\t{leaf.SourceId}\t{Convert.ToHexStringLower(leaf.Hash)}\t{Convert.ToHexStringLower(leaf.Link)}\t"));
        output.Write(Encoding.UTF8.GetString(leaf.Words.Span));
        output.Write('\n');
        _lines++;
    }

    /// <summary>Writes a line that is in no leaf.</summary>
    public void AddOutside(string source, long sourceId, bool waits)
    {
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{Outside}\t{source}\t{sourceId}\t{(waits ? "wacht" : "buiten")}\n"));
        _lines++;
    }

    /// <summary>Writes the last line.</summary>
    public void End() => output.Write(string.Create(CultureInfo.InvariantCulture, $"{Ending}\t{_lines}\n"));

    /// <summary>Reads such a text into a verifier, which then is finished.</summary>
    public static void Verify(TextReader input, ChainVerifier verifier)
    {
        if (input.ReadLine() != Heading)
            verifier.AddUnreadable("Dit is geen uitgevoerd logboek.");
        var lines = 0L;
        string? last = null;
        while (input.ReadLine() is { } line)
        {
            if (last is not null)
                verifier.AddUnreadable("Na de laatste regel staat nog iets.");
            if (line.StartsWith(Ending, StringComparison.Ordinal))
            {
                last = line;
                continue;
            }
            lines++;
            Read(line, lines, verifier);
        }
        if (last != string.Create(CultureInfo.InvariantCulture, $"{Ending}\t{lines}"))
            verifier.AddUnreadable("Het uitgevoerde logboek is niet heel: het aantal regels klopt niet.");
        verifier.Finish();
    }

    private static void Read(string line, long at, ChainVerifier verifier)
    {
        var parts = line.Split('\t', Columns);
        if (parts is [Outside, var log, var outside, "wacht" or "buiten"] && long.TryParse(outside, NumberStyles.None, CultureInfo.InvariantCulture, out var outsideId))
        {
            verifier.AddOutside(log, outsideId, parts[3] == "wacht");
            return;
        }
        if (parts.Length == Columns
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && Hash(parts[3]) is { } hash && Hash(parts[4]) is { } link)
        {
            verifier.Add(new ChainLeaf(number, parts[1], id, hash, link, Encoding.UTF8.GetBytes(parts[5])));
            return;
        }
        verifier.AddUnreadable($"Regel {at} van het uitgevoerde logboek is niet te lezen.");
    }

    private static byte[]? Hash(string hex)
    {
        if (hex.Length != MerkleFrontier.HashLength * 2)
            return null;
        var bytes = new byte[MerkleFrontier.HashLength];
        return Convert.FromHexString(hex, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : null;
    }
}
