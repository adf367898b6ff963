using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace CotnvPga.Portal.Pages.Meldingen;

/// <summary>How many reports one network address may send, so that the inbox cannot be flooded.</summary>
public static class ReportRate
{
    /// <summary>Name of the policy. 429 when it is used up.</summary>
    public const string Policy = "melden";

    private const int PerMinute = 10;

    internal static void AddReportRate(this IServiceCollection services) => services.Configure<RateLimiterOptions>(options =>
        options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(string.Empty)));
}
