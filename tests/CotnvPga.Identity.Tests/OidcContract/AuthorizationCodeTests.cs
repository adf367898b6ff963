using System.Net;
using CotnvPga.Identity.Demo;
using CotnvPga.TestHost.Portals;
using Microsoft.IdentityModel.JsonWebTokens;

namespace CotnvPga.Identity.Tests.OidcContract;

/// <summary>What any server behind <c>IOidcServer</c> does with the authorization code flow.</summary>
public sealed class AuthorizationCodeTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private readonly CodeClient client = new(demo);

    [Fact]
    public async Task A_person_logs_in_and_the_client_gets_tokens_about_that_person()
    {
        var back = await client.AuthorizeAsync("politie.voorbeeldstad", client.Question());
        var tokens = await client.ExchangeAsync(back["code"]);

        back["state"].ShouldBe("toestand");
        back["iss"].ShouldBe(CodeClient.Issuer(demo).AbsoluteUri);
        ((int)tokens["expires_in"]!).ShouldBeLessThanOrEqualTo(15 * 60);
        tokens["refresh_token"].ShouldBeNull();

        var account = DemoWorld.Person("politie.voorbeeldstad").Account.ToString();
        var access = new JsonWebToken((string)tokens["access_token"]!);
        access.Alg.ShouldBe("RS256");
        access.Typ.ShouldBe("at+jwt");
        access.Subject.ShouldBe(account);
        access.Issuer.ShouldBe(CodeClient.Issuer(demo).AbsoluteUri);
        access.Audiences.ShouldBe(["urn:cotnvpga:api"]);
        access.GetClaim("client_id").Value.ShouldBe("demo-client");
        access.GetClaim("scope").Value.Split(' ').ShouldBe(["openid", "profile", "api"], ignoreOrder: true);
        (access.ValidTo - access.IssuedAt).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(15));
        access.Claims.ShouldNotContain(c => c.Value.Contains("politie"), "An access token tells no party, role or name.");

        var identity = new JsonWebToken((string)tokens["id_token"]!);
        identity.Subject.ShouldBe(account);
        identity.Audiences.ShouldBe(["demo-client"]);
        identity.GetClaim("nonce").Value.ShouldBe("eenmalig");
        identity.GetClaim("name").Value.ShouldBe("Politie Voorbeeldstad");
        identity.GetClaim("acr").Value.ShouldBe("http://eidas.europa.eu/LoA/low");
        identity.TryGetClaim("amr", out _).ShouldBeFalse();
        (identity.ValidTo - identity.IssuedAt).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Without_scope_profile_the_client_learns_no_name()
    {
        var back = await client.AuthorizeAsync("politie.voorbeeldstad", client.Question("openid"));
        var identity = new JsonWebToken((string)(await client.ExchangeAsync(back["code"]))["id_token"]!);

        identity.TryGetClaim("name", out _).ShouldBeFalse();
        identity.TryGetClaim("preferred_username", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge_method", null)]
    [InlineData("response_type", "token")]
    [InlineData("response_type", "code token")]
    [InlineData("scope", "openid alles")]
    public async Task A_question_that_the_profile_forbids_is_refused(string parameter, string? value)
    {
        var question = client.Question();
        question[parameter] = value;
        if (parameter == "code_challenge")
            question["code_challenge_method"] = null;
        using var browser = demo.Portal.Browser();

        var answer = await CodeClient.AskAsync(browser, question);

        var told = answer.StatusCode is HttpStatusCode.Found ? answer.Headers.Location!.Query : await answer.Content.ReadAsStringAsync();
        told.ShouldContain("error");
        told.ShouldNotContain("code=");
        answer.Headers.Location?.OriginalString.ShouldStartWith(CodeClient.RedirectUri);
    }

    [Theory]
    [InlineData("redirect_uri", "http://127.0.0.1:49152/elders")]
    [InlineData("redirect_uri", "https://aanvaller.example/terug")]
    [InlineData("client_id", "onbekend")]
    public async Task Nobody_is_sent_to_an_address_that_is_not_the_clients(string parameter, string value)
    {
        var question = client.Question();
        question[parameter] = value;
        using var browser = demo.Portal.Browser();

        var answer = await CodeClient.AskAsync(browser, question);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.Location.ShouldBeNull();
    }

    [Fact]
    public async Task A_client_does_not_get_a_scope_that_it_was_not_given()
    {
        var question = client.Question("openid api");
        question["client_id"] = "portaal";
        question["redirect_uri"] = new Uri(demo.Portal.Address, "/inloggen/terug").AbsoluteUri;
        using var browser = demo.Portal.Browser();

        var answer = await CodeClient.AskAsync(browser, question);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("invalid_request");
    }

    [Fact]
    public async Task A_code_is_worth_nothing_without_the_secret_that_it_was_asked_with()
    {
        var back = await client.AuthorizeAsync("politie.voorbeeldstad", client.Question());

        var refused = await client.ExchangeAsync(back["code"], verifier: new CodeClient(demo).Verifier);

        ((string)refused["error"]!).ShouldBe("invalid_grant");
        refused["access_token"].ShouldBeNull();
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var back = await client.AuthorizeAsync("politie.voorbeeldstad", client.Question());
        (await client.ExchangeAsync(back["code"]))["access_token"].ShouldNotBeNull();

        ((string)(await client.ExchangeAsync(back["code"]))["error"]!).ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_code_lasts_a_minute()
    {
        var back = await client.AuthorizeAsync("politie.voorbeeldstad", client.Question());

        demo.Portal.Clock.Advance(TimeSpan.FromSeconds(61));

        ((string)(await client.ExchangeAsync(back["code"]))["error"]!).ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_code_of_an_account_that_was_blocked_meanwhile_gives_nothing()
    {
        var back = await client.AuthorizeAsync("rvdk.modelveen", client.Question());
        await demo.ExecuteAsync("update identiteit.account set blocked_at = now() where user_name = 'rvdk.modelveen'");

        ((string)(await client.ExchangeAsync(back["code"]))["error"]!).ShouldBe("invalid_grant");
    }

    [Fact]
    public async Task A_client_that_only_wants_to_know_gets_no_log_in_page()
    {
        var question = client.Question();
        question["prompt"] = "none";

        (await client.AuthorizeAsync("politie.voorbeeldstad", question))["error"].ShouldBe("login_required");
    }

    [Fact]
    public async Task A_client_that_asks_for_it_gets_a_new_log_in_once()
    {
        using var browser = demo.Portal.Browser();
        await DemoPortal.LogInAsync(browser, "politie.voorbeeldstad");
        var question = client.Question();
        question["prompt"] = "login";

        var page = await browser.GetAsync((await CodeClient.AskAsync(browser, question)).Headers.Location);
        var answer = await browser.SubmitLogInAsync(page, "politie.voorbeeldstad", DemoPortal.PasswordOf("politie.voorbeeldstad"));
        answer = await browser.GetAsync(answer.Headers.Location);

        answer.Headers.Location!.Query.ShouldContain("code=");
    }

    [Theory]
    [InlineData("password")]
    [InlineData("client_credentials")]
    [InlineData("refresh_token")]
    public async Task There_is_no_other_way_to_ask(string grantType)
    {
        using var http = demo.Portal.Program();
        using var answer = await http.PostAsync("/oidc/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = grantType,
            ["client_id"] = "demo-client",
            ["username"] = "politie.voorbeeldstad",
            ["password"] = DemoPortal.PasswordOf("politie.voorbeeldstad"),
            ["refresh_token"] = "x",
        }));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("unsupported_grant_type");
    }
}
