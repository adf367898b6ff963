using System.Diagnostics;
using CotnvPga.Data.LogChain;
using CotnvPga.Identity;
using Microsoft.AspNetCore.Diagnostics;

namespace CotnvPga.Portal.LogChain;

/// <summary>
/// Sees to it that what is refused to somebody, or fails, is written down: also a case that one may not know of, which is answered like one
/// that does not exist. What was filled in wrong is no refusal. Of who is not logged in only faults: else anybody could fill the log.
/// </summary>
internal sealed partial class LogRefusedActs(RequestDelegate next, ILogger<LogRefusedActs> log)
{
    private const int LongestAct = 200;

    public async Task InvokeAsync(HttpContext context, ICurrentActor actor, RefusedActs acts)
    {
        // An error page is not asked for by anybody; what it is about was written down before.
        if (context.GetEndpoint() is not RouteEndpoint endpoint
            || context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context);
            return;
        }
        var asked = context.Request.RouteValues.Values.Select(v => Guid.TryParse(v as string, out var id) ? id : (Guid?)null).FirstOrDefault(id => id is not null);
        var account = () => actor.Find()?.Account.Value;
        try
        {
            await next(context);
        }
        catch (Exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            await WriteAsync(acts, Act(context, endpoint, asked, account(), "fout", StatusCodes.Status500InternalServerError));
            throw;
        }
        if (OutcomeOf(context.Response.StatusCode) is { } outcome && (account() is not null || outcome == "fout"))
            await WriteAsync(acts, Act(context, endpoint, asked, account(), outcome, context.Response.StatusCode));
    }

    private static string? OutcomeOf(int status) => status switch
    {
        StatusCodes.Status403Forbidden => "niet_toegestaan",
        StatusCodes.Status404NotFound => "niet_bekend",
        StatusCodes.Status409Conflict => "niet_nu",
        StatusCodes.Status503ServiceUnavailable => null,
        >= StatusCodes.Status500InternalServerError => "fout",
        _ => null,
    };

    private static RefusedAct Act(HttpContext context, RouteEndpoint endpoint, Guid? asked, Guid? account, string outcome, int status)
    {
        var act = $"{context.Request.Method} /{endpoint.RoutePattern.RawText?.TrimStart('/')}";
        return new RefusedAct(
            account, act.Length > LongestAct ? act[..LongestAct] : act, asked, outcome, status, context.Connection.RemoteIpAddress?.ToString(), Activity.Current?.TraceId.ToString());
    }

    private async Task WriteAsync(RefusedActs acts, RefusedAct act)
    {
        try
        {
            // Not with the request's own token: who leaves before the answer was refused nevertheless.
            await acts.WriteAsync(act, CancellationToken.None);
        }
        catch (Exception fault) when (fault is System.Data.Common.DbException or TimeoutException)
        {
            LogLost(fault, act.Act, act.Subject, act.Account, act.Outcome);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A refused act could not be written in the log: {Act} {Subject} by {Account}, {Outcome}.")]
    private partial void LogLost(Exception fault, string act, Guid? subject, Guid? account, string outcome);
}
