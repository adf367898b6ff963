using Microsoft.Extensions.Configuration;

namespace CotnvPga.Identity.Notifications;

/// <summary>The server that takes mail, and from whom it is.</summary>
/// <param name="Server">Name of the server; null when no mail is sent: then messages stand in the portal only.</param>
/// <param name="Port">Its port.</param>
/// <param name="From">The address that mail comes from.</param>
/// <param name="UserName">To log in with; null when the server asks for no log-in.</param>
/// <param name="Password">The password.</param>
/// <param name="IsEncrypted">Whether the connection must be encrypted: always, but for a server on this machine.</param>
public sealed record MailSettings(string? Server, int Port, string From, string? UserName, string? Password, bool IsEncrypted)
{
    /// <summary>Reads <c>Pga:Mail:Server</c>, <c>Poort</c>, <c>Van</c>, <c>Gebruiker</c> and <c>Wachtwoord</c>.</summary>
    public static MailSettings Of(IConfiguration configuration)
    {
        var server = configuration["Pga:Mail:Server"];
        return new MailSettings(
            server,
            configuration.GetValue("Pga:Mail:Poort", 587),
            configuration["Pga:Mail:Van"] ?? "portaal@voorbeeld.example",
            configuration["Pga:Mail:Gebruiker"],
            configuration["Pga:Mail:Wachtwoord"],
            server is not ("localhost" or "127.0.0.1"));
    }
}
