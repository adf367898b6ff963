using System.Globalization;
using System.Threading.RateLimiting;
using CotnvPga.Identity;
using CotnvPga.Identity.Oidc;
using CotnvPga.Portal.Api;
using CotnvPga.Portal.Api.Problems;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;

namespace CotnvPga.Portal.Busy;

/// <summary>How often one account, or one network address where nobody is logged in, may ask anything. 429 with Retry-After when it is used up.</summary>
/// <remarks>Nobody reads that fast: it is against a program that walks through all that an account may see, and against flooding.</remarks>
internal static class RequestRate
{
    /// <summary>Setting with another number a minute. In a demo one account stands for many people, so there it counts only when it is set.</summary>
    public const string Setting = "Pga:VerzoekenPerMinuut";

    private const int PerMinute = 1_200;

    public static void AddRequestRate(this IServiceCollection services, IConfiguration configuration)
    {
        var permits = configuration.GetValue<int?>(Setting) ?? (PortalSettings.From(configuration).IsDemo ? null : PerMinute);
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = TellAsync;
            if (permits is { } limit)
                options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, limit));
        });
    }

    /// <summary>So many in any minute, counted for one key.</summary>
    public static RateLimitPartition<string> PerMinuteOf(string key, int permits) => RateLimitPartition.GetSlidingWindowLimiter(
        key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });

    /// <summary>Where a request came from, as far as the proxies in front are believed.</summary>
    public static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? string.Empty;

    // The page that says that somebody has to wait is shown in the same request, and is not counted again.
    private static RateLimitPartition<string> PartitionOf(HttpContext context, int permits) => ComeBackLater.IsOutside(context.Request.Path) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        ? RateLimitPartition.GetNoLimiter(string.Empty)
        : PerMinuteOf(TokenClaims.AccountOf(context.User) is { } account ? $"account {account}" : $"address {AddressOf(context)}", permits);

    private static async ValueTask TellAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromMinutes(1);
        rejected.HttpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        if (ApiPaths.IsApi(rejected.HttpContext))
            await Problem.Plain(StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
    }
}
