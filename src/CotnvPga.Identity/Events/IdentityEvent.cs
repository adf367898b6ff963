using NodaTime;

namespace CotnvPga.Identity.Events;

/// <summary>
/// One line of the log of logging in and of access: action, object, result, origin, actor and time (BIO2 8.15).
/// Never what somebody typed: people type their password in the wrong field.
/// </summary>
public sealed class IdentityEvent
{
    /// <summary>Assigned by the database.</summary>
    public long Id { get; init; }

    public required Instant At { get; init; }

    /// <summary>What was done: one of <see cref="IdentityActions"/>.</summary>
    public required string Action { get; init; }

    /// <summary>What came of it, such as <c>gelukt</c> or <c>geweigerd</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The account it is about; null when no such account is known.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Who did it; null when nobody was logged in yet.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Network address it came from; null for work on the host itself.</summary>
    public string? Origin { get; init; }

    /// <summary>Ids and codes that explain it, without personal data.</summary>
    public string? Detail { get; init; }
}
