using System.Text;

namespace CotnvPga.Portal.Metrics;

/// <summary>
/// The figures of this portal in the text form of Prometheus, on a port of their own that no proxy leads to. The instruments are those of
/// OpenTelemetry as .NET and Npgsql have them; a label never holds an address that was asked, only its pattern.
/// </summary>
internal static class PortalMetrics
{
    /// <summary>Setting with the port; without it nothing is counted and nothing is shown.</summary>
    public const string Setting = "Pga:Metingen:Poort";

    private const string MediaType = "text/plain; version=0.0.4; charset=utf-8";

    public static void AddPortalMetrics(this IServiceCollection services, IConfiguration settings)
    {
        if (settings.GetValue<int?>(Setting) is { } port)
            services.AddSingleton(new MetricsDoor(port, new Figures()));
    }

    /// <summary>Answers on its own port only, and on that port nothing else.</summary>
    public static void UsePortalMetrics(this WebApplication app)
    {
        if (app.Services.GetService<MetricsDoor>() is not { } door)
            return;
        app.Use(async (context, next) =>
        {
            if (context.Connection.LocalPort != door.Port)
            {
                await next(context);
                return;
            }
            context.Response.Headers.XContentTypeOptions = "nosniff";
            if (context.Request.Path == "/metrics" && HttpMethods.IsGet(context.Request.Method))
            {
                context.Response.ContentType = MediaType;
                await context.Response.WriteAsync(door.Figures.Write(), Encoding.UTF8, context.RequestAborted);
            }
            else
                context.Response.StatusCode = StatusCodes.Status404NotFound;
        });
    }
}

/// <summary>Where the figures are shown.</summary>
internal sealed record MetricsDoor(int Port, Figures Figures);
