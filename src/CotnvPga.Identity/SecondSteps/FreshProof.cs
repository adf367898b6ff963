using System.Globalization;
using System.Security.Claims;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.Oidc;
using Microsoft.AspNetCore.Http;

namespace CotnvPga.Identity.SecondSteps;

/// <summary>
/// Before an act that cannot be undone, whoever has a second step shows again who it is: a desk left open for a moment destroys nothing.
/// In the portal a code is enough; a program comes with a token of a fresh log-in.
/// </summary>
public sealed class FreshProof(SecondStep second, LogIns logIns, TimeProvider time)
{
    /// <summary>How long a proof counts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>Whether this person has to prove again who it is.</summary>
    public async Task<bool> IsMissingAsync(HttpContext http)
    {
        var cancel = http.RequestAborted;
        if (TokenClaims.AccountOf(http.User) is not { } account || !await second.HasAsync(account, cancel))
            return false;
        var proved = TokenClaims.LogInOf(http.User) is null
            ? LoggedInAt(http.User)
            : (await logIns.FindAsync(http.User, cancel))?.ProvedAt.ToDateTimeOffset();
        return proved is null || time.GetUtcNow() - proved > Lifetime;
    }

    /// <summary>Whether this code proves it; it then counts for <see cref="Lifetime"/> in this log-in.</summary>
    public async Task<bool> TryAsync(HttpContext http, string code)
    {
        var cancel = http.RequestAborted;
        if (TokenClaims.AccountOf(http.User) is not { } account || TokenClaims.LogInOf(http.User) is not { } logIn
            || !await second.TryAsync(account, code, http.Connection, cancel))
        {
            return false;
        }
        await logIns.ProveAsync(logIn, cancel);
        return true;
    }

    private static DateTimeOffset? LoggedInAt(ClaimsPrincipal token) =>
        long.TryParse(token.FindFirstValue(TokenClaims.AuthenticationTime), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
