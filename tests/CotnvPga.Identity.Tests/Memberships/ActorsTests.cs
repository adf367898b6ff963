using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Memberships;
using NodaTime;

namespace CotnvPga.Identity.Tests.Memberships;

public sealed class ActorsTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private static readonly LocalDate FirstDayOfTheLaw = new(2025, 7, 1);

    [Fact]
    public async Task A_police_unit_has_one_worklist_over_two_municipalities()
    {
        var actor = await FindAsync("politie.eenheid");

        actor!.Memberships.Select(m => (m.Party, m.Municipality?.Code, m.Role)).ShouldBe(
        [
            (Party.Politie, "9901", "weegploeglid"),
            (Party.Politie, "9902", "weegploeglid"),
        ]);
        actor.Memberships.ShouldAllBe(m => m.IsAuthorised(Today));
    }

    [Fact]
    public async Task A_national_party_has_no_municipality()
    {
        var actor = await FindAsync("nctv.adviseur");

        actor!.Memberships.ShouldHaveSingleItem().Municipality.ShouldBeNull();
    }

    [Fact]
    public async Task A_membership_that_ends_today_is_in_force_today_and_not_tomorrow()
    {
        var actor = await FindAsync("rvdk.modelveen");
        var ended = await demo.WithAsync<MembershipRegister, Result<Membership>>(
            r => r.EndAsync(actor!.Memberships[0].Id, Today, by: null, CancellationToken.None));

        ended.IsDone.ShouldBeTrue();
        var membership = (await FindAsync("rvdk.modelveen"))!.Memberships.ShouldHaveSingleItem();
        membership.IsAuthorised(Today).ShouldBeTrue();
        membership.IsInForce(Today.PlusDays(1)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_membership_that_is_ended_now_is_gone_at_once_and_stays_in_the_history()
    {
        var actor = await FindAsync("zorg.modelveen");
        await demo.WithAsync<MembershipRegister, Result<Membership>>(
            r => r.EndNowAsync(actor!.Memberships[0].Id, by: null, CancellationToken.None));

        (await FindAsync("zorg.modelveen"))!.Memberships.ShouldBeEmpty();
        var history = await demo.WithAsync<MembershipRegister, IReadOnlyList<Membership>>(r => r.ListAsync(actor!.Account, CancellationToken.None));
        history.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            m => m.From.ShouldBe(FirstDayOfTheLaw),
            m => m.Until.ShouldBe(Today));
    }

    [Fact]
    public async Task A_blocked_account_is_nobody()
    {
        await demo.ExecuteAsync("update identiteit.account set blocked_at = now() where user_name = 'om.modelveen'");

        (await FindAsync("om.modelveen")).ShouldBeNull();
    }

    [Fact]
    public async Task Wrong_passwords_of_a_stranger_do_not_end_what_somebody_is_doing()
    {
        await demo.ExecuteAsync("update identiteit.account set lockout_end = now() + interval '15 minutes' where user_name = 'om.polderdam'");

        (await FindAsync("om.polderdam")).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_unknown_account_is_nobody() =>
        (await demo.WithAsync<IActors, Actor?>(a => a.FindAsync(new AccountId(Guid.NewGuid()), CancellationToken.None))).ShouldBeNull();

    private LocalDate Today => demo.Portal.Clock.Today();

    private Task<Actor?> FindAsync(string userName) =>
        demo.WithAsync<IActors, Actor?>(a => a.FindAsync(DemoWorld.Person(userName).Account, CancellationToken.None));
}
