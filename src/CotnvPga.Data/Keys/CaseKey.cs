using System.Security.Cryptography;
using System.Text;
using CotnvPga.Domain;

namespace CotnvPga.Data.Keys;

/// <summary>
/// The key of one case, unwrapped: AES-256-GCM over every value and every word of the process in that case. Bound to the case and to
/// the row it stands in, so that a ciphertext moved to another row does not open.
/// </summary>
public sealed class CaseKey : IDisposable
{
    private readonly byte[] _key;
    private readonly SignalId _signal;

    private CaseKey(SignalId signal, byte[] key) => (_signal, _key) = (signal, key);

    /// <summary>A new key for a new case.</summary>
    public static CaseKey Create(SignalId signal) => new(signal, RandomNumberGenerator.GetBytes(32));

    /// <summary>Opens a wrapped key, with whichever of the keys in the folder wrapped it.</summary>
    /// <exception cref="CryptographicException">It was wrapped by another key, for another case, or was changed; or the case was destroyed.</exception>
    public static CaseKey Unwrap(SignalId signal, ReadOnlySpan<byte> wrapped, KeyFolder keys)
    {
        if (keys.Destroyed.Has(signal.Value))
            throw new CryptographicException("This case was destroyed.");
        foreach (var key in keys.Wrapping.All)
        {
            if (SealedBox.TryOpen(key.Bytes, wrapped, Bytes($"sleutel/{signal}")) is { } opened)
                return new CaseKey(signal, opened);
        }
        throw new CryptographicException("None of the keys wrapped this.");
    }

    /// <summary>The key, wrapped for storage.</summary>
    public WrappedKey Wrap(KeyFolder keys)
    {
        var key = keys.Wrapping.Current;
        return new WrappedKey(key.Id, SealedBox.Close(key.Bytes, _key, Bytes($"sleutel/{_signal}")));
    }

    /// <summary>Encrypts a text for one place.</summary>
    /// <param name="text">What to keep.</param>
    /// <param name="place">The row and column it stands in, such as <c>gegeven/{id}</c>.</param>
    public byte[] Seal(string text, string place) => SealedBox.Close(_key, Bytes(text), Bytes($"{_signal}/{place}"));

    /// <summary>Encrypts bytes, such as a document, for one place.</summary>
    public byte[] Seal(ReadOnlySpan<byte> content, string place) => SealedBox.Close(_key, content, Bytes($"{_signal}/{place}"));

    /// <summary>Decrypts the bytes of one place.</summary>
    /// <exception cref="CryptographicException">They were changed, or come from another place.</exception>
    public byte[] Open(ReadOnlySpan<byte> content, string place) => SealedBox.Open(_key, content, Bytes($"{_signal}/{place}"));

    /// <summary>Decrypts the text of one place.</summary>
    /// <exception cref="CryptographicException">It was changed, or comes from another place.</exception>
    public string Read(ReadOnlySpan<byte> sealedText, string place) => Encoding.UTF8.GetString(SealedBox.Open(_key, sealedText, Bytes($"{_signal}/{place}")));

    /// <summary>A hash of words that only who has the key of this case can compare.</summary>
    public byte[] Fingerprint(string words) => HMACSHA256.HashData(_key, Bytes(words));

    public void Dispose() => CryptographicOperations.ZeroMemory(_key);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
