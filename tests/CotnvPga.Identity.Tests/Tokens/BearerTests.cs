using System.Net;
using System.Security.Cryptography;
using CotnvPga.Identity.Keys;
using CotnvPga.Identity.Tests.OidcContract;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CotnvPga.Identity.Tests.Tokens;

public sealed class BearerTests(DemoPortal demo) : IClassFixture<DemoPortal>, IAsyncLifetime
{
    private ProbeApi api = null!;

    public async Task InitializeAsync()
    {
        // The portal first: it makes the keys and the clients.
        _ = demo.Portal.Services;
        api = await ProbeApi.StartAsync(demo);
    }

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Fact]
    public async Task A_token_opens_the_api_as_the_person_it_was_given_to()
    {
        var token = await CodeClient.AccessTokenAsync(demo, "politie.voorbeeldstad");

        var answer = await api.GetAsync("/api/proef", token);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("politie.voorbeeldstad");
    }

    [Fact]
    public async Task Each_door_needs_its_own_scope()
    {
        var forApi = await CodeClient.AccessTokenAsync(demo, "politie.voorbeeldstad", "openid api");
        var forAccess = await CodeClient.AccessTokenAsync(demo, "politie.voorbeeldstad", "openid access.evaluate");

        (await api.GetAsync("/access/proef", forAccess)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await api.GetAsync("/access/proef", forApi)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await api.GetAsync("/api/proef", forAccess)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/api/proef")]
    [InlineData("/access/proef")]
    [InlineData("/api/vergeten")]
    [InlineData("/api/bestaat-niet")]
    public async Task Without_a_token_every_place_below_the_api_answers_401(string place)
    {
        var answer = await api.GetAsync(place);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task An_open_door_tells_who_it_is_when_a_token_comes_along()
    {
        var token = await CodeClient.AccessTokenAsync(demo, "om.voorbeeldstad");

        (await (await api.GetAsync("/api/open")).Content.ReadAsStringAsync()).ShouldBe("niemand");
        (await (await api.GetAsync("/api/open", token)).Content.ReadAsStringAsync()).ShouldBe("om.voorbeeldstad");
    }

    [Theory]
    [InlineData("/api/proef")]
    [InlineData("/api/open")]
    public async Task The_session_of_a_browser_opens_nothing_on_the_api(string place)
    {
        var cookies = new CookieContainer();
        using var browser = demo.Portal.Browser(cookies);
        await DemoPortal.LogInAsync(browser, "om.voorbeeldstad");
        var cookie = cookies.GetCookieHeader(demo.Portal.Address);
        cookie.ShouldContain("pga-sessie=");

        var answer = await api.GetAsync(place, cookie: cookie);

        if (answer.StatusCode != HttpStatusCode.Unauthorized)
            (await answer.Content.ReadAsStringAsync()).ShouldBe("niemand");
    }

    [Fact]
    public async Task A_token_is_over_after_a_quarter_of_an_hour()
    {
        var token = await CodeClient.AccessTokenAsync(demo, "politie.voorbeeldstad");
        demo.Portal.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(2));
        (await api.GetAsync("/api/proef", token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        demo.Portal.Clock.Advance(TimeSpan.FromSeconds(2));

        var answer = await api.GetAsync("/api/proef", token);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer error=\"invalid_token\"");
    }

    [Fact]
    public async Task A_token_of_an_account_that_is_blocked_is_refused_at_the_next_request()
    {
        var token = await CodeClient.AccessTokenAsync(demo, "reclassering.modelveen");
        (await api.GetAsync("/api/proef", token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await demo.ExecuteAsync("update identiteit.account set blocked_at = now() where user_name = 'reclassering.modelveen'");

        (await api.GetAsync("/api/proef", token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_that_somebody_changed_is_refused()
    {
        var parts = (await CodeClient.AccessTokenAsync(demo, "politie.voorbeeldstad")).Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("\"scope\":\"openid api\"", "\"scope\":\"openid access.evaluate\"");
        claims.ShouldContain("access.evaluate");

        var changed = $"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}";
        var unsigned = $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.";

        (await api.GetAsync("/access/proef", changed)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await api.GetAsync("/api/proef", unsigned)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Only_an_access_token_of_this_portal_for_this_api_counts()
    {
        using var elsewhere = RSA.Create(2048);
        var keys = demo.Portal.Services.GetRequiredService<PortalKeys>();

        (await StatusAsync(Forge(keys.Signing))).ShouldBe(HttpStatusCode.OK, "the others differ from this one in one thing");
        (await StatusAsync(Forge(new RsaSecurityKey(elsewhere) { KeyId = keys.Signing.KeyId }))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(Forge(keys.Signing, type: "JWT"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(Forge(keys.Signing, audience: "demo-client"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(Forge(keys.Signing, issuer: "https://elders.example/"))).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(Forge(keys.Signing, subject: Guid.NewGuid().ToString()))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpStatusCode> StatusAsync(string token) => (await api.GetAsync("/api/proef", token)).StatusCode;

    private string Forge(
        RsaSecurityKey key, string type = "at+jwt", string audience = "urn:cotnvpga:api", string? issuer = null, string? subject = null) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Issuer = issuer ?? demo.Portal.Address.AbsoluteUri,
            Audience = audience,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = subject ?? CotnvPga.Identity.Demo.DemoWorld.Person("politie.voorbeeldstad").Account.ToString(),
                ["scope"] = "api",
            },
            NotBefore = demo.Portal.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1),
            Expires = demo.Portal.Clock.GetUtcNow().UtcDateTime.AddMinutes(5),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
}
