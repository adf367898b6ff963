using System.Net;
using CotnvPga.Identity.Sessions;
using CotnvPga.TestHost.Portals;
using Npgsql;

namespace CotnvPga.Identity.Tests.Sessions;

public sealed class SessionTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Place = "/proef";

    [Fact]
    public async Task Whoever_does_nothing_for_half_an_hour_gives_the_password_again()
    {
        using var browser = demo.Portal.Browser();
        await DemoPortal.LogInAsync(browser, "politie.voorbeeldstad");

        demo.Portal.Clock.Advance(SessionLimits.Idle - TimeSpan.FromMinutes(1));
        (await IsLoggedInAsync(browser)).ShouldBeTrue();
        demo.Portal.Clock.Advance(SessionLimits.Idle + TimeSpan.FromMinutes(1));
        (await IsLoggedInAsync(browser)).ShouldBeFalse();

        (await browser.FollowAsync(await browser.GetAsync(Place))).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/inloggen");
    }

    [Fact]
    public async Task A_session_lasts_no_longer_than_a_working_day_however_busy_it_is()
    {
        using var browser = demo.Portal.Browser();
        await DemoPortal.LogInAsync(browser, "politie.voorbeeldstad");

        for (var worked = TimeSpan.Zero; worked < SessionLimits.Absolute - TimeSpan.FromMinutes(20); worked += TimeSpan.FromMinutes(20))
        {
            (await IsLoggedInAsync(browser)).ShouldBeTrue();
            demo.Portal.Clock.Advance(TimeSpan.FromMinutes(20));
        }
        demo.Portal.Clock.Advance(TimeSpan.FromMinutes(20));

        (await IsLoggedInAsync(browser)).ShouldBeFalse();
    }

    [Fact]
    public async Task Logging_out_ends_the_session_also_for_a_copied_cookie()
    {
        using var browser = demo.Portal.Browser();
        var cookie = await SessionCookieAsync(browser, "om.voorbeeldstad");
        (await IsLoggedInAsync(cookie)).ShouldBeTrue();

        var end = await browser.FollowAsync(await browser.ConfirmAsync(await browser.GetAsync("/uitloggen")));

        end.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/inloggen");
        (await IsLoggedInAsync(browser)).ShouldBeFalse();
        (await IsLoggedInAsync(cookie)).ShouldBeFalse();
        (await browser.FollowAsync(await browser.GetAsync(Place))).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/inloggen");
    }

    [Fact]
    public async Task A_link_alone_logs_nobody_out()
    {
        using var browser = demo.Portal.Browser();
        await DemoPortal.LogInAsync(browser, "om.voorbeeldstad");

        (await browser.GetAsync("/uitloggen")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.FollowAsync(await browser.GetAsync("/oidc/afmelden"))).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/uitloggen");

        (await IsLoggedInAsync(browser)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("zorg.modelveen", "update identiteit.account set blocked_at = now() where user_name = 'zorg.modelveen'")]
    [InlineData("om.modelveen", "update identiteit.account set security_stamp = 'ander wachtwoord' where user_name = 'om.modelveen'")]
    public async Task A_session_ends_at_the_next_request_after_the_account_was_blocked_or_got_another_password(string userName, string change)
    {
        using var browser = demo.Portal.Browser();
        await DemoPortal.LogInAsync(browser, userName);
        (await IsLoggedInAsync(browser)).ShouldBeTrue();

        await demo.ExecuteAsync(change);

        (await browser.FollowAsync(await browser.GetAsync(Place))).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/inloggen");
    }

    [Fact]
    public async Task After_a_post_in_a_session_that_ran_out_the_page_of_the_form_comes_back()
    {
        using var browser = demo.Portal.Browser();
        var asked = await browser.PostAsync($"{Place}?tab=weging&handler=Bewaar", content: null);

        var end = await browser.FollowAsync(await browser.SubmitLogInAsync(
            await browser.FollowAsync(asked), "politie.voorbeeldstad", DemoPortal.PasswordOf("politie.voorbeeldstad")));

        end.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe($"{Place}?tab=weging");
    }

    [Fact]
    public async Task A_script_is_told_that_nobody_is_logged_in_instead_of_being_sent_away()
    {
        using var browser = demo.Portal.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, Place) { Headers = { { "Sec-Fetch-Mode", "cors" } } };

        (await browser.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_that_somebody_planted_in_the_browser_does_not_become_that_of_who_logs_in()
    {
        var cookies = new CookieContainer();
        using var victim = demo.Portal.Browser(cookies);
        var page = await victim.FollowAsync(await victim.GetAsync(Place));
        var passed = await victim.SubmitLogInAsync(page, "om.polderdam", DemoPortal.PasswordOf("om.polderdam"));
        using var attacker = demo.Portal.Browser();
        cookies.SetCookies(demo.Portal.Address, await SessionCookieAsync(attacker, "rvdk.polderdam"));

        await victim.FollowAsync(passed);

        (await SessionsAsync("rvdk.polderdam")).ShouldBe(1);
        (await SessionsAsync("om.polderdam")).ShouldBe(1);
    }

    [Fact]
    public async Task The_cookies_cannot_be_read_by_scripts_or_sent_by_other_sites()
    {
        using var browser = demo.Portal.Browser();

        var cookies = (await LogInUntilSessionAsync(browser, "politie.voorbeeldstad")).Headers.GetValues("Set-Cookie");

        cookies.ShouldContain(c => c.StartsWith("pga-sessie=", StringComparison.Ordinal));
        cookies.Where(c => c.StartsWith("pga-", StringComparison.Ordinal)).ShouldAllBe(c => c.Contains("httponly") && c.Contains("samesite=lax"));
    }

    private static async Task<bool> IsLoggedInAsync(HttpClient browser) => (await browser.GetAsync(Place)).StatusCode != HttpStatusCode.Found;

    private async Task<bool> IsLoggedInAsync(string cookie)
    {
        using var program = demo.Portal.Program();
        using var request = new HttpRequestMessage(HttpMethod.Get, Place) { Headers = { { "Cookie", cookie } } };
        return (await program.SendAsync(request)).StatusCode != HttpStatusCode.Found;
    }

    // Follows the log-in up to the answer that sets the session.
    private static async Task<HttpResponseMessage> LogInUntilSessionAsync(HttpClient browser, string userName)
    {
        var page = await browser.FollowAsync(await browser.GetAsync(Place));
        var answer = await browser.SubmitLogInAsync(page, userName, DemoPortal.PasswordOf(userName));
        while (!answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith(PortalAsClient.ReturnPath, StringComparison.Ordinal))
            answer = await browser.GetAsync(answer.Headers.Location);
        return answer;
    }

    private async Task<long> SessionsAsync(string userName)
    {
        await using var source = NpgsqlDataSource.Create(demo.Database.AppConnection);
        await using var command = source.CreateCommand("select count(*) from identiteit.sessie join identiteit.account a on a.id = account_id where user_name = $1");
        command.Parameters.Add(new() { Value = userName });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<string> SessionCookieAsync(HttpClient browser, string userName) =>
        (await LogInUntilSessionAsync(browser, userName)).Headers.GetValues("Set-Cookie")
            .Single(c => c.StartsWith("pga-sessie=", StringComparison.Ordinal)).Split(';')[0];
}
