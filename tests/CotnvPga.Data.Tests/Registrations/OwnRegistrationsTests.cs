using CotnvPga.Data.Interests;
using CotnvPga.Data.Registrations;
using CotnvPga.Domain;
using CotnvPga.Domain.Interests;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using NodaTime;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Registrations;

/// <summary>What one's own party recorded goes out only to who may see it now: to whoever lost the case, it is not there.</summary>
public sealed class OwnRegistrationsTests : CaseTest
{
    [Fact]
    public async Task Each_party_finds_what_it_recorded_itself()
    {
        await WeighedByTwo();

        (await ValuesOf(Table.Burgemeester)).ShouldBe(["Van de burgemeester."]);
        (await ValuesOf(Table.Plaatsvervanger)).ShouldBe(["Van de burgemeester."], "a colleague of the party recorded it");
        (await ValuesOf(Table.Politie)).ShouldBe(["Van de politie."]);
        (await ValuesOf(Table.Om)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("uitgesloten")]
    [InlineData("alleen")]
    public async Task Who_was_kept_out_of_a_case_finds_nothing_of_it_and_colleagues_still_do(string kind)
    {
        var id = await WeighedByTwo();
        var named = kind == "uitgesloten" ? Table.Plaatsvervanger : Table.Burgemeester;
        Done(await World.Do<InterestDesk, Result<Guid>>(desk => desk.AddAsync(Table.Burgemeester, id, new NewInterest(kind, named.Account.Value, null, "Kent de familie.", "De coördinator"), default)));

        (await ValuesOf(Table.Plaatsvervanger)).ShouldBeEmpty();
        (await ValuesOf(Table.Burgemeester)).ShouldBe(["Van de burgemeester."]);
    }

    /// <summary>Closing shields a case at once (wet-pga:6.3); who keeps it to destroy it sees nothing either, and after destruction nothing is left.</summary>
    [Fact]
    public async Task Nothing_goes_out_of_a_case_that_was_shielded_or_destroyed()
    {
        var id = await WeighedByTwo();
        foreach (var actor in new[] { Table.Politie, Table.Om, Table.Burgemeester })
            Done(await Table.Judge(actor, id, "niet_in_overeenstemming"));
        Done(await Table.Take(Table.Om, id, "weging_vaststellen"));
        await NobodyFindsAnything("shielded");

        foreach (var actor in new[] { Table.Burgemeester, Table.Plaatsvervanger })
            Done(await Table.Take(actor, id, "vernietigen", new StepWords { Toelichting = "Niet meer nodig." }));
        (await AsSuperuser($"select fase from zaak.signaal where id = '{id}'")).ShouldBe("vernietigd");
        await NobodyFindsAnything("destroyed");
    }

    private async Task NobodyFindsAnything(string when)
    {
        foreach (var actor in new[] { Table.Burgemeester, Table.Plaatsvervanger, Table.Politie, Table.Om })
            (await ValuesOf(actor)).ShouldBeEmpty(when);
    }

    private async Task<SignalId> WeighedByTwo()
    {
        _ = Table.Plaatsvervanger;
        var id = await Table.InWeighing(Item("waarneming", "Van de burgemeester."));
        Done(await Table.Add(Table.Politie, id, Item("politie_duiding", "Van de politie.", gate: new NewGate("wpg", "18", "Hulpofficier", new LocalDate(2026, 11, 1)))));
        return id;
    }

    private async Task<IEnumerable<string>> ValuesOf(Actor actor)
    {
        var today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
        var found = await World.Do<OwnRegistrations, Result<IReadOnlyList<OwnRegistration>>>(own => own.ReadAsync(actor, today.PlusDays(-1), today.PlusDays(1), default));
        return Done(found).Select(r => r.Item.Value);
    }
}
