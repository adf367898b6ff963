using AngleSharp.Html.Parser;
using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.Instance;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.SecondSteps;
using CotnvPga.TestHost.Databases;
using CotnvPga.TestHost.Pages;
using CotnvPga.TestHost.Portals;
using Microsoft.AspNetCore.Identity;

namespace CotnvPga.Portal.Tests.Security;

/// <summary>A portal for real work, over https: what it puts in a browser belongs to this host alone, and the browser is told to use https for a year.</summary>
public sealed class CookieTests : IAsyncLifetime, IDisposable
{
    private const string Password = "een lang wachtwoord voor deze toets";
    private TestDatabase _database = null!;
    private TestPortal _portal = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateEmptyAsync();
        await PortalSchema.ApplyAsync(_database, InstanceKind.Work);
        var hash = new PasswordHasher<Account>().HashPassword(null!, Password);
        await (await PostgresServer.StartedAsync()).ExecuteAsync(_database.Name, $"""
            insert into identiteit.account
              (id, user_name, normalized_user_name, display_name, is_demo, email_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, password_hash, security_stamp)
            values (gen_random_uuid(), 'j.jansen', 'J.JANSEN', 'J. Jansen', false, false, false, true, 0, '{hash}', 'stempel')
            """);
        _portal = new TestPortal(_database, isDemo: false);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _database.DisposeAsync();
    }

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Every_cookie_is_of_this_host_alone_and_out_of_reach_of_scripts_and_other_sites()
    {
        using var browser = _portal.Browser();
        var cookies = new List<string>();
        var answer = await browser.GetAsync("/werkvoorraad");
        Take(answer);
        for (var steps = 0; answer.Headers.Location is { } next && steps < 10; steps++)
        {
            answer = await browser.GetAsync(new Uri(answer.RequestMessage!.RequestUri!, next));
            Take(answer);
        }
        var sent = await browser.SubmitLogInAsync(answer, "j.jansen", Password);
        Take(sent);
        ((int)sent.StatusCode).ShouldBe(302, "the password was right");
        Take(await MakeSecondStepAsync(browser));

        foreach (var name in new[] { "formulier", "verzoek.", "eenmalig.", "halverwege", "inlog" })
            cookies.ShouldContain(c => c.StartsWith($"__Host-pga-{name}", StringComparison.Ordinal), name);
        foreach (var cookie in cookies)
        {
            cookie.ShouldStartWith("__Host-", Case.Sensitive);
            var rules = cookie.Split(';', StringSplitOptions.TrimEntries).Skip(1).Select(r => r.ToLowerInvariant()).ToList();
            rules.ShouldContain("secure", cookie);
            rules.ShouldContain("httponly", cookie);
            rules.ShouldContain("path=/", cookie);
            rules.ShouldContain(r => r == "samesite=lax" || r == "samesite=strict", cookie);
            rules.ShouldNotContain(r => r.StartsWith("domain", StringComparison.Ordinal), cookie);
        }

        void Take(HttpResponseMessage from)
        {
            if (from.Headers.TryGetValues("Set-Cookie", out var set))
                cookies.AddRange(set);
        }
    }

    private async Task<HttpResponseMessage> MakeSecondStepAsync(HttpClient browser)
    {
        var invitation = await Invitations.InviteAsync(_database.OwnerConnection, "j.jansen", _portal.Clock);
        var page = await browser.FollowAsync(await browser.SendFormAsync(LogInPath.SecondStep, new Dictionary<string, string> { ["Code"] = invitation! }));
        var shown = (await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync())).QuerySelector("main li code")!.TextContent;
        var code = TimedCode.Of(TimedCodes.Secret(shown), TimedCode.StepAt(_portal.Clock.GetUtcNow()));
        return await browser.SendFormAsync(LogInPath.SecondStep, new Dictionary<string, string> { ["Code"] = code });
    }

    [Theory]
    [InlineData("/inloggen")]
    [InlineData("/api/v1/signalen")]
    [InlineData("/portal.css")]
    [InlineData("/bestaat-niet")]
    [InlineData("/health/live")]
    [InlineData("/.well-known/openid-configuration")]
    public async Task A_browser_is_told_to_use_https_for_a_year_here_and_below(string path)
    {
        using var browser = _portal.Browser();
        // Under a real name: for localhost it would also bind what else somebody tries on that machine.
        using var answer = await browser.GetAsync(new Uri($"https://portaal.example{path}"));

        PageWalk.HeadersOf(answer)["Strict-Transport-Security"].ShouldBe("max-age=31536000; includeSubDomains");
    }

    [Fact]
    public async Task Nothing_of_a_demo_is_there()
    {
        using var program = _portal.Program();
        using var token = await program.PostAsync("/oidc/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "urn:cotnvpga:grant:demo-account", ["gebruiker"] = "j.jansen" }));
        ((int)token.StatusCode).ShouldBeInRange(400, 499);
        (await program.GetStringAsync("/inloggen")).ShouldNotContain("Demo.");
    }
}
