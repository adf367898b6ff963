using CotnvPga.Convenant;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.Continuity;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.Instance;
using CotnvPga.Identity.Keys;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.Notifications;
using CotnvPga.Identity.Oidc;
using CotnvPga.Identity.Oidc.Server;
using CotnvPga.Identity.OwnServers;
using CotnvPga.Identity.SecondSteps;
using CotnvPga.Identity.Sessions;
using CotnvPga.Identity.Storage;
using CotnvPga.Identity.Tokens;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CotnvPga.Identity;

/// <summary>Registers accounts, memberships and logging in.</summary>
public static class IdentityServices
{
    /// <summary>Adds everything of this project; the settings are those of <see cref="PortalSettings"/> and <c>ConnectionStrings:Portaal</c>.</summary>
    public static IServiceCollection AddPortalIdentity(this IServiceCollection services, IConfiguration configuration) =>
        services.AddPortalIdentity(configuration, new OpenIddictServer());

    /// <summary>The same with another OpenID Connect server.</summary>
    public static IServiceCollection AddPortalIdentity(this IServiceCollection services, IConfiguration configuration, IOidcServer server)
    {
        var settings = PortalSettings.From(configuration);
        var connection = configuration.GetConnectionString("Portaal")
            ?? throw new InvalidOperationException("The connection string 'Portaal' is not set.");

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton(_ => PortalKeys.Open(settings.KeysFolder));
        services.AddDataProtection().SetApplicationName("CotnvPga");
        services.AddSingleton<SharedKeyRing>();
        services.AddOptions<KeyManagementOptions>().Configure<SharedKeyRing>((options, ring) => options.XmlRepository = ring);

        services.AddSingleton(MailSettings.Of(configuration));
        services.AddPeople(connection);
        services.AddLoggingIn(settings, OwnServers.OwnServers.From(configuration, settings.IsDemo));
        services.AddPortalPolicies();
        services.AddSingleton(server);
        server.AddTo(services, settings, connection);

        services.AddScoped<DemoDirectory>();
        services.AddScoped<DemoGuard>();
        services.AddHostedService<IdentityStart>();
        services.AddHostedService<IdentityHousekeeping>();
        return services;
    }

    /// <summary>Maps the endpoints of the OpenID Connect server. Middleware before it: authentication, rate limiter, authorization.</summary>
    public static void MapPortalIdentity(this IEndpointRouteBuilder endpoints)
    {
        endpoints.ServiceProvider.GetRequiredService<IOidcServer>().MapTo(endpoints);
        LogOutByServer.MapTo(endpoints);
    }

    private static void AddPeople(this IServiceCollection services, string connection)
    {
        services.AddDbContext<IdentityContext>(options => options.UseIdentityDatabase(connection));
        services.AddIdentityCore<Account>(options =>
        {
            // Length is what makes a password strong; rules about signs make people write it down (NIST SP 800-63B).
            options.Password.RequiredLength = 12;
            options.Password.RequireDigit = false;
            options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = false;
            options.Password.RequireNonAlphanumeric = false;
            options.Password.RequiredUniqueChars = 5;
            options.User.RequireUniqueEmail = false;
        }).AddEntityFrameworkStores<IdentityContext>();

        services.AddScoped<Actors>();
        services.AddScoped<IActors>(provider => provider.GetRequiredService<Actors>());
        services.AddScoped<IColleagues, Colleagues>();
        services.AddScoped<MembershipRegister>();
        services.AddSingleton(provider => new ContinuityRules(provider.GetRequiredService<CompiledConvenant>().Process));
        services.AddScoped<ContinuityBoard>();
        services.AddScoped<DeputyDesk>();
        services.AddScoped<AbsenceDesk>();
        services.AddScoped<BackupPool>();
        services.AddScoped<AccessReviewDesk>();
        services.AddScoped<IdleAccounts>();
        services.AddScoped<ContinuityClock>();
        services.AddScoped<Inbox>();
        services.AddScoped<PeopleEvents>();
        services.AddScoped<MailRun>();
        services.AddSingleton<IPostbox, SmtpPostbox>();
        services.AddScoped<AccountStamps>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<IdentityLog>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<ICurrentActor>(provider => provider.GetRequiredService<CurrentActor>());
    }

    private static void AddLoggingIn(this IServiceCollection services, PortalSettings settings, OwnServers.OwnServers servers)
    {
        services.AddSingleton(servers);
        services.AddScoped<LogIn>();
        services.AddScoped<LogIns>();
        services.AddScoped<LogInCookie>();
        services.AddScoped<HalfLogInCookie>();
        services.AddScoped<Invitations>();
        services.AddSingleton<SecondStepSecrets>();
        services.AddScoped<SecondStep>();
        services.AddScoped<NewSecondStep>();
        services.AddScoped<RecoveryDesk>();
        services.AddScoped<FreshProof>();
        services.AddLogInRate();
        services.AddAuthentication(PortalSchemes.ByPath)
            .AddPolicyScheme(PortalSchemes.ByPath, displayName: null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddSessionCookies(settings)
            .AddPortalAsClient(settings)
            .AddOwnServers(servers, settings)
            .AddBearerTokens();
    }

    private static string SchemeOf(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/access")
            ? PortalSchemes.Bearer
            : PortalSchemes.Session;
}
