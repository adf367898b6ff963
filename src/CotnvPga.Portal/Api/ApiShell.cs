using System.Text;
using CotnvPga.Portal.Api.Problems;
using Microsoft.AspNetCore.Diagnostics;

namespace CotnvPga.Portal.Api;

/// <summary>What goes around every answer to a program: its version, the id of the request, and problem+json for whatever went wrong.</summary>
internal static class ApiShell
{
    public const string Version = "1.0.0";

    private const string RequestId = "X-Request-ID";
    private const int LongestRequestId = 128;

    /// <summary>Lets the id of a request go back in the letters in which it came; the server would else write ASCII only.</summary>
    public static void KeepRequestIds(this IWebHostBuilder host) =>
        host.ConfigureKestrel(o => o.ResponseHeaderEncodingSelector = name => name == RequestId ? Encoding.UTF8 : null);

    public static void UseApiShell(this IApplicationBuilder api)
    {
        api.Use((context, next) =>
        {
            var requestId = RequestIdOf(context.Request);
            // Last, because an error wipes the headers that were set before it.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers["API-Version"] = Version;
                headers[RequestId] = requestId;
                headers.CacheControl = "no-store";
                if (context.Request.Path == ApiPaths.OpenApi)
                    headers.AccessControlAllowOrigin = "*";
                return Task.CompletedTask;
            });
            return next(context);
        });
        api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => Problem.Plain(StatusOf(context)).ExecuteAsync(context) });
        // No address of the API ends in a slash (no-trailing-slash of the NL API Design Rules).
        api.Use((context, next) => context.Request.Path.Value is [.., '/'] ? Problem.Plain(StatusCodes.Status404NotFound).ExecuteAsync(context) : next(context));
        api.UseStatusCodePages(status => Problem.Plain(status.HttpContext.Response.StatusCode).ExecuteAsync(status.HttpContext));
    }

    // A request that was no HTTP to begin with says so itself; the rest is ours.
    private static int StatusOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;

    private static string RequestIdOf(HttpRequest request) =>
        request.Headers[RequestId] is [{ Length: > 0 } sent] && IsKept(request.Path, sent) ? sent : Guid.NewGuid().ToString("D");

    // AuthZEN: an arbitrary string, and the answer carries the same. Elsewhere an id is a short word.
    private static bool IsKept(PathString path, string sent) => ApiPaths.IsAuthZen(path)
        ? !sent.Any(char.IsControl)
        : sent.Length <= LongestRequestId && sent.All(sign => sign is > ' ' and <= '~');
}
