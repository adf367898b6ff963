using System.Security.Cryptography;
using CotnvPga.Data.Keys;

namespace CotnvPga.Data.LogChain;

/// <summary>
/// The key that signs checkpoints (P-256): a file with whoever checks, outside the database and outside the portals. Beside it the public
/// half, which everybody may have.
/// </summary>
public static class ChainKey
{
    /// <summary>The private half.</summary>
    public const string FileName = "ijkpunt.pem";

    /// <summary>The public half.</summary>
    public const string PublicFileName = "ijkpunt.pub";

    /// <summary>Opens the key in a folder; makes it when there is none.</summary>
    public static ECDsa OpenOrCreate(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            Create(folder, path);
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    /// <summary>Reads the public half.</summary>
    public static ECDsa ReadPublic(string path)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    private static void Create(string folder, string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using (var file = new StreamWriter(path, OwnerOnlyFile.Options(FileMode.CreateNew)))
            file.Write(key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder, PublicFileName), key.ExportSubjectPublicKeyInfoPem());
    }
}
