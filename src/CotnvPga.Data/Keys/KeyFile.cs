using System.Security.Cryptography;

namespace CotnvPga.Data.Keys;

/// <summary>A file with one key of 32 bytes, which only its owner can read.</summary>
internal static class KeyFile
{
    /// <summary>A new key.</summary>
    public static byte[] New() => RandomNumberGenerator.GetBytes(KeyFolder.KeyLength);

    /// <summary>The key in a file; made first when there is none.</summary>
    public static byte[] ReadOrCreate(string path, Func<byte[]> make)
    {
        if (!File.Exists(path))
            Write(path, make());
        return Read(path);
    }

    /// <summary>The key in a file.</summary>
    /// <exception cref="InvalidDataException">It has another length.</exception>
    public static byte[] Read(string path)
    {
        var key = File.ReadAllBytes(path);
        return key.Length == KeyFolder.KeyLength ? key : throw new InvalidDataException($"Sleutelbestand {Path.GetFileName(path)} is geen {KeyFolder.KeyLength} bytes lang.");
    }

    /// <summary>Writes a key in a new file.</summary>
    public static void Write(string path, byte[] key)
    {
        using var stream = new FileStream(path, OwnerOnlyFile.Options(FileMode.CreateNew));
        stream.Write(key);
        stream.Flush(flushToDisk: true);
    }
}
