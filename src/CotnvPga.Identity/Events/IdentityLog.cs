using CotnvPga.Domain;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.Http;

namespace CotnvPga.Identity.Events;

/// <summary>Writes the log of logging in and of access.</summary>
public sealed class IdentityLog(IdentityContext context, TimeProvider time)
{
    /// <summary>Writes one line at once.</summary>
    /// <param name="action">One of <see cref="IdentityActions"/>.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="account">The account it is about, when one is known.</param>
    /// <param name="origin">The connection it came over.</param>
    /// <param name="detail">Ids and codes that explain it, without personal data.</param>
    /// <param name="cancel">Stops before it is written.</param>
    public async Task WriteAsync(
        string action, string outcome, AccountId? account, ConnectionInfo origin, string? detail, CancellationToken cancel)
    {
        context.Events.Add(new IdentityEvent
        {
            At = time.Now(),
            Action = action,
            Outcome = outcome,
            AccountId = account?.Value,
            Origin = origin.RemoteIpAddress?.ToString(),
            Detail = detail,
        });
        await context.SaveChangesAsync(cancel);
    }
}
