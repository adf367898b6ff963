using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using NodaTime;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Signals;

/// <summary>Recording items, their necessity, and the supplier's shielding.</summary>
public sealed class ItemTests : CaseTest
{
    private static readonly NewGate Wpg = new("wpg", "18", "Hulpofficier", new LocalDate(2026, 11, 1));

    [Fact]
    public async Task The_police_record_only_with_the_gate_of_their_own_law()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        (await Table.Add(Table.Politie, id, Item("politie_duiding", "Duiding."))).Refusal.ShouldBeOfType<NotAllowed>().Missing.ShouldBe([["grondslag_wpg"]]);
        Done(await Table.Add(Table.Politie, id, Item("politie_duiding", "Duiding.", gate: Wpg)));
        Done(await Table.Open(Table.Om, id)).Items.ShouldContain(i => i.Field == "politie_duiding" && i.Value == "Duiding.");
    }

    [Fact]
    public async Task One_item_that_may_not_be_recorded_keeps_all_out()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        (await Table.Add(Table.Burgemeester, id, Item("huisvesting", "Woont alleen."), Item("justitiele_antecedenten", "Geen."))).Refusal.ShouldBeOfType<NotAllowed>();
        Done(await Table.Open(Table.Burgemeester, id)).Items.ShouldNotContain(i => i.Field == "huisvesting");
    }

    [Fact]
    public async Task A_belief_shows_only_once_its_necessity_is_motivated_apart()
    {
        var belief = new NewItem("geloofsovertuiging", "Is bekeerd.", null, null, null, "Duiding van de uitingen.", "Alleen zo zijn de uitingen te begrijpen.", [], null);
        var id = await Table.InWeighing(belief);
        var item = Done(await Table.Open(Table.Om, id)).Items.Single(i => i.Field == "geloofsovertuiging").Id;
        Done(await World.Do<ItemDesk, Result<ItemId>>(d => d.SetNecessityAsync(Table.Burgemeester, item, "Duiding.", "", [], default)));
        var view = Done(await Table.Open(Table.Om, id));
        view.Items.ShouldNotContain(i => i.Id == item);
        view.Conditional.Single(c => c.Id == item).Answer.Missing.ShouldBe([["noodzakelijk_bijzonder"]]);
    }

    [Fact]
    public async Task The_field_is_never_looser_than_its_content()
    {
        var loose = new NewItem("geloofsovertuiging", "Is bekeerd.", null, "geen", null, "Nodig.", null, [], null);
        (await Table.Register(Table.Burgemeester, loose)).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("gegevens[0].bijzonder");
    }

    [Fact]
    public async Task A_supplier_holds_an_item_back_and_only_the_supplier_still_sees_it()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Table.Add(Table.Politie, id, Item("politie_duiding", "Duiding.", gate: Wpg)));
        var item = Done(await Table.Open(Table.Om, id)).Items.Single(i => i.Field == "politie_duiding").Id;

        (await Shield(Table.Om, item, true)).Refusal.ShouldBeOfType<NotAllowed>();
        Done(await Shield(Table.Politie, item, true));
        var forOm = Done(await Table.Open(Table.Om, id));
        forOm.Items.ShouldNotContain(i => i.Id == item);
        forOm.Conditional.ShouldNotContain(c => c.Id == item, "its existence is not told");
        Done(await Table.Open(Table.Politie, id)).Items.ShouldContain(i => i.Id == item);

        Done(await Shield(Table.Politie, item, false));
        Done(await Table.Open(Table.Om, id)).Items.ShouldContain(i => i.Id == item);
    }

    [Fact]
    public async Task An_item_of_a_case_one_does_not_know_is_not_there()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var item = Done(await Table.Open(Table.Om, id)).Items[0].Id;
        (await Shield(CaseWorld.Person(Party.Om, "9902"), item, true)).Refusal.ShouldBeOfType<NotKnown>();
        (await Shield(Table.Reclassering, item, true)).Refusal.ShouldBeOfType<NotKnown>();
        (await Shield(Table.Om, ItemId.New(), true)).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task Another_participant_registers_at_one_of_the_three()
    {
        var signal = Done(await Table.Register(Table.Reclassering, Item("alias", "Falcon", supplier: "reclassering")));
        signal.Phase.ShouldBe(Phase.Aanmelding);
        Done(await Table.Open(Table.Burgemeester, signal.Id)).Steps.Select(s => s.Code).ShouldContain("in_weging");
        Done(await Table.Open(Table.Reclassering, signal.Id)).Items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_valid_screening_nothing_shows_at_the_next_request()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var lapsed = Table.Om with { Memberships = [.. Table.Om.Memberships.Select(m => m with { ScreenedUntil = new LocalDate(2020, 1, 1) })] };
        Done(await Table.Open(lapsed, id)).Items.ShouldBeEmpty();
        var ended = Table.Om with { Memberships = [.. Table.Om.Memberships.Select(m => m with { Until = m.From })] };
        (await Table.Open(ended, id)).Refusal.ShouldBeOfType<NotKnown>();
    }

    private Task<Result<ItemId>> Shield(Actor actor, ItemId item, bool shielded) =>
        World.Do<ItemDesk, Result<ItemId>>(desk => desk.ShieldAsync(actor, item, shielded, "Loopt een onderzoek.", default));
}
