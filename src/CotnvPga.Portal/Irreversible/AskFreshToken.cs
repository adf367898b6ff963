using CotnvPga.Identity.SecondSteps;
using CotnvPga.Portal.Api.Problems;

namespace CotnvPga.Portal.Irreversible;

/// <summary>401 as RFC 9470 writes it: the program lets the person log in again and sends the same call with the new token. Before anything is looked up.</summary>
internal sealed class AskFreshToken(IrreversibleActs acts, FreshProof proof) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!await acts.IsAskedAsync(http) || !await proof.IsMissingAsync(http))
            return await next(context);
        http.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_user_authentication\", max_age=\"{FreshProof.Lifetime.TotalSeconds}\"";
        return Problem.ProveAgain;
    }
}
