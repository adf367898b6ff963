using CotnvPga.Data.Plan;
using CotnvPga.Data.Records;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Plan;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Steps;
using NodaTime;
using NodaTime.Text;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Plan;

/// <summary>The plan of a case: anybody at the table proposes, the three agree, the owner tells how it goes (wet-pga:6.1, 6.2).</summary>
public sealed class PlanTests : CaseTest
{
    private static readonly string NextMonth = LocalDatePattern.Iso.Format(SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusMonths(1));

    [Fact]
    public async Task The_three_make_a_plan_of_what_was_proposed_at_the_table()
    {
        var id = await AtTable();
        var goal = await Goal(Table.College, id, "wonen", "Een eigen kamer.");
        var work = await Intervention(Table.College, id, "begeleid_werk", "college");
        (await Open(Table.College, id)).Proposed.Goals.ShouldHaveSingleItem().Text.ShouldBe("Een eigen kamer.");

        await Table.Together(id, "plan_vaststellen", new StepWords { Stukken = [goal, work] });

        var plan = await Open(Table.College, id);
        plan.Proposed.IsEmpty.ShouldBeTrue();
        plan.Current!.Number.ShouldBe(1);
        plan.Current.Parts.Interventions.ShouldHaveSingleItem().Owner.ShouldBe("college");
        (await World.Do<PlanDesk, Result<PlanOverview>>(d => d.OpenAsync(Table.Reclassering, id, default))).Refusal.ShouldBeOfType<NotKnown>("the reclassering does not take part");
    }

