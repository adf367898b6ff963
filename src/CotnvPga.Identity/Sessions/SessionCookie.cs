using CotnvPga.Identity.LoggingIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Identity.Sessions;

/// <summary>The session of the portal's pages, and the cookie of having logged in at the server.</summary>
internal static class SessionCookie
{
    /// <summary>Property of a session: the stamp of the account when it began.</summary>
    public const string Stamp = "stempel";

    private const string Began = "aanvang";

    public static AuthenticationBuilder AddSessionCookies(this AuthenticationBuilder authentication, PortalSettings settings)
    {
        authentication.AddCookie(PortalSchemes.LogIn, options =>
        {
            Harden(options, "inlog", settings);
            options.ExpireTimeSpan = SessionLimits.Idle;
            options.SlidingExpiration = false;
        });
        authentication.AddCookie(PortalSchemes.HalfLogIn, options =>
        {
            Harden(options, "halverwege", settings);
            options.ExpireTimeSpan = HalfLogInCookie.Lifetime;
            options.SlidingExpiration = false;
        });
        authentication.AddCookie(PortalSchemes.Session, options =>
        {
            Harden(options, "sessie", settings);
            options.ExpireTimeSpan = SessionLimits.Idle;
            options.SlidingExpiration = true;
            options.CookieManager = new NewSessionAtLogIn();
            options.ForwardChallenge = PortalSchemes.OpenIdConnect;
            options.Events.OnValidatePrincipal = ValidateAsync;
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        authentication.Services.AddSingleton<SessionStore>();
        authentication.Services.AddOptions<CookieAuthenticationOptions>(PortalSchemes.Session)
            .Configure<SessionStore>((options, store) => options.SessionStore = store);
        return authentication;
    }

    /// <summary>Marks the beginning of a session.</summary>
    public static void Begin(AuthenticationProperties properties, string stamp, DateTimeOffset now)
    {
        properties.Items[Stamp] = stamp;
        properties.Items[Began] = now.ToString("O");
    }

    private static void Harden(CookieAuthenticationOptions options, string name, PortalSettings settings)
    {
        // The prefix makes browsers refuse the cookie unless it came over https for this host alone.
        options.Cookie.Name = settings.IsDemo ? $"pga-{name}" : $"__Host-pga-{name}";
        options.Cookie.HttpOnly = true;
        options.Cookie.IsEssential = true;
        options.Cookie.Path = "/";
        // Lax, not Strict: somebody who follows a link in a mail is still logged in.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = settings.IsDemo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.LoginPath = LogInPath.LogIn;
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (IsValid(context))
            return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(PortalSchemes.Session);
    }

    private static bool IsValid(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (!context.Properties.Items.TryGetValue(Began, out var began)
            || services.GetRequiredService<TimeProvider>().GetUtcNow() >= DateTimeOffset.Parse(began!, null) + SessionLimits.Absolute)
        {
            return false;
        }

        return context.Properties.Items.TryGetValue(Stamp, out var stamp) && stamp is not null
            && services.GetRequiredService<CurrentActor>().TryTake(context.Principal!, stamp);
    }
}
