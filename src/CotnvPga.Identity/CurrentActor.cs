using System.Security.Claims;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Oidc;

namespace CotnvPga.Identity;

/// <summary>Filled while a request is authenticated: a token or session of an account that is gone never becomes a principal.</summary>
internal sealed class CurrentActor(IActors actors) : ICurrentActor
{
    private Actor? current;

    public Actor? Find() => current;

    /// <summary>Whether the principal is of an account that can be used now.</summary>
    public async Task<bool> TryLoadAsync(ClaimsPrincipal principal, CancellationToken cancel)
    {
        current = TokenClaims.AccountOf(principal) is { } account ? await actors.FindAsync(account, cancel) : null;
        return current is not null;
    }
}
