using Microsoft.Extensions.Configuration;

namespace CotnvPga.Identity;

/// <summary>Where the portal is reached and where its keys are.</summary>
/// <param name="Address">Public address, such as <c>https://portaal.example</c>; also the issuer of tokens.</param>
/// <param name="KeysFolder">Folder with key files that only the portal's own user may enter.</param>
/// <param name="IsDemo">Whether this is the demo: fictional people, plain http on a loopback address.</param>
public sealed record PortalSettings(Uri Address, string KeysFolder, bool IsDemo)
{
    /// <summary>Reads <c>Pga:Adres</c>, <c>Pga:Sleutels</c> and <c>Pga:Demo</c>; a demo may leave out its address.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or cannot be used.</exception>
    public static PortalSettings From(IConfiguration configuration)
    {
        var isDemo = configuration.GetValue("Pga:Demo", defaultValue: false);
        var address = new Uri(configuration["Pga:Adres"] ?? AddressOfDemo(configuration, isDemo));
        if (!isDemo && address.Scheme != Uri.UriSchemeHttps)
            throw new InvalidOperationException("Pga:Adres must be an https address; only a demo may do without.");

        var keys = configuration["Pga:Sleutels"] ?? throw new InvalidOperationException("Pga:Sleutels, the folder with keys, is not set.");
        return new PortalSettings(address, Path.GetFullPath(keys), isDemo);
    }

    /// <summary>An address on the portal.</summary>
    public Uri At(string path) => new(Address, path);

    private static string AddressOfDemo(IConfiguration configuration, bool isDemo) => isDemo
        ? configuration["urls"]?.Split(';')[0] ?? "http://localhost"
        : throw new InvalidOperationException("Pga:Adres, the public address of the portal, is not set.");
}
