using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Continuity;
using CotnvPga.Identity.Demo;
using NodaTime;

namespace CotnvPga.Identity.Tests.Continuity;

/// <summary>Nobody's work hangs on one person. Each test has people of its own to play with, in one demo.</summary>
public sealed class ContinuityTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private static readonly Municipality Voorbeeldstad = new("9901");
    private static readonly Municipality Modelveen = new("9902");
    private static readonly Municipality Polderdam = new("9903");

    private LocalDate Today => demo.Portal.Clock.Today();

    [Fact]
    public async Task A_deputy_gets_a_membership_with_an_end_and_acts_with_both_names()
    {
        var (coordinator, deputy) = (await ActorAsync("coordinator.voorbeeldstad"), await ActorAsync("plaatsvervanger.voorbeeldstad"));
        var replaced = coordinator.Memberships.Single();
        var sent = new NewDeputy(replaced.Id, deputy.Account.Value, Today, Today.PlusDays(14));

        var granted = (await AppointAsync(coordinator, Voorbeeldstad, sent)).Value.ShouldNotBeNull();

        (granted.DeputyFor, granted.Until, granted.Role, granted.Party).ShouldBe((coordinator.Account, Today.PlusDays(14), "plaatsvervanger", Party.Burgemeester));
        (await ActorAsync("plaatsvervanger.voorbeeldstad")).Memberships[0].Id.ShouldBe(granted.Id, "who stands in acts by that membership first");
        (await AppointAsync(coordinator, Voorbeeldstad, sent)).Refusal.ShouldBeOfType<NotNow>();

        var benches = (await BoardAsync(coordinator, Voorbeeldstad)).Value!;
        benches.Single(b => b.Party == Party.Burgemeester).Seats.Single(s => s.Membership == granted.Id).DeputyFor.ShouldBe(coordinator.DisplayName);
        (await WithAsync<DeputyDesk, Result<Membership>>(d => d.EndAsync(coordinator, Voorbeeldstad, granted.Id, default))).IsDone.ShouldBeTrue();
        (await ActorAsync("plaatsvervanger.voorbeeldstad")).Memberships.ShouldHaveSingleItem().DeputyFor.ShouldBeNull();
    }

    [Fact]
    public async Task Only_who_arranges_it_in_the_municipality_appoints_and_everything_wrong_is_told_at_once()
    {
        var coordinator = await ActorAsync("coordinator.voorbeeldstad");
        var police = await ActorAsync("politie.voorbeeldstad");
        var sent = new NewDeputy(police.Memberships[0].Id, police.Account.Value, Today.PlusDays(-1), Today.PlusYears(1));

        (await AppointAsync(police, Voorbeeldstad, sent)).Refusal.ShouldBeOfType<NotAllowed>();
        (await AppointAsync(coordinator, Modelveen, sent)).Refusal.ShouldBeOfType<NotAllowed>();
        Fields(await AppointAsync(coordinator, Voorbeeldstad, sent)).ShouldBe(["persoon", "van", "tot"]);
        Fields(await AppointAsync(coordinator, Voorbeeldstad, new NewDeputy(null, null, null, null))).ShouldBe(["lidmaatschap", "persoon", "van", "tot"]);
        var other = await ActorAsync("om.voorbeeldstad");
        Fields(await AppointAsync(coordinator, Voorbeeldstad, new NewDeputy(police.Memberships[0].Id, other.Account.Value, Today, Today))).ShouldBe(["persoon"], "somebody of another party cannot stand in");
    }

    [Fact]
    public async Task A_function_rests_on_one_person_when_the_other_is_away_or_not_trained()
    {
        var coordinator = await ActorAsync("coordinator.voorbeeldstad");
        (await BenchAsync(coordinator, Party.Om)).IsThin.ShouldBeFalse("the prosecutor of the municipality and the one of the region");
        (await BenchAsync(coordinator, Party.College)).IsThin.ShouldBeTrue();

        var om = await ActorAsync("om.voorbeeldstad");
        var away = (await WithAsync<AbsenceDesk, Result<Absence>>(d => d.MarkAsync(om, new NewAbsence(Today, Today.PlusDays(3)), default))).Value.ShouldNotBeNull();
        var bench = await BenchAsync(coordinator, Party.Om);
        (bench.IsThin, bench.Available).ShouldBe((true, 1));
        bench.Seats.Single(s => s.Account == om.Account).AwayUntil.ShouldBe(Today.PlusDays(3));
        (await WithAsync<AbsenceDesk, Result<Absence>>(d => d.MarkAsync(om, new NewAbsence(Today.PlusDays(2), Today.PlusDays(9)), default))).Refusal.ShouldBeOfType<NotNow>();

        (await WithAsync<AbsenceDesk, Result<Guid>>(d => d.WithdrawAsync(coordinator, away.Id, default))).Refusal.ShouldBeOfType<NotKnown>("another's days are not one's own");
        (await WithAsync<AbsenceDesk, Result<Guid>>(d => d.WithdrawAsync(om, away.Id, default))).IsDone.ShouldBeTrue();
        (await BenchAsync(coordinator, Party.Om)).IsThin.ShouldBeFalse();
    }

    [Fact]
    public async Task The_own_function_is_shown_to_everybody_and_thin_ones_to_who_arranges()
    {
        var police = await ActorAsync("politie.voorbeeldstad");
        (await WithAsync<ContinuityBoard, IReadOnlyList<Bench>>(b => b.OfAsync(police, default))).Select(b => b.Party).ShouldBe([Party.Politie]);
        var coordinator = await ActorAsync("coordinator.polderdam");
        (await WithAsync<ContinuityBoard, IReadOnlyList<Bench>>(b => b.OfAsync(coordinator, default))).Count(b => b.IsThin).ShouldBe(6, "each function of the small municipality rests on one person");
        (await BoardAsync(police, Voorbeeldstad)).Refusal.ShouldBeOfType<NotAllowed>();
    }

    [Fact]
    public async Task A_small_municipality_asks_and_another_lends_and_who_is_lent_is_a_member_there_until_the_last_day()
    {
        var lender = await ActorAsync("coordinator.modelveen");
        var asker = await ActorAsync("coordinator.polderdam");
        var lent = lender.Memberships.Single();
        var offer = (await WithAsync<BackupPool, Result<Guid>>(p => p.OfferAsync(lender, Modelveen, lent.Id, Today.PlusMonths(2), default))).Value;
        (await WithAsync<BackupPool, IReadOnlyList<PoolOffer>>(p => p.OffersAsync(default))).ShouldContain(o => o.Id == offer && o.Lender == Modelveen);

        Fields(await AskAsync(asker, new NewBackup(offer, Today, Today.PlusMonths(3), " "))).ShouldBe(["reden", "tot"]);
        var request = (await AskAsync(asker, new NewBackup(offer, Today, Today.PlusDays(20), "Onze coördinator is er niet."))).Value;
        (await AskAsync(asker, new NewBackup(offer, Today, Today.PlusDays(20), "Nog eens."))).Refusal.ShouldBeOfType<NotNow>();
        (await AnswerAsync(asker, Polderdam, request, true)).Refusal.ShouldBeOfType<NotKnown>("who asks does not answer");
        (await AnswerAsync(asker, Modelveen, request, true)).Refusal.ShouldBeOfType<NotAllowed>();

        var membership = (await AnswerAsync(lender, Modelveen, request, true)).Value!.Membership.ShouldNotBeNull();

        (membership.Municipality, membership.Until, membership.LentBy).ShouldBe((Polderdam, Today.PlusDays(20), Modelveen));
        (await ActorAsync("coordinator.modelveen")).Memberships.Select(m => m.Municipality).ShouldBe([Modelveen, Polderdam]);
        membership.IsInForce(Today.PlusDays(21)).ShouldBeFalse();
        (await AnswerAsync(lender, Modelveen, request, true)).Refusal.ShouldBeOfType<NotNow>();
        (await BoardAsync(asker, Polderdam)).Value!.Single(b => b.Party == Party.Burgemeester).IsThin.ShouldBeFalse();

        (await WithAsync<BackupPool, Result<Guid>>(p => p.WithdrawAsync(lender, Modelveen, offer, default))).IsDone.ShouldBeTrue();
        Fields(await AskAsync(asker, new NewBackup(offer, Today, Today, "Weer."))).ShouldBe(["aanbod"]);
        (await WithAsync<BackupPool, Result<Guid>>(p => p.OfferAsync(lender, Modelveen, membership.Id, Today, default))).Refusal.ShouldBeOfType<NotValid>("who is lent is not lent on");
    }

    [Fact]
    public async Task Each_quarter_each_membership_is_confirmed_or_ended_by_another_than_its_holder()
    {
        var coordinator = await ActorAsync("coordinator.modelveen");
        var (rvdk, care) = (await ActorAsync("rvdk.modelveen"), await ActorAsync("zorg.modelveen"));
        (await ReviewOfAsync(coordinator, Party.Rvdk)).ShouldBeOneOf(ReviewState.TeDoen, ReviewState.TeLaat);

        (await DecideAsync(coordinator, rvdk.Memberships[0].Id, "bevestigen")).IsDone.ShouldBeTrue();
        (await ReviewOfAsync(coordinator, Party.Rvdk)).ShouldBe(ReviewState.Bevestigd);
        (await DecideAsync(coordinator, rvdk.Memberships[0].Id, "beeindigen")).Refusal.ShouldBeOfType<NotNow>();
        (await DecideAsync(coordinator, care.Memberships[0].Id, "misschien")).Refusal.ShouldBeOfType<NotValid>();
        (await DecideAsync(coordinator, coordinator.Memberships.First(m => m.Municipality == Modelveen).Id, "bevestigen")).Refusal.ShouldBeOfType<NotNow>();
        (await DecideAsync(await ActorAsync("coordinator.voorbeeldstad"), care.Memberships[0].Id, "bevestigen")).Refusal.ShouldBeOfType<NotAllowed>();

        (await ActorAsync("zorg.modelveen")).Memberships.ShouldNotBeEmpty("what nobody confirmed goes on");
        (await DecideAsync(coordinator, care.Memberships[0].Id, "beeindigen")).IsDone.ShouldBeTrue();
        (await ActorAsync("zorg.modelveen")).Memberships.ShouldBeEmpty("ended, so gone at the next request");
    }

    [Theory]
    [InlineData("2026-11-26", "2026-10-01", "2026-10-31", "4e kwartaal 2026")]
    [InlineData("2027-01-01", "2027-01-01", "2027-01-31", "1e kwartaal 2027")]
    [InlineData("2026-06-30", "2026-04-01", "2026-05-01", "2e kwartaal 2026")]
    public async Task A_review_begins_with_its_quarter(string day, string quarter, string due, string label)
    {
        var review = await demo.WithAsync<ContinuityRules, AccessReview>(r => Task.FromResult(r.ReviewOn(Day(day))));
        (review.Quarter, review.Due, review.Label).ShouldBe((Day(quarter), Day(due), label));
        review.Covers(review.Quarter).ShouldBeFalse("who began in the quarter is asked in the next");
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull => demo.WithAsync(work);

    private async Task<Actor> ActorAsync(string userName) =>
        (await WithAsync<IActors, Actor?>(a => a.FindAsync(DemoWorld.Person(userName).Account, default))).ShouldNotBeNull();

    private Task<Result<IReadOnlyList<Bench>>> BoardAsync(Actor actor, Municipality where) => WithAsync<ContinuityBoard, Result<IReadOnlyList<Bench>>>(b => b.AllAsync(actor, where, default));

    private async Task<Bench> BenchAsync(Actor actor, Party party) => (await BoardAsync(actor, Voorbeeldstad)).Value!.Single(b => b.Party == party);

    private async Task<ReviewState> ReviewOfAsync(Actor actor, Party party) => (await BoardAsync(actor, Modelveen)).Value!.Single(b => b.Party == party).Seats.Single().Review;

    private Task<Result<Membership>> AppointAsync(Actor by, Municipality where, NewDeputy sent) => WithAsync<DeputyDesk, Result<Membership>>(d => d.AppointAsync(by, where, sent, default));

    private Task<Result<Guid>> AskAsync(Actor by, NewBackup sent) => WithAsync<BackupPool, Result<Guid>>(p => p.AskAsync(by, Polderdam, sent, default));

    private Task<Result<BackupAnswer>> AnswerAsync(Actor by, Municipality lender, Guid request, bool agrees) =>
        WithAsync<BackupPool, Result<BackupAnswer>>(p => p.AnswerAsync(by, lender, request, agrees, default));

    private Task<Result<Guid>> DecideAsync(Actor by, Guid membership, string decision) =>
        WithAsync<AccessReviewDesk, Result<Guid>>(d => d.DecideAsync(by, Modelveen, membership, decision, default));

    private static IEnumerable<string> Fields<T>(Result<T> result) => result.Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field);
}
