using CotnvPga.Data.Signals;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Weighing;
using CotnvPga.TestHost.Cases;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Weighing;

/// <summary>A judgement can name the items that it rests on; when one of them changes, the three can judge again.</summary>
public sealed class ReopeningTests : CaseTest
{
    [Fact]
    public async Task An_item_that_is_withheld_reopens_the_judgements_that_rested_on_it()
    {
        var id = await Table.InWeighing(Item("waarneming", "Zoekt ruzie."), Item("achternaam", "Jansen"));
        var items = Done(await Table.Open(Table.Burgemeester, id)).Items;
        var (basis, other) = (items.Single(i => i.Field == "waarneming").Id, items.Single(i => i.Field == "achternaam").Id);
        Done(await Judge(Table.Om, id, basis));
        foreach (var actor in new[] { Table.Politie, Table.Burgemeester })
            Done(await Judge(actor, id));
        Done(await Withhold(other));
        (await Table.Take(Table.Om, id, "oordelen_heropenen")).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["feit_veranderd"]);

        Done(await Withhold(basis));
        Done(await Table.Open(Table.Politie, id)).Standing.Where(s => s.Changed).Select(s => s.Party).ShouldBe(["om"]);
        Done(await Table.Take(Table.Politie, id, "oordelen_heropenen"));
        var reopened = Done(await Table.Open(Table.Om, id));
        reopened.State.Round.ShouldBe(2);
        reopened.Standing.ShouldAllBe(s => !s.Given && !s.Changed);
        (await Table.Take(Table.Om, id, "oordelen_heropenen")).Refusal.ShouldBeOfType<NotNow>("the new round rests on nothing yet");
    }

    [Fact]
    public async Task Who_did_not_judge_yet_does_not_hear_on_what_the_others_rest()
    {
        var id = await Table.InWeighing(Item("waarneming", "Zoekt ruzie."));
        var basis = Done(await Table.Open(Table.Burgemeester, id)).Items.Single(i => i.Field == "waarneming").Id;
        Done(await Judge(Table.Om, id, basis));
        Done(await Withhold(basis));
        Done(await Table.Open(Table.Politie, id)).Standing.ShouldAllBe(s => !s.Changed);
        (await Table.Take(Table.Politie, id, "oordelen_heropenen")).Refusal.ShouldBeOfType<NotNow>();
    }

    [Fact]
    public async Task A_judgement_rests_on_items_that_one_sees()
    {
        var id = await Table.InWeighing(Item("waarneming", "Zoekt ruzie."));
        (await Judge(Table.Om, id, new ItemId(Guid.NewGuid()))).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("rustOp[0]");
    }

    private Task<Result<GivenJudgement>> Judge(Actor actor, SignalId id, params ItemId[] restsOn) => World.Do<WeighingDesk, Result<GivenJudgement>>(d => d.JudgeAsync(
        actor, id, new NewJudgement("in_overeenstemming", [.. CaseWorld.Convenant.Process.Criteria.Keys.Select(c => new NewFinding(c, "Gezien.", "Niets gevonden."))], "Samen bezien.") { RestsOn = [.. restsOn.Select(i => i.Value)] }, default));

    private Task<Result<ItemId>> Withhold(ItemId item) => World.Do<ItemDesk, Result<ItemId>>(d => d.ShieldAsync(Table.Burgemeester, item, true, "Een bron loopt gevaar.", default));
}
