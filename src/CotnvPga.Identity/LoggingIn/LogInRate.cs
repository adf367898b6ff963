using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Identity.LoggingIn;

/// <summary>How many passwords may be tried from one network address, whatever the account.</summary>
/// <remarks>Generous, because all of a municipality may come from one address; guessing at one account stops at five.</remarks>
public static class LogInRate
{
    /// <summary>Name of the policy, for the page that logs people in. 429 when it is used up.</summary>
    public const string Policy = "inloggen";

    private const int PerMinute = 60;

    internal static void AddLogInRate(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
            : RateLimitPartition.GetNoLimiter(string.Empty));
    });
}