    [Fact]
    public async Task A_plan_needs_a_goal_and_an_intervention_written_out_or_as_a_record()
    {
        var id = await AtTable();
        var goal = await Goal(Table.College, id, "wonen", "Een eigen kamer.");
        (await Table.Take(Table.Om, id, "plan_vaststellen", new StepWords { Stukken = [goal] })).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["interventie"]);
        (await Table.Take(Table.Om, id, "plan_vaststellen", new StepWords { Stukken = [goal, Guid.NewGuid()] })).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("stukken");
    }

    [Fact]
    public async Task Interventions_that_clash_are_chosen_together_only_with_a_reason_of_the_three()
    {
        var id = await AtTable();
        var goal = await Goal(Table.College, id, "wonen", "Een eigen kamer.");
        var home = await Intervention(Table.College, id, "huisvesting", "college");
        var close = await Intervention(Table.Burgemeester, id, "woning_sluiten", "burgemeester");
        var both = new StepWords { Stukken = [goal, home, close] };
        var refused = (await Table.Take(Table.Om, id, "plan_vaststellen", both)).Refusal.ShouldBeOfType<NotValid>().Errors.Single();
        (refused.Field, refused.Message.Contains("bijt met", StringComparison.Ordinal)).ShouldBe(("toelichting", true));

        await Table.Together(id, "plan_vaststellen", both with { Toelichting = "Eerst sluiten, daarna een kamer elders." });
        var version = (await Open(Table.Om, id)).Current!;
        version.Clashes.ShouldHaveSingleItem();
        version.ClashReason.ShouldBe("Eerst sluiten, daarna een kamer elders.");

        var again = Said(("reden", "Bijgesteld."), ("doelen", $"{goal}"), ("interventies", $"{home},{close}"));
        (await Make(Table.Om, id, "plan_versie", again)).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("botsing");
    }

    [Fact]
    public async Task A_newer_version_is_agreed_by_the_three_and_the_older_stays_beside_it()
    {
        var (id, goal, work) = await Planned();
        var club = await Intervention(Table.College, id, "vrije_tijd", "college");
        var words = Said(("reden", "Hij wil sporten."), ("doelen", $"{goal}"), ("interventies", $"{work},{club}"));
        foreach (var actor in new[] { Table.Burgemeester, Table.Politie, Table.Om })
            Done(await Make(actor, id, "plan_versie", words));

        var plan = await Open(Table.Politie, id);
        plan.Versions.Select(v => (v.Number, v.Parts.Interventions.Count)).ShouldBe([(2, 2), (1, 1)]);
        Done(await Make(Table.College, id, "plan_instemming", Said(("oordeel", "stemt_in_mits"), ("toelichting", "Als er vervoer is.")) with { About = plan.Current!.Record }));
        (await Open(Table.Om, id)).Current!.Consents.ShouldHaveSingleItem().Party.ShouldBe("college");
    }

    [Fact]
    public async Task The_owner_and_nobody_else_tells_how_it_goes_until_it_is_done()
    {
        var (id, _, work) = await Planned();
        var slow = Said(("stand", "vertraagd"), ("toelichting", "De werkgever belt terug.")) with { About = work };
        (await Make(Table.Politie, id, "plan_voortgang", slow)).Refusal.ShouldBeOfType<NotAllowed>();
        Done(await Make(Table.College, id, "plan_voortgang", slow));
        Done(await Table.Open(Table.College, id)).Terms.ShouldContain(t => t.Code == "stuk:plan_interventie", "it waits for its owner");
        Done(await Table.Open(Table.Politie, id)).Terms.ShouldNotContain(t => t.Code == "stuk:plan_interventie");

        Done(await Make(Table.College, id, "plan_afgerond", Said(("resultaat", "gelukt"), ("toelichting", "Hij begon maandag.")) with { About = work }));
        var intervention = (await Open(Table.Om, id)).Current!.Parts.Interventions.Single();
        intervention.Progress.ShouldHaveSingleItem().State.ShouldBe("vertraagd");
        intervention.Finished!.State.ShouldBe("gelukt");
        Done(await Table.Open(Table.College, id)).Terms.ShouldNotContain(t => t.Code == "stuk:plan_interventie");
        (await Should.ThrowAsync<PostgresException>(() => AsSuperuser(
            $"insert into zaak.stuk (id, signaal_id, soort, bij, namens, door, fase, inhoud) select gen_random_uuid(), signaal_id, 'plan_voortgang', '{work}', 'om', door, fase, ''::bytea from zaak.stuk limit 1")))
            .SqlState.ShouldBe(PostgresErrorCodes.CheckViolation, "the database knows the owner too");
    }

    [Fact]
    public async Task After_quiet_evaluations_in_a_row_stopping_is_on_the_agenda()
    {
        var (id, goal, _) = await Planned();
        await Evaluate(id, "nee");
        (await Open(Table.Om, id)).Stop.ShouldBeNull("the covenant asks for two");
        await Evaluate(id, "ja");
        await Evaluate(id, "nee");
        (await Open(Table.Om, id)).Stop.ShouldBeNull("a concern begins the count again");
        Done(await Make(Table.Om, id, "plan_evaluatie", Said(("nieuwe_zorgen", "nee"), ("richting", "afschalen"), ("toelichting", "Rustig."), ("bereikt", $"{goal}"))));
        var plan = await Open(Table.Om, id);
        (plan.Stop!.Quiet, plan.Stop.Needed).ShouldBe((2, 2));
        plan.Current!.Parts.Goals.Single().Reached.ShouldBeTrue();
    }

    private async Task Evaluate(SignalId id, string concerns) =>
        Done(await Make(Table.Politie, id, "plan_evaluatie", Said(("nieuwe_zorgen", concerns), ("richting", "gelijk"), ("toelichting", "Besproken."))));

    private Task<SignalId> AtTable() => Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Iets gezien."));

    private async Task<(SignalId Id, Guid Goal, Guid Work)> Planned()
    {
        var id = await AtTable();
        var goal = await Goal(Table.College, id, "wonen", "Een eigen kamer.");
        var work = await Intervention(Table.College, id, "begeleid_werk", "college");
        await Table.Together(id, "plan_vaststellen", new StepWords { Stukken = [goal, work] });
        return (id, goal, work);
    }

    private async Task<Guid> Goal(Actor actor, SignalId id, string area, string text) =>
        Done(await Make(actor, id, "plan_doel", Said(("leefgebied", area), ("doel", text)))).Id!.Value;

    private async Task<Guid> Intervention(Actor actor, SignalId id, string code, string owner) => Done(await Make(actor, id, "plan_interventie", Said(
        ("interventie", code), ("leefgebied", "werk_dagbesteding"), ("afspraak", "Een plek voor drie dagen."), ("eigenaar", owner), ("klaar_op", NextMonth)))).Id!.Value;

    /// <summary>Answers by field; several answers with a comma between.</summary>
    private static NewRecord Said(params (string Field, string Answer)[] answers) =>
        new(null, null, answers.ToDictionary(a => a.Field, IReadOnlyList<string> (a) => a.Field is "interventies" or "doelen" or "bereikt" ? a.Answer.Split(',') : [a.Answer]));

    private Task<Result<MadeRecord>> Make(Actor actor, SignalId id, string kind, NewRecord record) =>
        World.Do<RecordDesk, Result<MadeRecord>>(desk => desk.MakeAsync(actor, id, kind, record, default));

    private async Task<PlanOverview> Open(Actor actor, SignalId id) => Done(await World.Do<PlanDesk, Result<PlanOverview>>(desk => desk.OpenAsync(actor, id, default)));
}
