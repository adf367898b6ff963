using CotnvPga.Data.Consultation;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using NodaTime;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Consultation;

/// <summary>Guests never have an account on a case; what they get is handed over, item by item, where the law lets them receive it.</summary>
public sealed class ConsultationTests : CaseTest
{
    private static readonly string[] TheThree = ["burgemeester", "politie", "om"];
    private static readonly string Today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date.ToString("uuuu-MM-dd", null);

    private static readonly NewAdmission Adviser = new("nctv", "L. Adviseur", "NCTV", "taak_cotnv", "Samenhang met andere regio's", Today, new NewConcreteEvent("Uitreis dreigt", "Paspoortmaatregel"));

    [Fact]
    public async Task The_adviser_of_the_minister_is_let_in_by_the_three_and_receives_only_what_the_law_lists()
    {
        var id = await Table.AtTable(TheThree, Item("waarneming", "Iets gezien."));
        Done(await Table.Add(Table.Burgemeester, id, Item("bsn", "999990007")));
        Done(await Admit(Table.Burgemeester, id, Adviser)).WaitingFor.ShouldBe(["om", "politie"]);
        Done(await Admit(Table.Politie, id, Adviser)).WaitingFor.ShouldBe(["om"]);
        Done(await Admit(Table.Om, id, Adviser)).Id.ShouldNotBeNull();
        (await Table.Open(Table.Person(Party.Nctv, null), id, Purpose.Coordinatie)).Refusal.ShouldBeOfType<NotKnown>("a seat at the table is no access to the case");

        var items = Done(await Table.Open(Table.Burgemeester, id)).Items;
        var seen = items.Single(i => i.Field == "waarneming").Id.Value;
        var bsn = items.Single(i => i.Field == "bsn").Id.Value;

        // The item was needed for the three; for the minister's task nobody said why yet.
        (await HandOver(id, "nctv", seen)).Refusal.ShouldBeOfType<NotAllowed>().Missing.ShouldBe([["noodzakelijk"]]);
        Done(await Need(Table.Burgemeester, new ItemId(seen), "nctv"));
        Done(await Need(Table.Burgemeester, new ItemId(bsn), "nctv"));
        Done(await HandOver(id, "nctv", seen)).Grounds.ShouldContain(g => g.StartsWith("wet-cotnv", StringComparison.Ordinal));
        (await HandOver(id, "nctv", seen, bsn)).Refusal.ShouldBeOfType<NotAllowed>("all or nothing: a bsn is not on the list");
        (await AsSuperuser("select count(*) from zaak.logboek where partij = 'burgemeester' and aan = 'nctv' and handeling = 'ontvangen'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Not_at_the_weighing_and_not_without_a_ground()
    {
        var weighing = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        (await Admit(Table.Burgemeester, weighing, Adviser)).Refusal.ShouldBeOfType<NotAllowed>();
        var table = await Table.AtTable(TheThree, Item("waarneming", "Iets gezien."));
        (await Admit(Table.Burgemeester, table, Adviser with { Basis = "deskundigheid" })).Refusal.ShouldBeOfType<NotAllowed>();
        (await Admit(Table.Burgemeester, table, Adviser with { Party = "politie" })).Refusal.ShouldBeOfType<NotValid>();
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("2100-01-01 's avonds")]
    public async Task A_meeting_beyond_the_last_day_is_refused_at_once(string meeting)
    {
        var table = await Table.AtTable(TheThree, Item("waarneming", "Iets gezien."));
        (await Admit(Table.Burgemeester, table, new NewAdmission("derde", "M. Mentor", "Jongerenwerk", "deskundigheid", "Kent de jongere", meeting, null)))
            .Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("overleg");
    }

    [Fact]
    public async Task A_seat_ends_with_the_meeting()
    {
        var id = await Table.AtTable(TheThree, Item("waarneming", "Iets gezien."));
        var carer = new NewAdmission("derde", "M. Mentor", "Jongerenwerk", "deskundigheid", "Kent de jongere", Today, null);
        foreach (var actor in new[] { Table.Burgemeester, Table.Politie, Table.Om })
            Done(await Admit(actor, id, carer));
        var item = Done(await Table.Open(Table.Burgemeester, id)).Items.Single(i => i.Field == "waarneming").Id;
        Done(await Need(Table.Burgemeester, item, "derde"));
        Done(await HandOver(id, "derde", item.Value));
        await AsSuperuser("update zaak.omstandigheid set tot = now() where bron = 'toelating'");
        (await HandOver(id, "derde", item.Value)).Refusal.ShouldBeOfType<NotAllowed>().Missing.ShouldBe([["doel_schriftelijk", "toegelaten"]]);
    }

    [Fact]
    public async Task What_the_giver_does_not_see_is_not_known_to_exist()
    {
        var id = await Table.AtTable([.. TheThree, "reclassering"], Item("waarneming", "Iets gezien."));
        var hidden = Done(await Table.Open(Table.Burgemeester, id)).Items[0].Id.Value;
        var refusal = await World.Do<Handovers, Result<HandoverView>>(h => h.HandOverAsync(Table.Reclassering, id, null, new NewHandover("derde", [hidden], null, []), default));
        refusal.Refusal.ShouldBeOfType<NotValid>().Errors.Single().Message.ShouldBe("Wij vinden dit gegeven niet.");
        var invented = await World.Do<Handovers, Result<HandoverView>>(h => h.HandOverAsync(Table.Reclassering, id, null, new NewHandover("derde", [Guid.NewGuid()], null, []), default));
        invented.Refusal.ShouldBeOfType<NotValid>().Errors.Single().Message.ShouldBe("Wij vinden dit gegeven niet.");
    }

    private Task<Result<AdmissionView>> Admit(Actor actor, SignalId id, NewAdmission admission) =>
        World.Do<Admissions, Result<AdmissionView>>(a => a.AdmitAsync(actor, id, admission, default));

    private Task<Result<HandoverView>> HandOver(SignalId id, string to, params Guid[] items) =>
        World.Do<Handovers, Result<HandoverView>>(h => h.HandOverAsync(Table.Burgemeester, id, null, new NewHandover(to, items, null, []), default));

    private Task<Result<ItemId>> Need(Actor actor, ItemId item, string party) =>
        World.Do<ItemDesk, Result<ItemId>>(desk => desk.SetNecessityAsync(actor, item, null, null, [new PartyNecessity(party, "Nodig voor de taak.", null)], default));
}
