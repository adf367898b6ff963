using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Primitives;

namespace CotnvPga.Portal.Drafts;

/// <summary>
/// Takes out what no keyboard types and no page can show: control characters that came along with a paste. The rest of the text stays, so
/// that nobody loses it to a refusal that cannot be understood. Line breaks and tabs are text.
/// </summary>
internal sealed class WithoutControlCharacters : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (request.HasFormContentType && await ReadAsync(request) is { } form && form.Any(f => f.Value.Any(HasControl)))
            request.Form = new FormCollection(form.ToDictionary(f => f.Key, f => new StringValues([.. f.Value.Select(Clean)])), form.Files);
        await next();
    }

    /// <summary>The form; null when it cannot be read at all (a null character, a broken upload): binding then refuses it with a message.</summary>
    private static async Task<IFormCollection?> ReadAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static bool HasControl(string? text) => text is not null && text.Any(IsControl);

    private static string? Clean(string? text) => text is null ? null : string.Concat(text.Where(c => !IsControl(c)));

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\t' or '\n' or '\r');
}
