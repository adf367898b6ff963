using CotnvPga.Data.Exercise;
using CotnvPga.Domain;
using CotnvPga.Domain.Exercise;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Domain.Weighing;
using CotnvPga.TestHost.Cases;
using NodaTime;
using Npgsql;

namespace CotnvPga.Data.Tests.Exercise;

/// <summary>The national weighing exercise: made by one, looked at by two, weighed blind, and told when it is over.</summary>
public sealed class ExerciseTests : CaseTest
{
    private static readonly LocalDate Today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date;
    private static readonly Actor Maker = CaseWorld.Person(Party.Landelijk, null, "rapportage");
    private static readonly Actor Commission = CaseWorld.Person(Party.Rac, null, "commissie");
    private static readonly Actor SecondOfCommission = CaseWorld.Person(Party.Rac, null, "commissie");
    private static readonly Actor Auditor = CaseWorld.Person(Party.Auditor, null, "auditor");
    private static readonly Actor[] Team = [Weigher(Party.Burgemeester, "coordinator"), Weigher(Party.Politie, "weegploeglid"), Weigher(Party.Om, "weegploeglid")];

    private static readonly Dictionary<string, string> A = new() { ["naam"] = "Daan" };
    private static readonly Dictionary<string, string> B = new() { ["naam"] = "Younes" };

    [Fact]
    public async Task Two_organisations_look_before_any_weegploeg_sees_it()
    {
        var round = await Made();
        Done(await Check(Commission, round, true));
        (await Check(SecondOfCommission, round, true)).Refusal.ShouldBeOfType<NotNow>();
        Done(await Open(Team[0])).Rounds.ShouldBeEmpty();
        (await AddCase(round, "Nog een")).Refusal.ShouldBeOfType<NotNow>("somebody looked at it");

        Done(await Check(Auditor, round, true));
        Done(await Open(Team[0])).Rounds.Single().Stage.ShouldBe(RoundStage.Open);
    }

