using Microsoft.Net.Http.Headers;

namespace CotnvPga.Portal.Api.Calls;

/// <summary>
/// A document on its way out: always to be saved, never shown in the portal's own origin, never kept on the way.
/// </summary>
/// <param name="Name">What it is called.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its bytes.</param>
public sealed record FileAnswer(string Name, string MediaType, byte[] Content) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        WriteHeaders(response, Name);
        response.ContentType = MediaType;
        response.ContentLength = Content.Length;
        await response.Body.WriteAsync(Content, httpContext.RequestAborted);
    }

    /// <summary>The headers that every document gets.</summary>
    public static void WriteHeaders(HttpResponse response, string name)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
    }
}
