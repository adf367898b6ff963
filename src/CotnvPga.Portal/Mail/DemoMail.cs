using CotnvPga.Identity;
using CotnvPga.Identity.Notifications;

namespace CotnvPga.Portal.Mail;

/// <summary>In a demo, mail goes to a folder on this machine (<c>Pga:Mail:Bak</c>) and nowhere else.</summary>
internal static class DemoMail
{
    /// <summary>Puts the sink in the place of a mail server, when this is a demo that keeps mail.</summary>
    public static void AddDemoMail(this WebApplicationBuilder builder)
    {
        var folder = builder.Configuration["Pga:Mail:Bak"];
        if (folder is null || !PortalSettings.From(builder.Configuration).IsDemo)
            return;
        var sink = MailSink.Start(folder);
        builder.Services.AddSingleton(sink);
        builder.Services.AddSingleton(MailSettings.Of(builder.Configuration) with { Server = "localhost", Port = sink.Port, IsEncrypted = false });
    }
}
