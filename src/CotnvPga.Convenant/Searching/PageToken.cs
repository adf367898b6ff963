using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CotnvPga.Convenant.Searching;

/// <summary>
/// Where the next page begins, as a text that nobody has to keep: place and limit, and a hash of these with the fingerprint of the
/// request. A token that was changed, or that comes with another request, does not fit its hash. It opens nothing: it only skips.
/// </summary>
internal static class PageToken
{
    private const int Numbers = 2 * sizeof(int);
    private const int Length = Numbers + 16;

    public static string Write(byte[] fingerprint, int start, long? limit)
    {
        Span<byte> token = stackalloc byte[Length];
        BinaryPrimitives.WriteInt32BigEndian(token, start);
        BinaryPrimitives.WriteInt32BigEndian(token[sizeof(int)..], (int)(limit ?? -1));
        Hash(fingerprint, token[..Numbers]).AsSpan(0, Length - Numbers).CopyTo(token[Numbers..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads a token that was written for this very request.</summary>
    public static bool TryRead(string text, byte[] fingerprint, out int start, out long? limit)
    {
        (start, limit) = (0, null);
        Span<byte> token = stackalloc byte[Length];
        // Four signs for every three bytes, and nothing left over: there is one way to write a token.
        if (text.Length != Length / 3 * 4 || !Ascii.IsValid(text) || text.AsSpan().ContainsAny(" \t\r\n=")
            || !Base64Url.TryDecodeFromChars(text, token, out var written) || written != Length
            || !token[Numbers..].SequenceEqual(Hash(fingerprint, token[..Numbers]).AsSpan(0, Length - Numbers)))
            return false;
        start = BinaryPrimitives.ReadInt32BigEndian(token);
        var most = BinaryPrimitives.ReadInt32BigEndian(token[sizeof(int)..]);
        limit = most < 0 ? null : most;
        return start >= 0;
    }

    private static byte[] Hash(byte[] fingerprint, ReadOnlySpan<byte> numbers) => SHA256.HashData([.. fingerprint, .. numbers]);
}
