using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Domain.People;

/// <summary>The person who acts, with the memberships as they are at this request.</summary>
public sealed record Actor(AccountId Account, string UserName, string DisplayName, IReadOnlyList<Membership> Memberships)
{
    /// <summary>True for a report that came in without log-in: nobody recorded it.</summary>
    public bool IsNobody => Account.Value == Guid.Empty;
}

/// <summary>A person acts for one party in one municipality, in one role, for a time (wet-pga:12.3, 13.1).</summary>
/// <param name="Id">Its id.</param>
/// <param name="Party">The party.</param>
/// <param name="Municipality">The municipality; null for a national party.</param>
/// <param name="Role">Role within the party, such as <c>coordinator</c>.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null when open.</param>
/// <param name="ScreenedUntil">Last day of the valid screening or VOG (besluit-pga:12); null when there is none.</param>
/// <param name="AuthorisedUntil">Last day of the authorisation (wet-pga:13.1); null when there is none.</param>
/// <param name="TrainedUntil">Last day on which the training counts (besluit-pga:17); null when there is none.</param>
public sealed record Membership(
    Guid Id,
    Party Party,
    Municipality? Municipality,
    string Role,
    LocalDate From,
    LocalDate? Until,
    LocalDate? ScreenedUntil,
    LocalDate? AuthorisedUntil,
    LocalDate? TrainedUntil)
{
    /// <summary>For whom this person stands in; null when for nobody. Both stand in the log of what is done with it.</summary>
    public AccountId? DeputyFor { get; init; }

    /// <summary>The municipality that lends this person to <see cref="Municipality"/>; null when nobody does.</summary>
    public Municipality? LentBy { get; init; }

    /// <summary>Whether the person acts for the party on this day.</summary>
    public bool IsInForce(LocalDate day) => From <= day && (Until is not { } until || day <= until);

    /// <summary>Whether the circumstance <c>geautoriseerd</c> holds: in force, screened and authorised.</summary>
    public bool IsAuthorised(LocalDate day) =>
        IsInForce(day) && ScreenedUntil is { } screened && day <= screened && AuthorisedUntil is { } authorised && day <= authorised;

    /// <summary>Whether the circumstance <c>opgeleid</c> holds: in force, and trained for this work.</summary>
    public bool IsTrained(LocalDate day) => IsInForce(day) && TrainedUntil is { } trained && day <= trained;
}
