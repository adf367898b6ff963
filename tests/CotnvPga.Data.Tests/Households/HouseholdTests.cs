using CotnvPga.Data.Households;
using CotnvPga.Data.Reports;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Households;

/// <summary>Cases of one household are linked by number, without joining files or rights; a registered case cannot die with one party.</summary>
public sealed class HouseholdTests : CaseTest
{
    [Fact]
    public async Task The_three_see_the_number_of_the_other_case_and_nothing_more()
    {
        var (first, number) = await WeighingAsync();
        var (second, other) = await WeighingAsync();
        Done(await Link(Table.Om, first, other)).ShouldBe([other]);
        Done(await Read(Table.Politie, second)).ShouldBe([number], "a link goes both ways");
        (await Link(Table.Politie, second, number)).Refusal.ShouldBeOfType<NotNow>();
        (await Read(Table.College, first)).Refusal.ShouldBeOfType<NotKnown>();
        Done(await Table.Open(Table.Om, first)).Items.Count.ShouldBe(2, "files stay apart");
        Done(await World.Do<HouseholdDesk, Result<IReadOnlyList<string>>>(d => d.UnlinkAsync(Table.Burgemeester, second, number, default))).ShouldBeEmpty();
        Done(await Read(Table.Om, first)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_case_that_one_does_not_know_is_not_found_by_its_number()
    {
        var (first, _) = await WeighingAsync();
        var hidden = Done(await Table.Register(Table.Burgemeester, Item("waarneming", "Gezien."))).Number;
        var elsewhere = Done(await new CaseTable(World, "9902").Register(CaseWorld.Person(Party.Burgemeester, "9902"))).Number;
        foreach (var number in new[] { hidden, elsewhere, "2222-2222-2222", " ", Done(await Table.Open(Table.Om, first)).State.Number })
            (await Link(Table.Om, first, number)).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("nummer");
    }

    [Fact]
    public async Task A_participant_that_is_not_of_the_three_links_nothing_and_destruction_ends_a_link()
    {
        var table = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Gezien."));
        var (second, other) = await WeighingAsync();
        (await Link(Table.College, table, other)).Refusal.ShouldBeOfType<NotAllowed>();
        Done(await Link(Table.Om, table, other));
        await AsSuperuser($"select zaak.vernietig('{second}', 'toets')");
        Done(await Read(Table.Om, table)).ShouldBeEmpty();
        (await AsSuperuser("select count(*) from zaak.verband")).ShouldBe(0L);
    }

    [Fact]
    public async Task The_other_two_see_that_a_registered_case_exists_and_nothing_of_what_it_says()
    {
        var id = await Table.InRegistration(Item("waarneming", "Gezien."));
        var number = Done(await Table.Open(Table.Burgemeester, id)).State.Number;
        foreach (var actor in new[] { Table.Burgemeester, Table.Politie, Table.Om })
            Done(await Registered(actor)).Select(l => (l.Nummer, l.Partij)).ShouldBe([(number, "burgemeester")]);
        foreach (var actor in new[] { Table.College, Table.Reclassering, Table.Fg, CaseWorld.Person(Party.Politie, "9902") })
            Done(await Registered(actor)).ShouldBeEmpty();
        Done(await Table.Take(Table.Burgemeester, id, "in_weging"));
        Done(await Registered(Table.Om)).ShouldBeEmpty("now it is in the worklist of the three");
    }

    private async Task<(SignalId Id, string Number)> WeighingAsync()
    {
        var id = await Table.InWeighing(Item("waarneming", "Gezien."));
        return (id, Done(await Table.Open(Table.Om, id)).State.Number);
    }

    private Task<Result<IReadOnlyList<string>>> Link(Actor actor, SignalId id, string number) => World.Do<HouseholdDesk, Result<IReadOnlyList<string>>>(d => d.LinkAsync(actor, id, number, default));

    private Task<Result<IReadOnlyList<string>>> Read(Actor actor, SignalId id) => World.Do<HouseholdDesk, Result<IReadOnlyList<string>>>(d => d.ReadAsync(actor, id, default));

    private Task<Result<IReadOnlyList<RegisteredLine>>> Registered(Actor actor) => World.Do<ReportDesk, Result<IReadOnlyList<RegisteredLine>>>(d => d.RegisteredAsync(actor, default));
}