    [Fact]
    public async Task A_half_year_has_one_round_and_one_that_was_refused_makes_room()
    {
        var round = await Made();
        (await Begin()).Refusal.ShouldBeOfType<NotNow>();
        Done(await Check(Commission, round, false));

        Done(await Begin());
        (await Begin(Team[0])).Refusal.ShouldBeOfType<NotAllowed>();
        (await Open(CaseWorld.Person(Party.College, "9901"))).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task An_empty_round_is_not_checked()
    {
        var round = Done(await Begin());

        (await Check(Commission, round, true)).Refusal.ShouldBeOfType<NotNow>();
    }

    [Fact]
    public async Task A_weegploeg_weighs_one_version_and_each_is_blind_until_it_judged()
    {
        var (_, exercise) = await Released();
        var first = Done(await Case(Team[0], exercise));
        (first.Text is "Daan zegt het." or "Younes zegt het.").ShouldBeTrue();
        Done(await Judge(Team[0], exercise, "in_overeenstemming"));

        var second = Done(await Case(Team[1], exercise));
        (second.Text, second.Given.Count, second.Judged).ShouldBe((first.Text, 0, false));
        Done(await Judge(Team[1], exercise, "meer_informatie"));
        Done(await Case(Team[1], exercise)).Given.Select(g => g.Party).ShouldBe(["burgemeester", "politie"], ignoreOrder: true);
        (await Judge(Team[1], exercise, "in_overeenstemming")).Refusal.ShouldBeOfType<NotNow>();
        (await Case(Maker, exercise)).Refusal.ShouldBeOfType<NotKnown>();
        (await AsSuperuser("select count(distinct versie) from oefening.oordeel")).ShouldBe(1L);
    }

    [Fact]
    public async Task Who_sits_in_two_weegploegen_judges_once_for_those_that_weigh_the_same_version()
    {
        var (_, exercise) = await Released();
        Actor[] more = [.. CaseWorld.Municipalities.All.Take(8).Select(m => Weigher(Party.Politie, "weegploeglid", m.Code))];
        var both = more[0] with { Memberships = [.. more.SelectMany(m => m.Memberships)] };
        var seen = Done(await Case(both, exercise)).Text;
        Done(await Judge(both, exercise, "in_overeenstemming"));

        var same = 0;
        foreach (var one in more)
        {
            var own = Done(await Case(one, exercise));
            own.Judged.ShouldBe(own.Text == seen, "it counts where the same version is weighed, and nowhere else");
            same += own.Judged ? 1 : 0;
        }
        same.ShouldBeInRange(1, more.Length - 1);
        Done(await Case(both, exercise)).Text.ShouldBe(seen, "the other version stays unknown");
        (await Judge(both, exercise, "in_overeenstemming")).Refusal.ShouldBeOfType<NotNow>();
    }

    [Fact]
    public async Task A_municipality_that_joins_later_changes_no_version()
    {
        var (round, exercise) = await Released();
        var before = Done(await Case(Team[0], exercise)).Text;
        await AsSuperuser($"set session_replication_role = replica; update oefening.ronde set gemeenten = array_remove(gemeenten, '9902') where id = '{round}'");

        Done(await Case(Weigher(Party.Om, "weegploeglid", "9902"), exercise)).Text.ShouldBeOneOf("Daan zegt het.", "Younes zegt het.");
        (await AsSuperuser($"select cardinality(gemeenten) from oefening.ronde where id = '{round}'")).ShouldBe(CaseWorld.Municipalities.All.Count - 1);
        before.ShouldBeOneOf("Daan zegt het.", "Younes zegt het.");
    }

    [Fact]
    public async Task The_form_is_that_of_the_real_weighing()
    {
        var (_, exercise) = await Released();

        var refused = (await World.Do<ExerciseDesk, Result<Guid>>(d => d.JudgeAsync(Team[0], exercise, new NewExerciseJudgement(new NewJudgement(null, [], ""), new Dictionary<string, string?>()), default)))
            .Refusal.ShouldBeOfType<NotValid>();
        refused.Errors.Select(e => e.Field).ShouldBe(["oordeel", "criteria", "criteria", "criteria", "criteria", "criteria", "motivering", "criteria[0].speelt", "criteria[1].speelt", "criteria[2].speelt", "criteria[3].speelt", "criteria[4].speelt"]);
        (await Judge(Team[0], exercise, "in_overeenstemming", "Zijn nummer is 999990007.")).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("motivering");
    }

    [Fact]
    public async Task It_counts_as_training_when_all_cases_were_judged()
    {
        var round = Done(await Begin());
        var cases = new[] { Done(await AddCase(round, "Een")), Done(await AddCase(round, "Twee")) };
        await Release(round);
        Done(await Judge(Team[0], cases[0], "in_overeenstemming"));
        Done(await Open(Team[0])).Rounds.Single().DoneAt.ShouldBeNull();

        Done(await Judge(Team[0], cases[1], "in_overeenstemming"));
        Done(await Open(Team[0])).Rounds.Single().DoneAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task After_the_last_day_everybody_sees_the_country_and_a_weegploeg_itself()
    {
        var (round, exercise) = await Released();
        foreach (var member in Team)
            Done(await Judge(member, exercise, "in_overeenstemming"));
        await Country(exercise);
        (await Outcome(Team[0], round)).Refusal.ShouldBeOfType<NotKnown>("it still runs");
        await Over();

        var outcome = Done(await Outcome(Team[0], round)).Cases.Single();
        (outcome.Figures.Teams, outcome.Own.Count, outcome.Figures.CanBeTold, outcome.Figures.SwapCanBeTold).ShouldBe((41, 3, true, true));
        outcome.Figures.Swap.Effect.IsClear.ShouldBeTrue("version B was weighed otherwise");
        outcome.Others.ShouldNotBeEmpty();
        Done(await Outcome(Maker, round)).Cases.Single().Own.ShouldBeEmpty();
        (await Judge(Weigher(Party.Om, "weegploeglid", "9902"), exercise, "in_overeenstemming")).Refusal.ShouldBeOfType<NotNow>();
    }

    [Fact]
    public async Task Few_weegploegen_are_not_told_about()
    {
        var (round, exercise) = await Released();
        foreach (var member in Team)
            Done(await Judge(member, exercise, "in_overeenstemming"));
        await Over();

        var outcome = Done(await Outcome(Team[0], round)).Cases.Single();
        (outcome.Figures.CanBeTold, outcome.Others.Count, outcome.Own.Count).ShouldBe((false, 0, 3));
    }

    [Theory]
    [InlineData("update oefening.zaak set tekst = 'anders'")]
    [InlineData("delete from oefening.oordeel")]
    [InlineData("update oefening.ronde set zaad = repeat('0', 32)")]
    public async Task Nobody_changes_it(string sql)
    {
        var (_, exercise) = await Released();
        Done(await Judge(Team[0], exercise, "in_overeenstemming"));

        (await Should.ThrowAsync<PostgresException>(() => AsPortal(sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => AsSuperuser(sql))).MessageText.ShouldBe("an exercise does not change");
        (await AsPortal("select count(*) from oefening.oordeel")).ShouldBe(0L);
    }

    private static Actor Weigher(Party party, string role, string municipality = "9901") => CaseWorld.Person(party, municipality, role);

    private async Task<Guid> Made()
    {
        var round = Done(await Begin());
        Done(await AddCase(round, "Een"));
        return round;
    }

    private async Task<(Guid Round, Guid Case)> Released()
    {
        var round = Done(await Begin());
        var exercise = Done(await AddCase(round, "Een"));
        await Release(round);
        return (round, exercise);
    }

    private async Task Release(Guid round)
    {
        Done(await Check(Commission, round, true));
        Done(await Check(Auditor, round, true));
    }

    /// <summary>Forty weegploegen: twenty of each version; those of version A find that it fits.</summary>
    private Task<object?> Country(Guid exercise)
    {
        var plays = string.Join(',', CaseWorld.Convenant.Process.Criteria.Keys.Order(StringComparer.Ordinal).Select(c => $"\"{c}\":\"ja\""));
        return AsSuperuser($$"""
            insert into oefening.oordeel (id, zaak_id, gemeente, partij, door, versie, oordeel, inhoud)
            select gen_random_uuid(), '{{exercise}}', (1000 + n)::text, p, gen_random_uuid(), case when n % 2 = 0 then 'a' else 'b' end,
              case when n % 2 = 0 then 'in_overeenstemming' else 'niet_in_overeenstemming' end, '{"criteria":[],"plays":{{{plays}}},"motivation":"Zo."}'
            from generate_series(1, 40) n, unnest(array['burgemeester', 'politie', 'om']) p
            """);
    }

    private Task<object?> Over() => AsSuperuser("set session_replication_role = replica; update oefening.ronde set van = current_date - 20, tot = current_date - 2");

    private Task<Result<Guid>> Begin(Actor? by = null) => World.Do<ExerciseDesk, Result<Guid>>(d => d.BeginAsync(by ?? Maker, new NewRound(Today.Year, 2, Today, Today.PlusDays(30)), default));

    private Task<Result<Guid>> AddCase(Guid round, string title) =>
        World.Do<ExerciseDesk, Result<Guid>>(d => d.AddCaseAsync(Maker, round, new NewExerciseCase(title, "herkomst", "[[naam]] zegt het.", A, B), default));

    private Task<Result<Guid>> Check(Actor by, Guid round, bool agreed) => World.Do<ExerciseDesk, Result<Guid>>(d => d.CheckAsync(by, round, agreed, "Bekeken.", default));

    private Task<Result<ExerciseView>> Open(Actor by) => World.Do<ExerciseDesk, Result<ExerciseView>>(d => d.OpenAsync(by, default));

    private Task<Result<ExerciseToWeigh>> Case(Actor by, Guid id) => World.Do<ExerciseDesk, Result<ExerciseToWeigh>>(d => d.CaseAsync(by, id, default));

    private Task<Result<ExerciseOutcome>> Outcome(Actor by, Guid round) => World.Do<ExerciseDesk, Result<ExerciseOutcome>>(d => d.OutcomeAsync(by, round, default));

    private Task<Result<Guid>> Judge(Actor by, Guid id, string verdict, string why = "Samen bezien.") => World.Do<ExerciseDesk, Result<Guid>>(d => d.JudgeAsync(by, id, new NewExerciseJudgement(
        new NewJudgement(verdict, [.. CaseWorld.Convenant.Process.Criteria.Keys.Select(c => new NewFinding(c, "Gezien.", "Niets gevonden."))], why),
        CaseWorld.Convenant.Process.Criteria.Keys.ToDictionary(c => c, string? (_) => "ja")), default));

    private static T Done<T>(Result<T> result) => CaseTable.Done(result);
}
