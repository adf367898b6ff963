using System.Security.Claims;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.Oidc;

namespace CotnvPga.Identity;

/// <summary>Filled while a request is authenticated: a token or session of an account that is gone never becomes a principal.</summary>
internal sealed class CurrentActor(Actors actors) : ICurrentActor
{
    private Actor? current;

    /// <summary>Whose session was read in this request; nobody's when there is none or its account can no longer be used.</summary>
    public StampedActor? OfSession { private get; set; }

    public Actor? Find() => current;

    /// <summary>Whether the principal is of an account that can be used now.</summary>
    public async Task<bool> TryLoadAsync(ClaimsPrincipal principal, CancellationToken cancel)
    {
        current = TokenClaims.AccountOf(principal) is { } account ? await actors.FindAsync(account, cancel) : null;
        return current is not null;
    }

    /// <summary>The same for a session that was read in this request: it ends when the stamp of the account is no longer the one it began with.</summary>
    public bool TryTake(ClaimsPrincipal principal, string stamp)
    {
        current = OfSession is { } read && read.Stamp == stamp && TokenClaims.AccountOf(principal) == read.Actor.Account ? read.Actor : null;
        return current is not null;
    }
}
