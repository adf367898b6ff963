using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Drafts;

/// <summary>
/// Refuses a form that cannot be read at all, such as one with a null character. Where a form carries a key against forgery, reading the key
/// refuses it already; a public form has none.
/// </summary>
internal sealed class ReadableForm(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && context.GetEndpoint()?.Metadata.GetMetadata<IgnoreAntiforgeryTokenAttribute>() is not null)
        {
            try
            {
                await context.Request.ReadFormAsync(context.RequestAborted);
            }
            catch (InvalidDataException)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }
        }
        await next(context);
    }
}
