using CotnvPga.Data.Consultation;
using CotnvPga.Data.Quality;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Quality;
using CotnvPga.Domain.Signals;
using CotnvPga.TestHost.Cases;
using NodaTime;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Quality;

/// <summary>Keeping an item right: corrections with their history, proposals of others, tests, and who hears of it.</summary>
public sealed class QualityTests : CaseTest
{
    private static readonly NewCorrection Right = new("Op 3 november gezien, niet op 2 november.", "De dag klopte niet.");

    [Fact]
    public async Task Who_supplied_an_item_corrects_it_and_the_old_text_stays_readable_for_who_sees_the_item()
    {
        var (id, item) = await SeenAsync();
        Done(await Correct(Table.Burgemeester, item, Right));

        Done(await Table.Open(Table.Om, id)).Items.Single(i => i.Id == item).Value.ShouldBe(Right.Value);
        var history = Done(await History(Table.Om, item));
        history.Item.Marks.Version.ShouldBe(2);
        history.Earlier.Select(v => (v.Number, v.Value, v.Reason, v.CorrectedBy)).ShouldBe([(1, "Op 2 november gezien.", Right.Reason!, "burgemeester")]);
        (await AsSuperuser("select count(*) from zaak.gegeven_versie where position('november' in encode(waarde, 'escape')) > 0")).ShouldBe(0L, "the old text is sealed");
        (await AsPortal("select count(*) from zaak.gegeven_versie")).ShouldBe(0L, "without a ticket there is nothing");
    }

    [Fact]
    public async Task Whoever_read_the_old_text_hears_of_the_correction_until_it_says_so()
    {
        var (id, item) = await SeenAsync();
        Done(await Correct(Table.Burgemeester, item, Right));

        (await MarksOf(Table.Om, id, item)).OpenMessages.ShouldBe(1);
        (await MarksOf(Table.Burgemeester, id, item)).OpenMessages.ShouldBe(0, "who corrects knows");
        Done(await World.Do<QualityDesk, Result<ItemId>>(d => d.ReadMessagesAsync(Table.Om, item, default)));
        (await MarksOf(Table.Om, id, item)).OpenMessages.ShouldBe(0);
        Done(await History(Table.Om, item)).Messages.Single().ReadAt.ShouldNotBeNull();
        (await MarksOf(Table.Politie, id, item)).OpenMessages.ShouldBe(0, "the police never opened the case before the correction");
    }

    [Fact]
    public async Task The_source_of_a_report_and_who_got_it_outside_the_system_are_told_by_who_gave_it()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Op 2 november gezien.", supplier: "melder"));
        var item = Done(await Table.Open(Table.Burgemeester, id)).Items.Single(i => i.Field == "waarneming").Id;
        Done(await World.Do<Handovers, Result<HandoverView>>(h => h.HandOverAsync(Table.Om, id, null, new NewHandover("politie", [item.Value], null, []), default)));
        Done(await Correct(Table.Burgemeester, item, Right));

