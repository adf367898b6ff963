using System.Security.Cryptography;

namespace CotnvPga.Data.Keys;

/// <summary>
/// The keys that live outside the database, one file each: <c>kaartje.key</c> seals viewer tickets, <c>zaak.kek</c> wraps the
/// keys of cases. 32 random bytes, readable by their owner only.
/// </summary>
public sealed class KeyFolder
{
    private const int KeyLength = 32;
    private readonly byte[] _ticketKey;
    private readonly byte[] _caseWrappingKey;

    private KeyFolder(byte[] ticketKey, byte[] caseWrappingKey) => (_ticketKey, _caseWrappingKey) = (ticketKey, caseWrappingKey);

    /// <summary>Key for the HMAC over viewer tickets.</summary>
    public ReadOnlySpan<byte> TicketKey => _ticketKey;

    /// <summary>Key-encryption key for case keys.</summary>
    public ReadOnlySpan<byte> CaseWrappingKey => _caseWrappingKey;

    /// <summary>A name for the wrapping key that tells nothing about it, stored beside what it wrapped.</summary>
    public string CaseWrappingKeyId => Convert.ToHexStringLower(SHA256.HashData(_caseWrappingKey))[..16];

    /// <summary>
    /// A hash by which the database can tell that two texts are equal, and nothing else: its key is derived from one that it does not have.
    /// </summary>
    /// <param name="what">What kind of text; equal texts of different kinds have different hashes.</param>
    /// <param name="text">The text in its fixed form.</param>
    public byte[] Recognise(string what, string text) =>
        HMACSHA256.HashData(HKDF.DeriveKey(HashAlgorithmName.SHA256, _caseWrappingKey, KeyLength, info: System.Text.Encoding.UTF8.GetBytes($"herkennen/{what}")), System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>Reads the keys, making those that are not there yet.</summary>
    /// <exception cref="InvalidDataException">A key file has another length than 32 bytes.</exception>
    public static KeyFolder OpenOrCreate(string folder)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new KeyFolder(ReadOrCreate(Path.Combine(folder, "kaartje.key")), ReadOrCreate(Path.Combine(folder, "zaak.kek")));
    }

    /// <summary>Keys that live as long as the process: for tests.</summary>
    public static KeyFolder Ephemeral() => new(RandomNumberGenerator.GetBytes(KeyLength), RandomNumberGenerator.GetBytes(KeyLength));

    private static byte[] ReadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var stream = new FileStream(path, options);
            stream.Write(RandomNumberGenerator.GetBytes(KeyLength));
        }
        var key = File.ReadAllBytes(path);
        return key.Length == KeyLength ? key : throw new InvalidDataException($"Sleutelbestand {Path.GetFileName(path)} is geen {KeyLength} bytes lang.");
    }
}
