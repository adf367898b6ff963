using System.Diagnostics.Metrics;
using System.Text.Json;
using CotnvPga.Portal.Api.Reading;
using CotnvPga.Portal.Busy;

namespace CotnvPga.Portal.ContentPolicy;

/// <summary>
/// Where browsers tell that a page tried something that its content security policy forbids. Such a report holds the address of the page, so
/// of all of it only the name of the rule is kept: counted, and one line in the log.
/// </summary>
internal sealed partial class PolicyReports(ILogger<PolicyReports> log) : IDisposable
{
    /// <summary>The address that the policy names.</summary>
    public const string Path = "/csp-rapport";

    /// <summary>Name of the meter.</summary>
    public const string MeterName = "CotnvPga.ContentPolicy";

    private const string Rate = "csp-rapport";
    private const int PerMinute = 30;
    private const int LongestReport = 16 * 1024;

    // The rules that our policies have; anybody can send anything, and a log line is no place for it.
    private static readonly string[] Rules =
    [
        "default-src", "script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem", "style-src-attr", "font-src", "img-src", "connect-src", "form-action", "base-uri",
        "frame-ancestors", "object-src", "require-trusted-types-for",
    ];

    private readonly Meter _meter = new(MeterName);
    private Counter<long>? _violations;

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<PolicyReports>();
        services.AddRateLimiter(options => options.AddPolicy(Rate, context => RequestRate.PerMinuteOf(RequestRate.AddressOf(context), PerMinute)));
    }

    public static void MapTo(IEndpointRouteBuilder routes) => routes.MapPost(Path, (HttpContext context, PolicyReports reports) => reports.TakeAsync(context))
        .AllowAnonymous().RequireRateLimiting(Rate).ExcludeFromDescription();

    public void Dispose() => _meter.Dispose();

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not (> 0 and <= LongestReport))
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (await RuleAsync(context.Request.Body, context.RequestAborted) is not { } rule)
            return Results.BadRequest();
        _violations ??= _meter.CreateCounter<long>("pga.csp.violations", description: "What pages tried that their content security policy forbids.");
        _violations.Add(1, new KeyValuePair<string, object?>("rule", rule));
        LogViolation(rule);
        return Results.NoContent();
    }

    private static async Task<string?> RuleAsync(Stream body, CancellationToken cancel)
    {
        try
        {
            using var report = await JsonDocument.ParseAsync(body, cancellationToken: cancel);
            return report.RootElement.ValueKind == JsonValueKind.Object
                && report.RootElement.TryGetProperty("csp-report", out var inner) && inner.ValueKind == JsonValueKind.Object
                && inner.TryGetProperty("effective-directive", out var rule) && rule.ValueKind == JsonValueKind.String && SentText.Of(rule) is { } text
                ? Rules.FirstOrDefault(known => known == text)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A browser refused something that the content security policy forbids: {Rule}.")]
    private partial void LogViolation(string rule);
}
