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
        await EndMembershipsAsync(own, "om.voorbeeldstad");

        (await om.Get(signal)).Is(HttpStatusCode.NotFound);
        (await om.Get("signalen")).Is(HttpStatusCode.OK)["totaal"]!.GetValue<int>().ShouldBe(0);
        (await om.Post($"{signal}/stappen", Words.Aanmelden)).Is(HttpStatusCode.NotFound);
        (await om.Post("signalen", Words.Signaal())).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_session_in_a_browser_loses_it_at_the_next_request_too()
    {
        await using var own = await PortalFixture.StartAsync();
        var signal = PathOf((await new ApiPerson(own, "om.voorbeeldstad").Post("signalen", Words.Signaal())).Is(HttpStatusCode.Created));
        using var browser = own.Portal.Browser();
        await browser.LogInAsync("om.voorbeeldstad", PortalFixture.PasswordOf("om.voorbeeldstad"));
        (await browser.GetAsync($"/{signal}")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await EndMembershipsAsync(own, "om.voorbeeldstad");
        (await browser.GetAsync($"/{signal}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await own.ExecuteAsync("update identiteit.account set blocked_at = now() where user_name = 'om.voorbeeldstad'");
        (await browser.FollowAsync(await browser.GetAsync($"/{signal}"))).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/inloggen");
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

    private static Task<bool> EndMembershipsAsync(PortalFixture portal, string userName) => portal.WithAsync<MembershipRegister, bool>(async register =>
    {
        foreach (var membership in await register.ListAsync(DemoWorld.Person(userName).Account, default))
            (await register.EndNowAsync(membership.Id, null, default)).IsDone.ShouldBeTrue();
        return true;
    });
}
