using CotnvPga.Domain;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Identity.Memberships;

/// <summary>A membership to be granted.</summary>
/// <param name="Account">To whom.</param>
/// <param name="Party">For which party the person will act.</param>
/// <param name="Municipality">In which municipality; null for a national party.</param>
/// <param name="Role">One of <see cref="MembershipRoles.All"/>.</param>
/// <param name="From">First day: today or later, for nobody had access yesterday that was granted today.</param>
/// <param name="Until">Last day; null when open.</param>
/// <param name="ScreenedUntil">Last day of the screening or VOG (besluit-pga:12).</param>
/// <param name="AuthorisedUntil">Last day of the authorisation (wet-pga:13.1).</param>
/// <param name="TrainedUntil">Last day on which the training counts (besluit-pga:17).</param>
public sealed record GrantMembership(
    AccountId Account,
    Party Party,
    Municipality? Municipality,
    string Role,
    LocalDate From,
    LocalDate? Until,
    LocalDate? ScreenedUntil,
    LocalDate? AuthorisedUntil,
    LocalDate? TrainedUntil)
{
    /// <summary>For whom the person will stand in.</summary>
    public AccountId? DeputyFor { get; init; }

    /// <summary>The municipality that lends the person.</summary>
    public Municipality? LentBy { get; init; }

    /// <summary>Everything that is wrong with it by itself, without looking at what is stored.</summary>
    internal IEnumerable<FieldError> Errors(LocalDate today)
    {
        if (MembershipRoles.ReachOf(Party) is not { } reach)
            yield return new FieldError("partij", "Voor deze partij kan niemand een lidmaatschap krijgen.");
        else if (reach == Reach.OneMunicipality && Municipality is null)
            yield return new FieldError("gemeente", "Kies de gemeente waarvoor dit lidmaatschap geldt.");
        else if (reach == Reach.National && Municipality is not null)
            yield return new FieldError("gemeente", "Deze partij werkt landelijk. Laat de gemeente leeg.");

        if (Municipality is { Code: var code } && !(code.Length == 4 && code.All(char.IsAsciiDigit)))
            yield return new FieldError("gemeente", "De code van een gemeente heeft vier cijfers.");
        if (!MembershipRoles.All.Contains(Role))
            yield return new FieldError("rol", $"Deze rol bestaat niet. Kies uit: {string.Join(", ", MembershipRoles.All.Order(StringComparer.Ordinal))}.");
        if (From < today)
            yield return new FieldError("van", "Een lidmaatschap kan niet met terugwerkende kracht beginnen.");
        if (Until < From)
            yield return new FieldError("tot", "De laatste dag ligt voor de eerste dag.");
    }
}
