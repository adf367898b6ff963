using CotnvPga.Portal.Busy;

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
        services.AddRateLimiter(options => options.AddPolicy(Policy, context => RequestRate.PerMinuteOf(RequestRate.AddressOf(context), permits)));
    }
}
