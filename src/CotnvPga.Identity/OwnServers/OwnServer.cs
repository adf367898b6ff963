using Microsoft.Extensions.Configuration;

namespace CotnvPga.Identity.OwnServers;

/// <summary>The OpenID Connect server of an organisation, at which its own people log in.</summary>
/// <param name="Code">Short name, in addresses and in the table of who is who.</param>
/// <param name="Name">What people see.</param>
/// <param name="Address">Its issuer.</param>
/// <param name="ClientId">How the portal is known there; it proves who it is with its own key.</param>
public sealed record OwnServer(string Code, string Name, Uri Address, string ClientId)
{
    /// <summary>Scheme of logging in there.</summary>
    public string Scheme => SchemePrefix + Code;

    /// <summary>Where it sends people back to.</summary>
    public string ReturnPath => $"/inloggen/bij/{Code}/terug";

    private const string SchemePrefix = "bij-";
}

/// <summary>All of them.</summary>
public sealed class OwnServers(IReadOnlyList<OwnServer> all)
{
    /// <summary>In the order of the settings.</summary>
    public IReadOnlyList<OwnServer> All => all;

    /// <summary>The server with this code; null when there is none.</summary>
    public OwnServer? Find(string? code) => all.FirstOrDefault(s => s.Code == code);

    /// <summary>Reads <c>Pga:Inlogservers:CODE:Naam</c>, <c>Adres</c> and <c>Client</c>.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or cannot be used.</exception>
    public static OwnServers From(IConfiguration configuration, bool isDemo) =>
        new([.. configuration.GetSection("Pga:Inlogservers").GetChildren().Select(section => Read(section, isDemo))]);

    private static OwnServer Read(IConfigurationSection section, bool isDemo)
    {
        var code = section.Key.ToLowerInvariant();
        var address = new Uri(Required(section, "Adres"));
        if (!code.All(char.IsAsciiLetterOrDigit))
            throw new InvalidOperationException($"{section.Path}: the code of a log-in server has letters and digits only.");
        if (!isDemo && address.Scheme != Uri.UriSchemeHttps)
            throw new InvalidOperationException($"{section.Path}:Adres must be an https address; only a demo may do without.");
        return new OwnServer(code, Required(section, "Naam"), address, Required(section, "Client"));
    }

    private static string Required(IConfigurationSection section, string key) =>
        section[key] ?? throw new InvalidOperationException($"{section.Path}:{key} is not set.");
}
