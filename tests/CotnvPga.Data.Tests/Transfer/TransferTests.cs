using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Transfer;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Transfer;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Transfer;

/// <summary>A case that moves to another municipality (wet-pga:7): what may goes along, the suppliers can object, and the other side begins with its own check.</summary>
public sealed class TransferTests : CaseTest
{
    private static readonly string NextMonth = LocalDatePattern.Iso.Format(SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusMonths(1));

    [Fact]
    public async Task What_goes_along_is_taken_over_there_with_its_first_supplier_and_checked_again()
    {
        var id = await AtTable();
        await Table.Together(id, "overdragen", Decision);
        Done(await Send(id)).ShouldBe(2, "what nobody needs there does not go along");

        var there = new CaseTable(World, "9902");
        var arrived = await ArrivedAt(there);
        Done(await World.Do<TransferDesk, Result<IReadOnlyList<WaitingTransfer>>>(d => d.ReadAsync(there.Burgemeester, arrived, default))).Single().FromMunicipality.ShouldBe("9901");
        Done(await there.Open(there.Burgemeester, arrived)).Items.ShouldBeEmpty("nothing is there before somebody takes it over");

        Done(await Take(there.Burgemeester, arrived)).Items.Count.ShouldBe(2);
        var view = Done(await there.Open(there.Burgemeester, arrived));
        view.State.Phase.ShouldBe(Phase.Aanmelding);
        view.Items.ShouldAllBe(i => i.Supplier == "casusoverleg_elders");
        view.Items.Single(i => i.Field == "werk_inkomen").Marks.FirstSupplier.ShouldBe("college");
        (await Take(there.Burgemeester, arrived)).Refusal.ShouldBeOfType<NotNow>("once");
        (await AsSuperuser("select count(*) from zaak.overdracht where inhoud is not null")).ShouldBe(0L);
        Done(await there.Take(there.Burgemeester, arrived, "in_weging"));
    }

    [Fact]
    public async Task Who_supplied_an_item_can_hold_it_back_from_the_transfer_and_the_table_keeps_it()
    {
        var id = await AtTable();
        var plan = Done(await Make(Table.Burgemeester, id, "overdracht_voornemen", Said(("gemeente", "9902"), ("reden", "Zij verhuist."), ("uiterlijk", NextMonth))));
        var work = Done(await Table.Open(Table.College, id)).Items.Single(i => i.Field == "werk_inkomen").Id;
        var name = Done(await Table.Open(Table.College, id)).Items.Single(i => i.Field == "achternaam").Id;
        (await Make(Table.College, id, "overdracht_bezwaar", Said(("akkoord", "nee"), ("gegevens", $"{name}")) with { About = plan.Id }))
            .Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("gegevens", "the name is the mayor's");
        Done(await Make(Table.College, id, "overdracht_bezwaar", Said(("akkoord", "nee"), ("gegevens", $"{work}"), ("redenen", "Een nieuwe start.")) with { About = plan.Id }));

        (await Table.Take(Table.Om, id, "overdragen", Decision with { Gegevens = [work.Value] })).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["geen_bezwaar"]);
        await Table.Together(id, "overdragen", Decision);
        Done(await Send(id)).ShouldBe(1);
        Done(await Table.Open(Table.Burgemeester, id)).Items.ShouldContain(i => i.Id == work);
    }

    [Fact]
    public async Task Nothing_is_laid_ready_before_the_three_decided_or_by_another_party()
    {
        var id = await AtTable();
        (await Send(id)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["overdragen"]);
        await Table.Together(id, "overdragen", Decision);
        (await World.Do<TransferDesk, Result<int>>(d => d.SendAsync(Table.Politie, id, "9902", null, "Zij verhuist.", default))).Refusal.ShouldBeOfType<NotAllowed>();
        (await Should.ThrowAsync<PostgresException>(() => AsPortal($"select toegang.overdracht_klaarleggen(gen_random_uuid(), '{id}', ''::bytea, 1)"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Who_hands_over_does_not_see_the_case_there_and_who_is_there_does_not_see_the_old_one()
    {
        var id = await AtTable();
        await Table.Together(id, "overdragen", Decision);
        Done(await Send(id));
        var there = new CaseTable(World, "9902");
        var arrived = await ArrivedAt(there);
        (await Table.Open(Table.Burgemeester, arrived)).Refusal.ShouldBeOfType<NotKnown>();
        (await there.Open(there.Burgemeester, id)).Refusal.ShouldBeOfType<NotKnown>();
        (await there.Open(there.Politie, arrived)).Refusal.ShouldBeOfType<NotKnown>("nothing was taken over yet");
    }

    private static StepWords Decision => new() { Gemeente = "9902", Toelichting = "Zij woont daar." };

    private async Task<SignalId> AtTable()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("achternaam", "Jansen", "burgemeester") with { NecessityPerParty = [new PartyNecessity("casusoverleg_elders", "Voor hun toets.", null), new PartyNecessity("college", "Hulp.", null)] });
        Done(await Table.Add(Table.College, id, Item("werk_inkomen", "Zoekt werk.") with { NecessityPerParty = [new PartyNecessity("casusoverleg_elders", "Voor hun plan.", null)] }));
        Done(await Table.Add(Table.College, id, Item("schulden", "Geen.")));
        return id;
    }

    private async Task<SignalId> ArrivedAt(CaseTable there) =>
        Done(await World.Do<Worklist, Result<WorklistPage>>(w => w.PageAsync(there.Burgemeester, 0, 10, false, default))).Lines.Single().State.Id;

    private Task<Result<int>> Send(SignalId id) => World.Do<TransferDesk, Result<int>>(d => d.SendAsync(Table.Burgemeester, id, "9902", null, "Zij verhuist.", default));

    private Task<Result<TakenOver>> Take(Actor actor, SignalId id) => World.Do<TransferDesk, Result<TakenOver>>(d => d.TakeOverAsync(actor, id, default));

    private static NewRecord Said(params (string Field, string Answer)[] answers) => new(null, null, answers.ToDictionary(a => a.Field, IReadOnlyList<string> (a) => [a.Answer]));

    private Task<Result<MadeRecord>> Make(Actor actor, SignalId id, string kind, NewRecord record) =>
        World.Do<RecordDesk, Result<MadeRecord>>(desk => desk.MakeAsync(actor, id, kind, record, default));
}
