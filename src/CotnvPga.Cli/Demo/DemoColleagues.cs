using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Demo;

namespace CotnvPga.Cli.Demo;

/// <summary>The people of the demo as colleagues of each other: the stories are told before anybody can log in.</summary>
internal sealed class DemoColleagues : IColleagues
{
    public Task<IReadOnlyList<Colleague>> InAsync(Municipality municipality, CancellationToken cancel) => Task.FromResult<IReadOnlyList<Colleague>>(
    [
        .. from person in DemoWorld.People.Select(p => p.Actor)
           from m in person.Memberships
           where m.Municipality == municipality
           select new Colleague(person.Account, person.DisplayName, m.Party, municipality, m.Id, m.Role, CanWork: true, IsTrained: true),
    ]);

    public Task<IReadOnlyDictionary<AccountId, string>> NamesAsync(IReadOnlyCollection<AccountId> accounts, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<AccountId, string>>(DemoWorld.People.Where(p => accounts.Contains(p.Account)).ToDictionary(p => p.Account, p => p.DisplayName));
}
