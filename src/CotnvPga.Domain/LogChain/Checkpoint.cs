using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Domain.LogChain;

/// <summary>
/// A signed statement of how long the log was at a moment, and what was in it: the root of the tree, the last link, and the edge to go on from.
/// Kept where nobody who can write in the database comes. A text that a person can read.
/// </summary>
public sealed record Checkpoint
{
    private const string Kind = "cotnvpga-ijkpunt/1";
    private const int LinesBeforeEdge = 5;

    private Checkpoint(MerkleFrontier tree, byte[] link, Instant at) => (Tree, Link, At, Root) = (tree, link, at, tree.Root());

    /// <summary>How many leaves the log had.</summary>
    public long Size => Tree.Size;

    /// <summary>The root of the tree.</summary>
    public byte[] Root { get; }

    /// <summary>The link of the last leaf.</summary>
    public byte[] Link { get; }

    /// <summary>When it was signed.</summary>
    public Instant At { get; }

    private MerkleFrontier Tree { get; }

    /// <summary>The edge to go on from; a new one each time.</summary>
    public MerkleFrontier Edge() => MerkleFrontier.Of(Size, Tree.Edge)!;

    /// <summary>Signs the state of a log.</summary>
    public static string Sign(MerkleFrontier tree, byte[] link, Instant at, ECDsa key)
    {
        var words = new StringBuilder()
            .Append(Kind).Append('\n')
            .Append(CultureInfo.InvariantCulture, $"{tree.Size}\n")
            .Append(Convert.ToBase64String(tree.Root())).Append('\n')
            .Append(Convert.ToBase64String(link)).Append('\n')
            .Append(InstantPattern.General.Format(at)).Append('\n');
        foreach (var hash in tree.Edge)
            words.Append(Convert.ToBase64String(hash)).Append('\n');
        var signature = key.SignData(Encoding.UTF8.GetBytes(words.ToString()), HashAlgorithmName.SHA256);
        return words.Append(CultureInfo.InvariantCulture, $"\n— {NameOf(key)} {Convert.ToBase64String(signature)}\n").ToString();
    }

    /// <summary>Reads a checkpoint; null when it was not signed with this key, or is not one.</summary>
    public static Checkpoint? Read(string text, ECDsa key)
    {
        var end = text.IndexOf("\n\n— ", StringComparison.Ordinal);
        if (end < 0)
            return null;
        var words = text[..(end + 1)];
        var signed = text[(end + 2)..].Trim().Split(' ');
        if (signed.Length != 3 || signed[1] != NameOf(key) || Bytes(signed[2]) is not { } signature
            || !key.VerifyData(Encoding.UTF8.GetBytes(words), signature, HashAlgorithmName.SHA256))
        {
            return null;
        }
        var lines = words.TrimEnd('\n').Split('\n');
        if (lines.Length < LinesBeforeEdge || lines[0] != Kind || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || Bytes(lines[2]) is not { } root || Bytes(lines[3]) is not { Length: MerkleFrontier.HashLength } link
            || !InstantPattern.General.Parse(lines[4]).TryGetValue(default, out var at))
        {
            return null;
        }
        var edge = lines.Skip(LinesBeforeEdge).Select(Bytes).OfType<byte[]>().ToList();
        return edge.Count == lines.Length - LinesBeforeEdge && MerkleFrontier.Of(size, edge) is { } tree && tree.Root().AsSpan().SequenceEqual(root)
            ? new Checkpoint(tree, link, at) : null;
    }

    /// <summary>A name for a key that tells which one it was.</summary>
    public static string NameOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];

    private static byte[]? Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }
}
