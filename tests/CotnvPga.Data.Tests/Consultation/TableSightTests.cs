using CotnvPga.Data.Consultation;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Consultation;

/// <summary>What may be said or shown at the table: only what the law lets every party present receive, each value logged for each of them.</summary>
public sealed class TableSightTests : CaseTest
{
    /// <summary>The last line of the log before anything was said or shown at the table.</summary>
    private long _before;

    [Fact]
    public async Task An_item_that_one_party_may_not_hear_is_marked_before_it_is_said()
    {
        var (id, shared, own) = await AtTable();
        var warned = Done(await World.Do<TableSight, Result<TableWarnings>>(t => t.WarnAsync(Table.Burgemeester, id, null, default)));
        warned.Present.Select(p => p.Party).ShouldBe(["college", "om", "politie"]);
        warned.Items.Single(i => i.Item == shared).NotWith.ShouldBeEmpty();
        var refusal = warned.Items.Single(i => i.Item == own).NotWith.ShouldHaveSingleItem();
        refusal.Party.ShouldBe("college");
        refusal.Explanation.ShouldNotBeNullOrEmpty();
        (await Logged(shared)).ShouldBe(0L, "nothing was said yet");
    }

    [Fact]
    public async Task The_screen_shows_what_all_present_may_see_and_logs_it_for_each()
    {
        var (id, shared, own) = await AtTable();
        var screen = Done(await Show(Table.Burgemeester, id, null));
        screen.Items.Select(i => i.Id.Value).ShouldBe([shared]);
        screen.Items[0].Value.ShouldBe("Zoekt ruzie.");
        (await Logged(shared)).ShouldBe(3L);
        (await Logged(own)).ShouldBe(0L);
        (await AsSuperuser($"select count(*) from zaak.logboek where id > {_before} and gegeven_id = '{shared}' and handeling = 'raadplegen' and partij = 'burgemeester' and bewijs is not null")).ShouldBe(1L);

        Done(await Show(Table.Burgemeester, id, ["politie", "om"])).Items.Select(i => i.Id.Value).ShouldContain(own, "who left the room does not count");
        (await Show(Table.Burgemeester, id, ["rvdk"])).Refusal.ShouldBeOfType<NotValid>();
    }

    [Fact]
    public async Task Who_has_no_seat_gets_no_screen()
    {
        var (id, _, _) = await AtTable();
        (await Show(Table.Reclassering, id, null)).Refusal.ShouldBeOfType<NotKnown>();
        var weighing = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        (await Show(Table.Om, weighing, null)).Refusal.ShouldBeOfType<NotKnown>();
    }

    /// <summary>A case at the table with an item that is needed for all, and one that is needed for the three alone.</summary>
    private async Task<(SignalId Id, Guid Shared, Guid Own)> AtTable()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Zoekt ruzie."), Item("achternaam", "Jansen"));
        var items = Done(await Table.Open(Table.Burgemeester, id)).Items;
        var (shared, own) = (items.Single(i => i.Field == "waarneming").Id, items.Single(i => i.Field == "achternaam").Id);
        Done(await World.Do<ItemDesk, Result<ItemId>>(d => d.SetNecessityAsync(Table.Burgemeester, shared, null, null, [new PartyNecessity("college", "Voor het plan.", null)], default)));
        _before = (long)(await AsSuperuser("select max(id) from zaak.logboek"))!;
        return (id, shared.Value, own.Value);
    }

    private Task<Result<TableScreen>> Show(Actor actor, SignalId id, IReadOnlyList<string>? present) =>
        World.Do<TableSight, Result<TableScreen>>(t => t.ShowAsync(actor, id, present, default));

    private Task<object?> Logged(Guid item) => AsSuperuser($"select count(*) from zaak.logboek where id > {_before} and gegeven_id = '{item}' and handeling = 'ontvangen'");
}
