using CotnvPga.Convenant.Process;
using CotnvPga.Data.Interests;
using CotnvPga.Data.Notifications;
using CotnvPga.Domain;
using CotnvPga.Domain.Interests;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Notifications;

/// <summary>What happens in a case is told to whom the rule data name, as far as that person can know of the case.</summary>
public sealed class CaseEventsTests : CaseTest
{
    [Fact]
    public async Task What_happened_is_written_with_the_act_and_nothing_of_what_was_refused()
    {
        var id = await Table.InRegistration(Item("waarneming", "Iets gezien."));
        await ForgetAsync();
        (await Table.Take(Table.College, id, "in_weging")).IsDone.ShouldBeFalse();
        (await Waiting()).ShouldBeEmpty();

        Done(await Table.Take(Table.Burgemeester, id, "in_weging"));

        var happened = (await Waiting()).ShouldHaveSingleItem();
        (happened.Case, happened.Kind, happened.By).ShouldBe((id, "in_weging", Table.Burgemeester.Account));
        happened.Municipalities.Select(m => m.Code).ShouldBe(["9901"]);
        await World.Do<CaseEvents, int>(async e => { await e.DoneAsync(happened, default); return 0; });
        (await Waiting()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whose_turn_it_is_is_told_and_nobody_who_cannot_know_of_the_case()
    {
        var id = await Table.InRegistration(Item("waarneming", "Iets gezien."));
        _ = Table.Plaatsvervanger;
        Done(await World.Do<InterestDesk, Result<Guid>>(desk => desk.AddAsync(Table.Burgemeester, id, new NewInterest("uitgesloten", Table.Plaatsvervanger.Account.Value, null, "Familie.", "De coördinator"), default)));
        await ForgetAsync();
        Done(await Table.Take(Table.Burgemeester, id, "in_weging"));
        var happened = (await Waiting()).Single();

        (await For(Table.Politie, happened)).ShouldBe(["taak"]);
        (await For(Table.Om, happened)).ShouldBe(["taak"]);
        (await For(Table.Burgemeester, happened)).ShouldBeEmpty("who did it knows");
        (await For(Table.Plaatsvervanger, happened)).ShouldBeEmpty("for who is excluded there is no case");
        (await For(Table.College, happened)).ShouldBeEmpty("not asked yet");
        (await For(Table.Person(Party.Politie, "9902"), happened)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_proposal_is_told_to_who_must_still_agree_and_a_question_to_who_is_asked()
    {
        var id = await Table.Weighed("in_overeenstemming", Item("waarneming", "Iets gezien.") with { NecessityPerParty = [new PartyNecessity("reclassering", "Voor het toezicht.", null)] });
        await ForgetAsync();
        var words = new StepWords { Deelnemers = [new("college", "nodig", null)] };
        Done(await Table.Take(Table.Burgemeester, id, "deelnemers_vaststellen", words));
        Done(await Table.Take(Table.Politie, id, "deelnemers_vaststellen", words));
        var proposed = (await Waiting()).Single(e => e.Kind == "voorstel");
        (await For(Table.Om, proposed)).ShouldBe(["instemmen"]);
        (await For(Table.Politie, proposed)).ShouldBeEmpty("agreed already");

        await ForgetAsync();
        Done(await Table.Take(Table.Om, id, "raadpleging_openen", new StepWords { Partij = "reclassering", Vraag = "Kent u deze persoon?" }));
        (await For(Table.Reclassering, (await Waiting()).Single())).ShouldBe(["vraag"]);
    }

    [Fact]
    public async Task Everything_that_can_happen_leads_to_somebody_and_texts_have_no_place_for_a_name()
    {
        foreach (var notification in TestHost.Cases.CaseWorld.Convenant.Process.Notifications)
        {
            notification.When.ShouldNotBeEmpty(notification.Code);
            notification.To.ShouldAllBe(to => NotificationDefinition.Receivers.Contains(to));
            (notification.Label + notification.Text).ShouldNotContain("{");
        }
        (await Should.ThrowAsync<PostgresException>(() => AsPortal("select count(*) from zaak.gebeurtenis"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await AsPortal("select count(*) from toegang.gebeurtenissen(10)")).ShouldBe(0L, "without the ticket of the clock there is nothing");
    }

    [Fact]
    public async Task It_goes_with_the_case()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        (await AsSuperuser("select count(*) > 0 from zaak.gebeurtenis")).ShouldBe(true);
        await AsSuperuser($"select zaak.vernietig('{id}', 'toets')");
        (await AsSuperuser("select count(*) from zaak.gebeurtenis")).ShouldBe(0L);
    }

    private Task<object?> ForgetAsync() => AsSuperuser("delete from zaak.gebeurtenis");

    private Task<IReadOnlyList<CaseEvent>> Waiting() => World.Do<CaseEvents, IReadOnlyList<CaseEvent>>(e => e.WaitingAsync(100, default));

    private async Task<IEnumerable<string>> For(Actor actor, CaseEvent happened) =>
        (await World.Do<CaseEvents, IReadOnlyList<NotificationDefinition>>(e => e.ForAsync(actor, happened, default))).Select(n => n.Code);
}
