using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace CotnvPga.Identity.Keys;

/// <summary>The keys of logging in, from files that are made on first use, so that tokens survive a restart.</summary>
public sealed class PortalKeys : IDisposable
{
    /// <summary>The file that holds <see cref="CommandLine"/>, in the folder with keys.</summary>
    public const string CommandLineFileName = "cli.key";

    private readonly RSA signing;
    private readonly List<ECDsa> clients = [];
    private readonly Lazy<ECDsaSecurityKey> commandLine;

    private PortalKeys(string folder)
    {
        signing = RSA.Create();
        signing.ImportFromPem(PrivateFile.ReadOrCreate(Path.Combine(folder, "oidc", "ondertekenen.pem"), NewSigningKey));
        Signing = Named(new RsaSecurityKey(signing));
        Encryption = new SymmetricSecurityKey(
            Convert.FromBase64String(PrivateFile.ReadOrCreate(Path.Combine(folder, "oidc", "versleutelen.key"), NewEncryptionKey)));
        Portal = Client(Path.Combine(folder, "oidc", "portaal.pem"));
        commandLine = new Lazy<ECDsaSecurityKey>(() => Client(Path.Combine(folder, CommandLineFileName)));
    }

    /// <summary>Signs tokens (RS256, which the Dutch profile requires everybody to understand).</summary>
    public RsaSecurityKey Signing { get; }

    /// <summary>Encrypts authorization codes, which only the server itself reads.</summary>
    public SymmetricSecurityKey Encryption { get; }

    /// <summary>With which the portal, as a client of its own server, proves who it is.</summary>
    public ECDsaSecurityKey Portal { get; }

    /// <summary>With which the command line on the host asks for a token of a demo account.</summary>
    public ECDsaSecurityKey CommandLine => commandLine.Value;

    /// <summary>Opens the folder; makes what is missing, readable by the owner only.</summary>
    /// <exception cref="System.Security.SecurityException">Others can read a key.</exception>
    public static PortalKeys Open(string folder) => new(folder);

    /// <summary>Reads the key of a client, a P-256 key in PEM.</summary>
    public static ECDsaSecurityKey ReadClient(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return Named(new ECDsaSecurityKey(key));
    }

    public void Dispose()
    {
        signing.Dispose();
        clients.ForEach(key => key.Dispose());
    }

    private ECDsaSecurityKey Client(string file)
    {
        var key = ReadClient(PrivateFile.ReadOrCreate(file, NewClientKey));
        clients.Add(key.ECDsa);
        return key;
    }

    private static TKey Named<TKey>(TKey key) where TKey : SecurityKey
    {
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        // The cache that all keys share goes by id and would go on using a key that was disposed.
        key.CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false };
        return key;
    }

    private static string NewSigningKey()
    {
        using var key = RSA.Create(3072);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string NewClientKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string NewEncryptionKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
