using System.Text.Json;
using CotnvPga.Convenant;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Irreversible;

/// <summary>Which requests do something that cannot be undone.</summary>
internal sealed class IrreversibleActs(CompiledConvenant convenant)
{
    private readonly HashSet<string> _steps = [.. convenant.Process.Steps.Where(s => s.IsIrreversible).Select(s => s.Code)];

    /// <summary>Whether this request asks for such an act. Reads the body of a call when only that says which step it is, and leaves it to be read again.</summary>
    public async Task<bool> IsAskedAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.GetEndpoint()?.Metadata is not { } about)
            return false;
        if (about.GetMetadata<IrreversibleAttribute>() is not null)
            return true;
        if (about.GetMetadata<IrreversibleStepsAttribute>() is null)
            return false;
        var step = http.Request.RouteValues["stap"] as string ?? await StepOfBodyAsync(http.Request);
        return step is not null && _steps.Contains(step);
    }

    private static async Task<string?> StepOfBodyAsync(HttpRequest request)
    {
        // What is larger is refused later, unread.
        if (request.ContentLength > ApiCall.BodyLimit)
            return null;
        request.EnableBuffering(bufferThreshold: ApiCall.BodyLimit, bufferLimit: ApiCall.BodyLimit + 1);
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return body.RootElement.ValueKind is JsonValueKind.Object && body.RootElement.TryGetProperty("stap", out var step) && step.ValueKind is JsonValueKind.String
                ? step.GetString()
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or IOException and not BadHttpRequestException)
        {
            // It is no JSON, or has half a character in a name or text: no step can be taken with it, and the call itself says what is wrong.
            return null;
        }
        finally
        {
            request.Body.Position = 0;
        }
    }
}
