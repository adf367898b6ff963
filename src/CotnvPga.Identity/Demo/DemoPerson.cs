using System.Security.Cryptography;
using System.Text;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Identity.Demo;

/// <summary>A fictional person who can log in to the demo.</summary>
/// <param name="UserName">What is typed to log in.</param>
/// <param name="DisplayName">What colleagues see.</param>
/// <param name="Party">The party the person acts for.</param>
/// <param name="Role">The role in that party.</param>
/// <param name="Municipalities">Codes of the municipalities; empty for a national party.</param>
public sealed record DemoPerson(string UserName, string DisplayName, Party Party, string Role, params IReadOnlyList<string> Municipalities)
{
    /// <summary>The id of the account. It follows from the name, so that demo cases can refer to people before they log in.</summary>
    public AccountId Account => new(IdFrom($"demo-account:{UserName}"));

    /// <summary>The person as one who acts, with the memberships that the demo gives.</summary>
    public Actor Actor => new(Account, UserName, DisplayName, [.. Memberships().Select(m => new Membership(
        m.Id, Party, m.Municipality is { } code ? new Municipality(code) : null, Role, FirstDay, null, FarAhead, FarAhead, FarAhead))]);

    internal static LocalDate FirstDay { get; } = new(2025, 7, 1);

    internal static LocalDate FarAhead { get; } = new(2099, 12, 31);

    internal IEnumerable<(Guid Id, string? Municipality)> Memberships() => Municipalities.Count == 0
        ? [(IdFrom($"demo-lidmaatschap:{UserName}"), null)]
        : Municipalities.Select(code => (IdFrom($"demo-lidmaatschap:{UserName}:{code}"), (string?)code));

    private static Guid IdFrom(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
}
