using CotnvPga.Domain;
using CotnvPga.Domain.Records;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Records;

/// <summary>Minutes of a consultation: planned, who was there, a draft that those present amend, and then fixed.</summary>
public sealed class MinutesTests : RecordTest
{
    private static readonly string Point = Row(("punt", "School"), ("besluit", "De mentor belt."), ("reden", "Hij kent de jongere."), ("door", "college"));

    private static NewRecord Planned => Said(("dag", Later), ("tijd", "10.00 uur"), ("plaats", "Stadhuis"), ("uitgenodigd", "college"), ("uitgenodigd", "politie"));

    [Fact]
    public async Task Minutes_go_from_a_draft_through_amendment_by_those_present_to_fixed()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college", "reclassering"], Item("waarneming", "Iets gezien."));
        var meeting = Done(await Make(Table.Burgemeester, id, "overleg_plannen", Planned)).Id;
        Done(await Read(Table.College, id)).Records.Single(r => r.Kind == "overleg_plannen").To.ShouldBe(["college", "politie"], ignoreOrder: true);
        var draft = Said(("aanwezig", "college"), ("aanwezig", "burgemeester"), ("punten", Point)) with { About = meeting };
        var first = Done(await Make(Table.Burgemeester, id, "overleg_verslag", draft)).Id;

        var amendment = Said(("punt", "School"), ("aanvulling", "De mentor belt vóór vrijdag.")) with { About = first };
        (await Make(Table.Reclassering, id, "overleg_verslag_aanvulling", amendment)).Refusal.ShouldBeOfType<NotAllowed>("it was not there");
        Done(await Make(Table.College, id, "overleg_verslag_aanvulling", amendment));
        var second = Done(await Make(Table.Politie, id, "overleg_verslag", draft with { Replaces = first })).Id;
        Done(await Read(Table.Om, id)).Records.Single(r => r.Id == second).Waits.ShouldBeTrue();
        Done(await Make(Table.Om, id, "overleg_verslag_vaststellen", Said(("verwerkt", "ja")) with { About = second }));

        var read = Done(await Read(Table.College, id)).Records;
        read.Where(r => r.Kind == "overleg_verslag").ShouldAllBe(r => r.IsFrozen);
        read.Single(r => r.Id == first).Words!.Rows("punten").ShouldHaveSingleItem()["besluit"].ShouldBe("De mentor belt.");
        (await Make(Table.College, id, "overleg_verslag_aanvulling", amendment)).Refusal.ShouldBeOfType<NotNow>();
        (await Make(Table.Politie, id, "overleg_verslag", draft with { Replaces = second })).Refusal.ShouldBeOfType<NotNow>();
        (await AsSuperuser($"select zaak.stuk_ligt_vast('{first}') and not zaak.stuk_ligt_vast('{meeting}')")).ShouldBe(true);
    }

    [Fact]
    public async Task Errors_in_rows_name_the_row_and_an_empty_row_does_not_count()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om"], Item("waarneming", "Iets gezien."));
        NewRecord Present(params string[] rows) => Said([.. rows.Select(r => ("aanwezigen", r))]);
        var good = Row(("naam", "A. Jansen, wijkagent"), ("partij", "politie"), ("grond", "deelnemer"));
        Fields(await Make(Table.Om, id, "overleg_aanwezigheid", Present("{}", Row(("naam", "B."), ("partij", "bakker"), ("hoed", "ja"))))).ShouldBe(["aanwezigen[1].hoed", "aanwezigen[1].partij", "aanwezigen[1].grond"]);
        Fields(await Make(Table.Om, id, "overleg_aanwezigheid", Present("{}"))).ShouldBe(["aanwezigen"]);
        Fields(await Make(Table.Om, id, "overleg_aanwezigheid", Present("geen regel"))).ShouldBe(["aanwezigen[0]", "aanwezigen"]);
        Done(await Make(Table.Om, id, "overleg_aanwezigheid", Present(good, "{}")));
        var read = Done(await Read(Table.Om, id)).Records.Single(r => r.Kind == "overleg_aanwezigheid");
        read.Words!.Rows("aanwezigen").ShouldHaveSingleItem()["naam"].ShouldBe("A. Jansen, wijkagent");
        read.To.ShouldBe(["politie"]);
    }

    [Fact]
    public async Task An_action_is_ended_by_who_does_it()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Iets gezien."));
        var action = Done(await Make(Table.Om, id, "overleg_actie", Said(("wat", "Bel de school"), ("door", "college"), ("uiterlijk", Later)))).Id;
        Done(await Table.Open(Table.College, id)).Terms.ShouldContain(t => t.Code == "stuk:overleg_actie");
        Done(await Table.Open(Table.Om, id)).Terms.ShouldNotContain(t => t.Code == "stuk:overleg_actie");
        (await Make(Table.Om, id, "overleg_actie_klaar", Said(("gelukt", "ja")) with { About = action })).Refusal.ShouldBeOfType<NotAllowed>();
        Done(await Make(Table.College, id, "overleg_actie_klaar", Said(("gelukt", "ja")) with { About = action }));
        Done(await Table.Open(Table.College, id)).Terms.ShouldNotContain(t => t.Code == "stuk:overleg_actie");
    }
}
