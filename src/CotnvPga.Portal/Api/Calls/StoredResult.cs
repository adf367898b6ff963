using CotnvPga.Data.Repeats;

namespace CotnvPga.Portal.Api.Calls;

/// <summary>Writes an answer: the bytes are the same the first time and when it is repeated.</summary>
internal sealed class StoredResult(StoredAnswer answer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = answer.Status;
        if (answer.Location is { } location)
            response.Headers.Location = location;
        if (answer.Body.Length == 0)
            return;
        response.ContentType = "application/json";
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, httpContext.RequestAborted);
    }
}
