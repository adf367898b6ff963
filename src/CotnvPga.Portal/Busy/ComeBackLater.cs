using System.Globalization;
using System.Text;
using System.Threading.RateLimiting;
using CotnvPga.Data;
using CotnvPga.Identity.Oidc;
using CotnvPga.Portal.Api;
using CotnvPga.Portal.Api.Problems;

namespace CotnvPga.Portal.Busy;

/// <summary>
/// Answers 503 with Retry-After, at no cost to speak of, when there is no room for a request or the database is away: at a change of
/// primary that is some seconds. Nothing of such a request was kept, or it is not known; a form or program sends it again under the same number.
/// </summary>
internal sealed partial class ComeBackLater(RequestDelegate next, ConcurrencyLimiter room, DatabaseAway database, ILogger<ComeBackLater> log)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        """
        <!DOCTYPE html>
        <html lang="nl">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Even wachten</title></head>
        <body><main><h1>Even wachten</h1>
        <p>Het is nu te druk, of de database is even niet bereikbaar. Wacht een halve minuut en probeer het opnieuw.</p>
        <p>Vulde u een formulier in? Ga terug met de knop van uw browser en verstuur het nog een keer. Wat u typte, staat daar nog, en niets wordt dubbel bewaard.</p>
        </main></body>
        </html>
        """);

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsOutside(context.Request.Path))
        {
            await next(context);
            return;
        }
        using var place = await room.AcquireAsync(1, context.RequestAborted);
        if (!place.IsAcquired)
        {
            await AnswerAsync(context);
            return;
        }
        try
        {
            await next(context);
        }
        catch (Exception fault) when (DatabaseAway.Is(fault) && !context.Response.HasStarted)
        {
            LogAway(fault.GetType().Name);
            database.ForgetConnections();
            context.Response.Clear();
            await AnswerAsync(context);
        }
    }

    // Who keeps the portal running must always get an answer. And the portal asks its own server for tokens while somebody who logs in
    // has a place already: waiting for a second one could be for ever.
    internal static bool IsOutside(PathString path) =>
        path.StartsWithSegments("/health") || path == OidcPaths.Token || path == OidcPaths.Keys || path == OidcPaths.Discovery;

    private static async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        response.Headers.RetryAfter = ((int)Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (ApiPaths.IsApi(context))
        {
            await Problem.Plain(StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
            return;
        }
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = Page.Length;
        await response.Body.WriteAsync(Page, context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away ({Fault}); who asked was told to come back.")]
    private partial void LogAway(string fault);
}
