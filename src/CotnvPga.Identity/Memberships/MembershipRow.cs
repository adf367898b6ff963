using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Identity.Memberships;

/// <summary>A membership as it is stored. Once granted, a row can only be ended: the database refuses every other change.</summary>
public sealed class MembershipRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Party Party { get; init; }

    /// <summary>Four-digit code; null for a national party.</summary>
    public string? Municipality { get; init; }

    public required string Role { get; init; }

    /// <summary>First day.</summary>
    public required LocalDate ValidFrom { get; init; }

    /// <summary>Last day; null when open.</summary>
    public LocalDate? ValidUntil { get; set; }

    public LocalDate? ScreenedUntil { get; init; }

    public LocalDate? AuthorisedUntil { get; init; }

    public LocalDate? TrainedUntil { get; init; }

    /// <summary>The account for whom this person stands in; null when for nobody.</summary>
    public Guid? DeputyFor { get; init; }

    /// <summary>Code of the municipality that lends this person; null when nobody does.</summary>
    public string? LentBy { get; init; }

    public required Instant GrantedAt { get; init; }

    /// <summary>Who granted it; null when it came with the installation.</summary>
    public Guid? GrantedBy { get; init; }

    /// <summary>The moment from which it no longer counts, when somebody ended it before its last day was over.</summary>
    public Instant? EndedAt { get; set; }

    public Guid? EndedBy { get; set; }

    internal Membership ToMembership() => new(
        Id,
        Party,
        Municipality is { } code ? new Municipality(code) : null,
        Role,
        ValidFrom,
        ValidUntil,
        ScreenedUntil,
        AuthorisedUntil,
        TrainedUntil)
    {
        DeputyFor = DeputyFor is { } replaced ? new AccountId(replaced) : null,
        LentBy = LentBy is { } lender ? new Municipality(lender) : null,
    };
}
