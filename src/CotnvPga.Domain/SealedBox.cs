using System.Security.Cryptography;

namespace CotnvPga.Domain;

/// <summary>
/// Bytes encrypted with AES-256-GCM: nonce, ciphertext, tag. Bound to the place that they are kept in, so that a box moved to another row does
/// not open there.
/// </summary>
public static class SealedBox
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Encrypts.</summary>
    /// <param name="key">32 bytes.</param>
    /// <param name="plain">What to keep.</param>
    /// <param name="place">Where it stands; the same is needed to open it.</param>
    public static byte[] Close(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var box = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength, plain.Length), box.AsSpan(NonceLength + plain.Length), place);
        return box;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">Another key closed it, it stood elsewhere, or it was changed.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> place)
    {
        if (box.Length < NonceLength + TagLength)
            throw new CryptographicException("Too short to be an encrypted value.");
        var plain = new byte[box.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(box[..NonceLength], box[NonceLength..^TagLength], box[^TagLength..], plain, place);
        return plain;
    }

    /// <summary>Decrypts when this key closed it here; null when it was another, or another place.</summary>
    public static byte[]? TryOpen(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> place)
    {
        try
        {
            return Open(key, box, place);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
