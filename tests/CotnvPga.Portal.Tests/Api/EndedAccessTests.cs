using System.Net;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Memberships;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Access that ends is gone at the next request, with the token that is still valid.</summary>
public sealed class EndedAccessTests(ApiPortal portal) : ApiTest(portal)
{
    [Fact]
    public async Task A_party_that_leaves_sees_nothing_more()
    {
        var signal = await AtTable(["college", "rvdk"]);
        (await Rvdk.Get(signal)).Is(HttpStatusCode.OK);

        await Together($"{signal}/stappen", new { stap = "deelnemers_wijzigen", deelnemers = new[] { "burgemeester", "politie", "om", "college" }.Select(partij => new { partij, reden = "x" }) });

        (await Rvdk.Get(signal)).Is(HttpStatusCode.NotFound);
        (await Rvdk.Get("signalen?aantal=100")).Text.ShouldNotContain(signal["signalen/".Length..]);
        (await College.Get(signal)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_membership_that_ends_takes_everything_with_it()
    {
        await using var own = await PortalFixture.StartAsync();
        var om = new ApiPerson(own, "om.voorbeeldstad");
        var signal = PathOf((await om.Post("signalen", Words.Signaal())).Is(HttpStatusCode.Created));
        var account = DemoWorld.Person("om.voorbeeldstad").Account;

        await own.WithAsync<MembershipRegister, bool>(async register =>
        {
            foreach (var membership in await register.ListAsync(account, default))
                (await register.EndNowAsync(membership.Id, null, default)).IsDone.ShouldBeTrue();
            return true;
        });

        (await om.Get(signal)).Is(HttpStatusCode.NotFound);
        (await om.Get("signalen")).Is(HttpStatusCode.OK)["totaal"]!.GetValue<int>().ShouldBe(0);
        (await om.Post($"{signal}/stappen", Words.Aanmelden)).Is(HttpStatusCode.NotFound);
        (await om.Post("signalen", Words.Signaal())).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_blocked_account_is_nobody()
    {
        await using var own = await PortalFixture.StartAsync();
        var om = new ApiPerson(own, "om.voorbeeldstad");
        (await om.Get("signalen")).Is(HttpStatusCode.OK);

        await own.ExecuteAsync("update identiteit.account set blocked_at = now() where user_name = 'om.voorbeeldstad'");

        (await om.Get("signalen")).Is(HttpStatusCode.Unauthorized);
    }
}
