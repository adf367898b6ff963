using CotnvPga.Data;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Knowledge;
using CotnvPga.Data.Reports;
using CotnvPga.Data.Signals;
using CotnvPga.Portal.Jobs;
using CotnvPga.Portal.LogChain;

namespace CotnvPga.Portal.Hosting;

/// <summary>What the portal needs to work with cases: the convenant, the keys, the database, and the process's own clock.</summary>
internal static class CaseServices
{
    /// <summary>Reads <c>Pga:Convenant</c> (folder), <c>Pga:Sleutels</c> (folder) and <c>ConnectionStrings:Portaal</c> and <c>Taken</c> (the portal's own role and that of its jobs).</summary>
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    /// <exception cref="Convenant.InvalidConvenantException">The rule data has an error: without rules nobody sees anything.</exception>
    public static void AddCases(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var folder = settings["Pga:Convenant"] ?? throw Missing("Pga:Convenant");
        builder.Services.AddPortalData(
            settings.GetConnectionString("Portaal") ?? throw Missing("ConnectionStrings:Portaal"),
            ConvenantFolder.Load(folder).Valid(),
            KeyFolder.OpenOrCreate(settings["Pga:Sleutels"] ?? throw Missing("Pga:Sleutels"), settings["Pga:Vernietigd"]),
            MunicipalityFile.Read(folder));
        builder.Services.AddSingleton(PublicDesks.Read(folder));
        builder.Services.AddSingleton(new ShippedDrafts(KnowledgeFiles.ReadDrafts(folder)));
        builder.Services.AddPortalJobs(settings.GetConnectionString("Taken") ?? throw Missing("ConnectionStrings:Taken"));
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = true);
        builder.Services.AddHostedService<DestroyedJob>();
        builder.Services.AddHostedService<CaseClockJob>();
        builder.Services.AddSingleton<LogFigures>();
        builder.Services.AddHostedService<LogSealJob>();
        builder.Services.AddHostedService<LogPartsJob>();
        builder.Services.AddScoped<NotificationRound>();
        builder.Services.AddHostedService<NotificationJob>();
    }

    private static InvalidOperationException Missing(string setting) => new($"The setting {setting} is not set.");
}
