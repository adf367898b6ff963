using CotnvPga.Convenant;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CotnvPga.Identity.Notifications;

/// <summary>Hands mail to an SMTP server: fixed texts of the rule data and a link to the worklist, never more.</summary>
internal sealed class SmtpPostbox(MailSettings settings, PortalSettings portal, CompiledConvenant convenant) : IPostbox
{
    private const string Subject = "Er staat iets voor u klaar in het portaal";

    public bool IsOpen => settings.Server is not null;

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var server = settings.Server ?? throw new InvalidOperationException("There is no mail server.");
        using var message = new MimeMessage
        {
            Subject = Subject,
            MessageId = $"{mail.Id}@{portal.Address.Host}",
            Body = new TextPart("plain") { Text = TextOf(mail) },
        };
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.Add(MailboxAddress.Parse(mail.Address));
        // Auto-replies to an address that nobody reads help nobody (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        using var client = new SmtpClient();
        await client.ConnectAsync(server, settings.Port, settings.IsEncrypted ? SecureSocketOptions.StartTls : SecureSocketOptions.None, cancel);
        if (settings is { UserName: { } user, Password: { } password })
            await client.AuthenticateAsync(user, password, cancel);
        await client.SendAsync(message, cancel);
        await client.DisconnectAsync(quit: true, cancel);
    }

    private string TextOf(OutgoingMail mail)
    {
        var labels = convenant.Process.Notifications.Where(n => mail.Codes.Contains(n.Code)).Select(n => $"- {n.Label}");
        return $"""
            Goedendag,

            {string.Join('\n', labels)}

            Log in om te zien wat er is: {portal.At("/werkvoorraad")}

            In deze mail staat met opzet niet waar het over gaat. Antwoorden kan niet.
            Hoe vaak u mail krijgt, kiest u in het portaal bij Berichten.
            """;
    }
}