        Done(await History(Table.Burgemeester, item)).Messages.Select(m => (m.Kind, m.To)).ShouldBe([("doorgeven", "melder")]);
        Done(await History(Table.Om, item)).Messages.ShouldContain(m => m.Kind == "doorgeven" && m.To == "politie");
    }

    [Fact]
    public async Task Another_party_proposes_and_the_supplier_takes_or_refuses_with_a_reason()
    {
        var (id, item) = await SeenAsync();
        (await Correct(Table.Om, item, Right)).Refusal.ShouldBeOfType<NotAllowed>().Grounds.ShouldContain("besluit-pga:8");
        (await Propose(Table.Burgemeester, item, Right)).Refusal.ShouldBeOfType<NotAllowed>();
        var first = Done(await Propose(Table.Om, item, Right));
        Done(await Table.Open(Table.Burgemeester, id)).Items.Single(i => i.Id == item).Value.ShouldBe("Op 2 november gezien.", "a proposal changes nothing");
        (await MarksOf(Table.Burgemeester, id, item)).ShouldSatisfyAllConditions(m => m.OpenProposals.ShouldBe(1), m => m.OpenMessages.ShouldBe(1));
        Done(await History(Table.Politie, item)).Proposals.ShouldBeEmpty("a proposal is between who made it and the supplier");

        (await Decide(Table.Om, item, first, "aangenomen")).Refusal.ShouldBeOfType<NotAllowed>();
        (await Decide(Table.Burgemeester, item, first, "misschien")).Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field).ShouldBe(["besluit"]);
        Done(await Decide(Table.Burgemeester, item, first, "geweigerd"));
        (await Decide(Table.Burgemeester, item, first, "aangenomen")).Refusal.ShouldBeOfType<NotNow>();
        Done(await History(Table.Om, item)).Proposals.Single().ShouldSatisfyAllConditions(p => p.Decision.ShouldBe("geweigerd"), p => p.DecisionReason.ShouldBe("Nagebeld."));
        (await MarksOf(Table.Om, id, item)).OpenMessages.ShouldBe(1);

        Done(await Decide(Table.Burgemeester, item, Done(await Propose(Table.Politie, item, Right)), "aangenomen"));
        Done(await Table.Open(Table.Om, id)).Items.Single(i => i.Id == item).Value.ShouldBe(Right.Value);
        (await MarksOf(Table.Burgemeester, id, item)).OpenProposals.ShouldBe(0);
    }

    [Fact]
    public async Task A_test_holds_for_the_version_that_was_tested()
    {
        var (id, item) = await SeenAsync();
        (await Test(Table.Om, item)).Refusal.ShouldBeOfType<NotAllowed>();
        Done(await Test(Table.Burgemeester, item));
        (await MarksOf(Table.Om, id, item)).TestedBy.ShouldBe("burgemeester");
        Done(await Correct(Table.Burgemeester, item, Right));
        (await MarksOf(Table.Om, id, item)).TestedBy.ShouldBeNull();
        Done(await History(Table.Om, item)).Tests.Single().Version.ShouldBe(1);
    }

    [Fact]
    public async Task Who_does_not_see_the_item_hears_what_is_said_of_one_that_does_not_exist()
    {
        var (id, item) = await SeenAsync();
        foreach (var outsider in new[] { Table.College, Table.Reclassering, CaseWorld.Person(Domain.Vocabulary.Party.Om, "9902") })
        {
            (await History(outsider, item)).Refusal.ShouldBeOfType<NotKnown>();
            (await Propose(outsider, item, Right)).Refusal.ShouldBeOfType<NotKnown>();
        }
        Done(await World.Do<ItemDesk, Result<ItemId>>(d => d.ShieldAsync(Table.Burgemeester, item, true, "Loopt een onderzoek.", default)));
        (await History(Table.Om, item)).Refusal.ShouldBeOfType<NotKnown>("held back, its history is held back");
        Done(await History(Table.Burgemeester, item));
        id.ShouldNotBe(default);
    }

    [Fact]
    public async Task Reading_a_history_is_one_line_in_the_log()
    {
        var (_, item) = await SeenAsync();
        var before = await LinesOf(item);
        Done(await History(Table.Om, item));
        (await LinesOf(item)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task After_the_case_is_closed_nobody_corrects_and_all_of_it_goes_with_the_case()
    {
        var (id, item) = await SeenAsync();
        Done(await Correct(Table.Burgemeester, item, Right));
        Done(await Propose(Table.Om, item, Right with { Value = "Anders." }));
        await AsSuperuser($"update zaak.signaal set fase = 'afgesloten' where id = '{id}'");
        (await Correct(Table.Burgemeester, item, Right with { Value = "Nog anders." })).Refusal.ShouldBeOfType<NotKnown>();
        await AsSuperuser($"select zaak.vernietig('{id}', 'toets')");
        foreach (var table in new[] { "gegeven_versie", "kwaliteitstoets", "wijzigingsvoorstel", "terugmelding", "herkomst" })
            (await AsSuperuser($"select count(*) from zaak.{table}")).ShouldBe(0L, table);
    }

    [Fact]
    public async Task The_database_lets_nobody_correct_another_partys_item()
    {
        var (_, item) = await SeenAsync();
        (await Should.ThrowAsync<PostgresException>(() => AsPortal($"select toegang.gegeven_corrigeren('{item}', gen_random_uuid(), '', '', '')"))).SqlState
            .ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => AsPortal("update zaak.gegeven set waarde = ''"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_fact_is_no_opinion_and_what_was_not_found_is_not_what_nobody_asked()
    {
        var opinion = Item("waarneming", "Hij is vast boos.") with { Origin = new Origin("mening", "eigen_waarneming", null, null, null) };
        (await Table.Register(Table.Burgemeester, opinion)).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("gegevens[0].herkomst.aard");
        var nothing = Item("contra_indicatie", "") with { Origin = new Origin(null, "document", "aannemelijk", null, "geen") };
        var id = await Table.InWeighing(Item("waarneming", "Gezien."), nothing);
        var items = Done(await Table.Open(Table.Om, id)).Items;
        items.Single(i => i.Field == "waarneming").Marks.Origin!.Nature.ShouldBe("feit");
        var found = items.Single(i => i.Field == "contra_indicatie");
        (found.Value, found.Marks.Origin!.State).ShouldBe(("Nagegaan: dit is er niet.", "geen"));
        (await Table.Add(Table.Om, id, nothing with { Value = "Toch iets." })).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("gegevens[0].waarde");
    }

    [Fact]
    public async Task Police_data_carry_the_secrecy_of_their_own_law()
    {
        var id = await Table.InWeighing(Item("waarneming", "Gezien."));
        Done(await Table.Add(Table.Politie, id, Item("politie_duiding", "Duiding.", gate: new NewGate("wpg", "18", "Hulpofficier", new LocalDate(2026, 11, 1)))));
        var items = Done(await Table.Open(Table.Om, id)).Items;
        items.Single(i => i.Field == "politie_duiding").Marks.SecretUnder.ShouldBe("wpg");
        items.Single(i => i.Field == "waarneming").Marks.SecretUnder.ShouldBeNull();
    }

    /// <summary>A case in the weighing with one item of the mayor, which the prosecutor has read.</summary>
    private async Task<(SignalId Case, ItemId Item)> SeenAsync()
    {
        var id = await Table.InWeighing(Item("waarneming", "Op 2 november gezien.", supplier: "burgemeester"));
        return (id, Done(await Table.Open(Table.Om, id)).Items.Single(i => i.Field == "waarneming").Id);
    }

    private Task<Result<ItemId>> Correct(Actor actor, ItemId item, NewCorrection sent) => World.Do<QualityDesk, Result<ItemId>>(d => d.CorrectAsync(actor, item, sent, default));

    private Task<Result<Guid>> Propose(Actor actor, ItemId item, NewCorrection sent) => World.Do<QualityDesk, Result<Guid>>(d => d.ProposeAsync(actor, item, sent, default));

    private Task<Result<ItemId>> Decide(Actor actor, ItemId item, Guid proposal, string how) =>
        World.Do<QualityDesk, Result<ItemId>>(d => d.DecideAsync(actor, item, proposal, new NewProposalDecision(how, "Nagebeld."), default));

    private Task<Result<ItemId>> Test(Actor actor, ItemId item) => World.Do<QualityDesk, Result<ItemId>>(d => d.TestAsync(actor, item, "Nagekeken.", default));

    private Task<Result<ItemHistory>> History(Actor actor, ItemId item) => World.Do<QualityDesk, Result<ItemHistory>>(d => d.HistoryAsync(actor, item, null, default));

    private async Task<ItemMarks> MarksOf(Actor actor, SignalId id, ItemId item) => Done(await Table.Open(actor, id)).Items.Single(i => i.Id == item).Marks;

    private async Task<long> LinesOf(ItemId item) => (long)(await AsSuperuser($"select count(*) from zaak.logboek where gegeven_id = '{item}' and handeling = 'raadplegen'"))!;
}
