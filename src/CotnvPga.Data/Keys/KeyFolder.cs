using System.Security.Cryptography;
using System.Text;

namespace CotnvPga.Data.Keys;

/// <summary>
/// The keys that live outside the database, one file each: <c>kaartje.key</c> seals viewer tickets, <c>zaak.kek</c> wraps the keys of cases,
/// <c>zaak-….kek</c> only opens what it wrapped before or will wrap later, <c>herkennen.key</c> tells that two texts are equal. 32 random bytes,
/// readable by their owner only. Beside them <c>vernietigd.txt</c>: the cases that no key may open again.
/// </summary>
public sealed class KeyFolder
{
    internal const int KeyLength = 32;

    private readonly byte[] _ticketKey;
    private readonly byte[] _recognition;
    private readonly WrappingKeyFiles? _files;
    private volatile WrappingKeys _wrapping;

    private KeyFolder(byte[] ticketKey, byte[] recognition, WrappingKeys wrapping, WrappingKeyFiles? files, DestroyedList destroyed) =>
        (_ticketKey, _recognition, _wrapping, _files, Destroyed) = (ticketKey, recognition, wrapping, files, destroyed);

    /// <summary>Key for the HMAC over viewer tickets.</summary>
    public ReadOnlySpan<byte> TicketKey => _ticketKey;

    /// <summary>The cases that were destroyed, kept where no backup of the database is.</summary>
    public DestroyedList Destroyed { get; }

    /// <summary>The keys that wrap the keys of cases, as they are in the folder now: who replaces one is followed without a restart.</summary>
    internal WrappingKeys Wrapping
    {
        get
        {
            if (_files is { IsChanged: true } files)
                _wrapping = files.Read();
            return _wrapping;
        }
    }

    /// <summary>
    /// A hash by which the database can tell that two texts are equal, and nothing else: its key is one that it does not have.
    /// </summary>
    /// <param name="what">What kind of text; equal texts of different kinds have different hashes.</param>
    /// <param name="text">The text in its fixed form.</param>
    public byte[] Recognise(string what, string text) =>
        HMACSHA256.HashData(HKDF.Expand(HashAlgorithmName.SHA256, _recognition, KeyLength, Bytes($"herkennen/{what}")), Bytes(text));

    /// <summary>The same for one municipality: in another the hash of the same text is another, so that the database cannot lay the two beside each other.</summary>
    /// <param name="municipality">Code of the municipality.</param>
    /// <param name="hash">What <see cref="Recognise"/> gave.</param>
    public byte[] RecogniseIn(string municipality, ReadOnlySpan<byte> hash) =>
        HMACSHA256.HashData(HKDF.Expand(HashAlgorithmName.SHA256, _recognition, KeyLength, Bytes($"herkennen/gemeente/{municipality}")), hash);

    /// <summary>Reads the keys, making those that are not there yet.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="destroyedFolder">Where the list of destroyed cases is; with the keys when left out.</param>
    /// <exception cref="InvalidDataException">A key file has another length than 32 bytes.</exception>
    public static KeyFolder OpenOrCreate(string folder, string? destroyedFolder = null)
    {
        Directory.CreateDirectory(folder);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var ticket = KeyFile.ReadOrCreate(Path.Combine(folder, "kaartje.key"), KeyFile.New);
        var files = new WrappingKeyFiles(folder);
        // What was recognised before there was a key for it, was by a key derived from the first wrapping key.
        var recognition = KeyFile.ReadOrCreate(Path.Combine(folder, "herkennen.key"), () => files.IsThere ? HKDF.Extract(HashAlgorithmName.SHA256, files.Read().Current.Bytes) : KeyFile.New());
        return new KeyFolder(ticket, recognition, files.Read(), files, new DestroyedList(destroyedFolder ?? folder));
    }

    /// <summary>Keys that live as long as the process: for tests.</summary>
    public static KeyFolder Ephemeral() => new(KeyFile.New(), KeyFile.New(), new WrappingKeys(new WrappingKey(KeyFile.New()), []), null, DestroyedList.None);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
