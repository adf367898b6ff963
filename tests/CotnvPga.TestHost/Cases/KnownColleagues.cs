using CotnvPga.Domain;
using CotnvPga.Domain.People;
using NodaTime;

namespace CotnvPga.TestHost.Cases;

/// <summary>The people that a test has named so far, as colleagues of each other.</summary>
public sealed class KnownColleagues(IClock clock, DateTimeZone zone) : IColleagues
{
    private readonly Dictionary<AccountId, Actor> _people = [];

    /// <summary>Adds a person; a person who is there already is replaced.</summary>
    public void Add(Actor actor) => _people[actor.Account] = actor;

    public Task<IReadOnlyList<Colleague>> InAsync(Municipality municipality, CancellationToken cancel)
    {
        var today = clock.GetCurrentInstant().InZone(zone).Date;
        return Task.FromResult<IReadOnlyList<Colleague>>(
        [
            .. from person in _people.Values
               from m in person.Memberships
               where m.Municipality == municipality && m.IsInForce(today)
               select new Colleague(person.Account, person.DisplayName, m.Party, municipality, m.Id, m.Role, m.IsAuthorised(today), m.IsTrained(today)),
        ]);
    }

    public Task<IReadOnlyDictionary<AccountId, string>> NamesAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<AccountId, string>>(_people.Where(p => accounts.Contains(p.Key)).ToDictionary(p => p.Key, p => p.Value.DisplayName));
}
