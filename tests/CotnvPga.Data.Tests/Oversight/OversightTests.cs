using CotnvPga.Data.Oversight;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using NodaTime;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Oversight;

/// <summary>Who reviews, and whose data it is: rights on their own ground, for their own purpose.</summary>
public sealed class OversightTests : CaseTest
{
    private static readonly LocalDate Soon = SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(30);

    [Fact]
    public async Task The_data_protection_officer_sees_what_is_needed_for_a_review_and_only_while_it_is_open()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."), Item("achternaam", "A."));
        var item = Done(await Table.Open(Table.Om, id)).Items.Single(i => i.Field == "waarneming").Id;
        (await Table.Open(Table.Fg, id)).Refusal.ShouldBeOfType<NotKnown>();
        (await Review(CaseWorld.Person(Party.Fg, "9902"), id)).Refusal.ShouldBeOfType<NotKnown>();
        (await Review(Table.Om, id)).Refusal.ShouldBeOfType<NotAllowed>();
        Done(await Review(Table.Fg, id));

        Done(await World.Do<ItemDesk, Result<ItemId>>(d => d.SetNecessityAsync(Table.Om, item, null, null, [new PartyNecessity("fg", "Toetsing.", null)], default)));
        var view = Done(await Table.Open(Table.Fg, id));
        view.Viewer.Purpose.ShouldBe(Purpose.Toetsing);
        view.Items.Single().Id.ShouldBe(item);

        await AsSuperuser("update zaak.omstandigheid set tot = now() where code = 'toetsing_geopend'");
        (await Table.Open(Table.Fg, id)).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task The_log_shows_an_item_only_to_who_may_see_it_now()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "reclassering"], Item("waarneming", "Iets gezien."));
        Done(await Table.Open(Table.Om, id));
        var own = Done(await World.Do<Logbook, Result<IReadOnlyList<LogLine>>>(l => l.ReadAsync(Table.Om, id, null, default)));
        own.ShouldAllBe(l => l.Party == "om");
        own.ShouldContain(l => l.Act == "raadplegen" && l.Item != null && l.Grounds.Count > 0);
        var reclassering = Done(await World.Do<Logbook, Result<IReadOnlyList<LogLine>>>(l => l.ReadAsync(Table.Reclassering, id, null, default)));
        reclassering.ShouldAllBe(l => l.Party == "reclassering" && l.Item == null && l.Category == null);
    }

    [Fact]
    public async Task A_request_of_the_person_opens_the_case_for_the_contact_point_also_after_closing()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om"], Item("waarneming", "Iets gezien."));
        Done(await Table.Add(Table.Burgemeester, id, Item("huishoudleden", "Moeder en zus.")));
        var relation = Done(await Table.Open(Table.Politie, id)).Items.Single(i => i.Field == "huishoudleden").Id;
        (await Table.Open(Table.Politie, id, Purpose.Toetsing)).Refusal.ShouldBeOfType<NotAllowed>();
        Done(await Table.Open(Table.Burgemeester, id, Purpose.Rechten)).Items.ShouldBeEmpty();

        (await Ask(Table.Politie, id, "betrokkene")).Refusal.ShouldBeOfType<NotAllowed>();
        Done(await Ask(Table.Burgemeester, id, "betrokkene"));
        Done(await Table.Open(Table.Burgemeester, id, Purpose.Rechten)).Items.ShouldContain(i => i.Field == "waarneming");
        Done(await Ask(Table.Burgemeester, id, "relatie", relation.Value));
        (await Ask(Table.Burgemeester, id, "relatie", Guid.NewGuid())).Refusal.ShouldBeOfType<NotValid>();
        Done(await Table.Open(Table.Burgemeester, id, Purpose.Rechten)).Items.ShouldContain(i => i.Field == "huishoudleden");

        await Table.Together(id, "plan_vaststellen", new StepWords { Doelen = ["Werk"], Interventies = [new("Begeleiding", "college", Soon)] });
        await Table.Together(id, "afsluiten", new StepWords { Reden = "doelen_bereikt" });
        Done(await Table.Open(Table.Burgemeester, id, Purpose.Rechten)).Items.ShouldContain(i => i.Field == "waarneming");
        Done(await Table.Open(Table.Burgemeester, id)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_decided_request_closes_what_it_opened()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om"], Item("waarneming", "Iets gezien."));
        Done(await Table.Add(Table.Burgemeester, id, Item("huishoudleden", "Moeder en zus.")));
        var relation = Done(await Table.Open(Table.Politie, id)).Items.Single(i => i.Field == "huishoudleden").Id;
        var request = Done(await Ask(Table.Burgemeester, id, "relatie", relation.Value));
        Done(await Table.Open(Table.Burgemeester, id, Purpose.Rechten)).Items.ShouldContain(i => i.Id == relation);

        (await Decide(Table.Politie, id, request)).Refusal.ShouldBeOfType<NotAllowed>();
        (await Decide(Table.Burgemeester, id, Guid.NewGuid())).Refusal.ShouldBeOfType<NotKnown>();
        Done(await Decide(Table.Burgemeester, id, request));
        Done(await Table.Open(Table.Burgemeester, id, Purpose.Rechten)).Items.ShouldBeEmpty();
    }

    private Task<Result<Guid>> Decide(Actor actor, SignalId id, Guid request) =>
        World.Do<OversightDesk, Result<Guid>>(d => d.DecideRequestAsync(actor, id, request, new NewDecision("Inzage gegeven.", null, [], null), default));


    private Task<Result<Guid>> Review(Actor actor, SignalId id) => World.Do<OversightDesk, Result<Guid>>(d => d.OpenReviewAsync(actor, id, "Steekproef", Soon, default));

    private Task<Result<Guid>> Ask(Actor actor, SignalId id, string requester, params Guid[] items) =>
        World.Do<OversightDesk, Result<Guid>>(d => d.OpenRequestAsync(actor, id, new NewRequest("inzage", requester, items), default));
}
