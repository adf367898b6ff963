using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CotnvPga.Portal.Health;

/// <summary>
/// Two questions for whoever keeps the portal running: <c>/health/live</c> (does the process answer; if not, restart it) and
/// <c>/health/ready</c> (can it serve people: the database answers, and it is not about to stop). Both 200 or 503, without a log-in, and tell nothing more.
/// </summary>
public static class PortalHealth
{
    private const string Ready = "ready";

    /// <summary>Registers what readiness depends on.</summary>
    public static void AddPortalHealth(this IServiceCollection services)
    {
        services.AddSingleton<LeavingTheLine>();
        services.AddHostedService(provider => provider.GetRequiredService<LeavingTheLine>());
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready], timeout: TimeSpan.FromSeconds(3))
            .AddCheck<LeavingTheLine>("leaving", tags: [Ready]);
    }

    /// <summary>Maps both paths.</summary>
    public static void MapPortalHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous().DisableRateLimiting();
        routes.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous().DisableRateLimiting();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(report.Status.ToString());
    }
}
