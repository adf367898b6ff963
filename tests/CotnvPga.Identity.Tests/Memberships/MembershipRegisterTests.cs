using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Memberships;
using NodaTime;
using Npgsql;

namespace CotnvPga.Identity.Tests.Memberships;

public sealed class MembershipRegisterTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private static readonly AccountId Somebody = DemoWorld.Person("politie.voorbeeldstad").Account;
    private static readonly AccountId Coordinator = DemoWorld.Person("coordinator.voorbeeldstad").Account;

    [Fact]
    public async Task Granting_a_second_municipality_gives_two_members_in_one_person()
    {
        var granted = await GrantAsync(Grant() with { Municipality = new Municipality("9903") });

        granted.IsDone.ShouldBeTrue();
        var all = await demo.WithAsync<MembershipRegister, IReadOnlyList<Membership>>(r => r.ListAsync(Somebody, CancellationToken.None));
        all.Select(m => m.Municipality?.Code).ShouldBe(["9901", "9903"]);
        await ShouldBeLoggedAsync("lidmaatschap_gegeven", granted.Value!.Id);
    }

    [Theory]
    [InlineData(Party.Politie, null, "weegploeglid", "gemeente")]
    [InlineData(Party.Nctv, "9901", "adviseur", "gemeente")]
    [InlineData(Party.Politie, "99", "weegploeglid", "gemeente")]
    [InlineData(Party.Politie, "9901", "commissaris", "rol")]
    [InlineData(Party.Derde, "9901", "deelnemer", "partij")]
    [InlineData(Party.BurgemeesterElders, "9901", "coordinator", "partij")]
    public async Task A_membership_that_cannot_exist_is_refused(Party party, string? municipality, string role, string field)
    {
        var granted = await GrantAsync(Grant() with { Party = party, Municipality = municipality is null ? null : new Municipality(municipality), Role = role });

        granted.Refusal.ShouldBeOfType<NotValid>().Errors.ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public async Task Nobody_gets_access_to_the_past()
    {
        var granted = await GrantAsync(Grant() with { From = Today.PlusDays(-1) });

        granted.Refusal.ShouldBeOfType<NotValid>().Errors.ShouldHaveSingleItem().Field.ShouldBe("van");
    }

    [Fact]
    public async Task All_errors_come_at_once()
    {
        var granted = await GrantAsync(new GrantMembership(
            new AccountId(Guid.NewGuid()), Party.Politie, null, "baas", Today, Today.PlusDays(-1), null, null, null));

        granted.Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field).ShouldBe(["gemeente", "rol", "tot", "account"]);
    }

    [Fact]
    public async Task What_was_ended_cannot_be_ended_again_or_lengthened()
    {
        var granted = await GrantAsync(Grant() with { Municipality = new Municipality("9902") });
        (await EndAsync(granted.Value!.Id, Today.PlusDays(10))).IsDone.ShouldBeTrue();

        (await EndAsync(granted.Value.Id, Today.PlusDays(11))).Refusal.ShouldBeOfType<NotValid>();
        (await EndAsync(granted.Value.Id, Today)).IsDone.ShouldBeTrue();
        await demo.WithAsync<MembershipRegister, Result<Membership>>(r => r.EndNowAsync(granted.Value.Id, Coordinator, CancellationToken.None));
        (await EndAsync(granted.Value.Id, Today)).Refusal.ShouldBeOfType<NotValid>();
        await ShouldBeLoggedAsync("lidmaatschap_beeindigd", granted.Value.Id);
    }

    [Theory]
    [InlineData("update identiteit.lidmaatschap set valid_until = '2100-01-01' where valid_until is not null")]
    [InlineData("update identiteit.lidmaatschap set valid_until = null, ended_at = null")]
    public async Task The_database_itself_refuses_to_lengthen_a_membership(string sql)
    {
        var granted = await GrantAsync(Grant() with { Until = Today.PlusDays(30) });
        granted.IsDone.ShouldBeTrue();

        (await Should.ThrowAsync<PostgresException>(() => AsPortalAsync(sql))).SqlState.ShouldBe(PostgresErrorCodes.RaiseException);
    }

    [Theory]
    [InlineData("update identiteit.lidmaatschap set party = 'beheer'")]
    [InlineData("update identiteit.lidmaatschap set valid_from = '2020-01-01'")]
    [InlineData("update identiteit.lidmaatschap set authorised_until = '2100-01-01'")]
    [InlineData("delete from identiteit.lidmaatschap")]
    [InlineData("delete from identiteit.gebeurtenis")]
    [InlineData("update identiteit.gebeurtenis set actor_id = null")]
    [InlineData("update identiteit.instantie set is_demo = false")]
    [InlineData("delete from identiteit.account")]
    public async Task The_portal_has_no_right_to_change_history(string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => AsPortalAsync(sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    private LocalDate Today => demo.Portal.Clock.Today();

    private GrantMembership Grant() => new(
        Somebody, Party.Politie, new Municipality("9901"), "weegploeglid", Today, Until: null, Today.PlusYears(1), Today.PlusYears(1), Today.PlusYears(1));

    private Task<Result<Membership>> GrantAsync(GrantMembership grant) =>
        demo.WithAsync<MembershipRegister, Result<Membership>>(r => r.GrantAsync(grant, Coordinator, CancellationToken.None));

    private Task<Result<Membership>> EndAsync(Guid membership, LocalDate lastDay) =>
        demo.WithAsync<MembershipRegister, Result<Membership>>(r => r.EndAsync(membership, lastDay, Coordinator, CancellationToken.None));

    private async Task ShouldBeLoggedAsync(string action, Guid membership)
    {
        await using var source = NpgsqlDataSource.Create(demo.Database.AppConnection);
        await using var command = source.CreateCommand("select actor_id from identiteit.gebeurtenis where action = $1 and detail like $2 limit 1");
        command.Parameters.Add(new() { Value = action });
        command.Parameters.Add(new() { Value = $"{membership}%" });
        (await command.ExecuteScalarAsync()).ShouldBe(Coordinator.Value);
    }

    private async Task AsPortalAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(demo.Database.AppConnection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
