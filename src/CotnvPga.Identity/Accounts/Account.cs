using Microsoft.AspNetCore.Identity;
using NodaTime;

namespace CotnvPga.Identity.Accounts;

/// <summary>The account of one person. What that person may do follows from memberships, never from the account itself.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The name that colleagues see.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Whether this is a fictional person of the demo. Such an account cannot exist outside demo mode.</summary>
    public bool IsDemo { get; init; }

    /// <summary>When the account was blocked; null while it may be used. A blocked account is refused at the next request.</summary>
    /// <remarks>
    /// Not the same as <see cref="IdentityUser{TKey}.LockoutEnd"/>: that one only stops new log-ins after wrong passwords,
    /// because otherwise a stranger who types five wrong passwords could throw somebody out of a meeting.
    /// </remarks>
    public Instant? BlockedAt { get; set; }
}
