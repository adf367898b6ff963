using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Domain.People;

/// <summary>Somebody who works for a party in a municipality now, as colleagues see it.</summary>
/// <param name="Account">Who.</param>
/// <param name="Name">The name that colleagues see.</param>
/// <param name="Party">The party.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="Membership">Id of the membership.</param>
/// <param name="Role">Role within the party.</param>
/// <param name="CanWork">Whether screening and authorisation hold today.</param>
/// <param name="IsTrained">Whether the training counts today.</param>
public sealed record Colleague(AccountId Account, string Name, Party Party, Municipality Municipality, Guid Membership, string Role, bool CanWork, bool IsTrained);

/// <summary>Where cases ask who else works somewhere. The other seam between accounts and cases; it knows of no case.</summary>
public interface IColleagues
{
    /// <summary>Everybody who works in the municipality today, by party and name. Blocked accounts are not there.</summary>
    Task<IReadOnlyList<Colleague>> InAsync(Municipality municipality, CancellationToken cancel);

    /// <summary>Everybody who works in one of the municipalities today; who works in several is there for each.</summary>
    async Task<IReadOnlyList<Colleague>> InAsync(IEnumerable<Municipality> municipalities, CancellationToken cancel)
    {
        var all = new List<Colleague>();
        foreach (var municipality in municipalities.Distinct())
            all.AddRange(await InAsync(municipality, cancel));
        return all;
    }

    /// <summary>The names of these accounts, also of who left; accounts that do not exist are left out.</summary>
    Task<IReadOnlyDictionary<AccountId, string>> NamesAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancel);
}
