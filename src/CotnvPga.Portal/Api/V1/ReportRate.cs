using System.Threading.RateLimiting;
using CotnvPga.Portal.Api.Problems;

namespace CotnvPga.Portal.Api.V1;

/// <summary>How often one network address may report, or ask what became of a report. 429 with Retry-After when it is used up.</summary>
/// <remarks>Generous, because a school or a town hall may come from one address; it is there against flooding.</remarks>
internal static class ReportRate
{
    public const string Policy = "meldingen";

    /// <summary>Setting with another number a minute.</summary>
    public const string Setting = "Pga:MeldingenPerMinuut";

    private const int PerMinute = 120;

    public static void AddReportRate(this IServiceCollection services, IConfiguration configuration)
    {
        var permits = configuration.GetValue(Setting, PerMinute);
        services.AddRateLimiter(options =>
        {
            options.OnRejected = TellAsync;
            options.AddPolicy(Policy, context => RateLimitPartition.GetSlidingWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));
        });
    }

    private static async ValueTask TellAsync(Microsoft.AspNetCore.RateLimiting.OnRejectedContext rejected, CancellationToken cancel)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromMinutes(1);
        rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (ApiPaths.IsApi(rejected.HttpContext))
            await Problem.Plain(StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
    }
}
