using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Domain.Continuity;

/// <summary>The people of one function: a party in a municipality. The queue of work is theirs together.</summary>
/// <param name="Party">The party.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="Needed">How many there should be.</param>
/// <param name="Seats">Who works there now.</param>
public sealed record Bench(Party Party, Municipality Municipality, int Needed, IReadOnlyList<Seat> Seats)
{
    /// <summary>How many people could work today: screened, authorised, trained and not away.</summary>
    public int Available => Seats.Where(s => s.IsAvailable).Select(s => s.Account).Distinct().Count();

    /// <summary>Whether fewer people can work than the function needs: it rests on one person, or on nobody.</summary>
    public bool IsThin => Available < Needed;
}

/// <summary>One membership on a bench.</summary>
/// <param name="Account">Who.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Membership">Id of the membership.</param>
/// <param name="Role">Role within the party.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null when open.</param>
/// <param name="CanWork">Whether screening and authorisation hold.</param>
/// <param name="IsTrained">Whether the training counts.</param>
public sealed record Seat(
    AccountId Account, string Name, Guid Membership, string Role, LocalDate From, LocalDate? Until, bool CanWork, bool IsTrained)
{
    /// <summary>The last day of the absence of today; null while the person works.</summary>
    public LocalDate? AwayUntil { get; init; }

    /// <summary>Absences that are to come, as first and last day.</summary>
    public IReadOnlyList<(LocalDate First, LocalDate Last)> WillBeAway { get; init; } = [];

    /// <summary>For whom this person stands in; null when for nobody.</summary>
    public string? DeputyFor { get; init; }

    /// <summary>The municipality that lends this person.</summary>
    public Municipality? LentBy { get; init; }

    /// <summary>Where the review of access stands for this membership.</summary>
    public ReviewState Review { get; init; }

    /// <summary>The day on which the account ends because nobody uses it, once that was told.</summary>
    public LocalDate? EndsUnused { get; init; }

    /// <summary>Whether this person could work today.</summary>
    public bool IsAvailable => CanWork && IsTrained && AwayUntil is null;
}

/// <summary>Where the review of one membership stands.</summary>
public enum ReviewState
{
    /// <summary>Not asked this quarter: the membership began in it.</summary>
    NietNodig,

    /// <summary>Confirmed this quarter.</summary>
    Bevestigd,

    /// <summary>Asked, and in time.</summary>
    TeDoen,

    /// <summary>Not confirmed in time. It goes on until somebody decides to end it.</summary>
    TeLaat,
}
