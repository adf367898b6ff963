using System.Net;
using System.Security.Cryptography;
using AngleSharp.Html.Parser;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Keys;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.OwnServers;
using CotnvPga.Identity.Tests.OidcContract;
using CotnvPga.TestHost.Portals;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CotnvPga.Identity.Tests.OwnServers;

/// <summary>Logging in at the server of one's own organisation, and out there.</summary>
public sealed class OwnServerTests(DemoPortal demo) : IClassFixture<DemoPortal>, IAsyncLifetime, IDisposable
{
    private const string Place = "/proef";
    private OrganisationServer _server = null!;
    private TestPortal _portal = null!;

    public async Task InitializeAsync()
    {
        _server = await OrganisationServer.StartAsync(TimeProvider.System);
        _portal = new TestPortal(demo.Database, isDemo: true, ("Pga:Inlogservers:gemeente:Naam", "Gemeente Voorbeeldstad"), ("Pga:Inlogservers:gemeente:Adres", OrganisationServer.Address.AbsoluteUri), ("Pga:Inlogservers:gemeente:Client", OrganisationServer.ClientId))
        {
            Change = services => services.Configure<OpenIdConnectOptions>("bij-gemeente", options => options.BackchannelHttpHandler = _server.Handler()),
        };
        await demo.ExecuteAsync($"insert into identiteit.account_login (login_provider, provider_key, user_id) values ('gemeente', '1001', '{DemoWorld.Person("politie.voorbeeldstad").Account}') on conflict do nothing");
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Who_was_made_here_beforehand_logs_in_at_the_own_organisation_and_ends_where_it_was_going()
    {
        using var browser = _portal.Browser();

        var end = await LogInThereAsync(browser);

        end.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe(Place);
        (await new JsonWebTokenHandler().ValidateTokenAsync(_server.Proof, new TokenValidationParameters
        {
            ValidIssuer = OrganisationServer.ClientId,
            ValidAudience = OrganisationServer.Address.AbsoluteUri,
            IssuerSigningKey = _portal.Services.GetRequiredService<PortalKeys>().Portal,
        })).IsValid.ShouldBeTrue("the portal proves with its own key who it is");
        (await LevelAsync(browser)).ShouldBe("http://eidas.europa.eu/LoA/substantial");
    }

    [Fact]
    public async Task What_the_server_is_less_sure_of_is_not_made_surer_here()
    {
        _server.Level = "urn:wachtwoord";
        using var browser = _portal.Browser();
        await LogInThereAsync(browser);

        (await LevelAsync(browser)).ShouldBe("http://eidas.europa.eu/LoA/low");
    }

    [Fact]
    public async Task Nobody_gets_an_account_by_logging_in_there()
    {
        _server.Person = "9999";
        using var browser = _portal.Browser();
        var before = await CountAsync("select count(*) from identiteit.account");

        (await LogInThereAsync(browser)).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(LogInPath.Failed);

        (await IsLoggedInAsync(browser)).ShouldBeFalse();
        (await CountAsync("select count(*) from identiteit.account")).ShouldBe(before);
        (await CountAsync("select count(*) from identiteit.gebeurtenis where action = 'inloggen' and outcome = 'geweigerd' and detail = 'bij gemeente'")).ShouldBe(1);
    }

    [Fact]
    public async Task The_portal_links_nobody_to_an_account()
    {
        await Should.ThrowAsync<Npgsql.PostgresException>(AsPortalAsync("insert into identiteit.account_login (login_provider, provider_key, user_id) select 'gemeente', '6666', id from identiteit.account limit 1"));
        await Should.ThrowAsync<Npgsql.PostgresException>(AsPortalAsync("update identiteit.account_login set provider_key = '6666'"));
    }

    [Fact]
    public async Task Logging_out_there_ends_that_session_here_and_no_other()
    {
        using var desk = _portal.Browser();
        await LogInThereAsync(desk);
        _server.Session = "sessie-2";
        using var laptop = _portal.Browser();
        await LogInThereAsync(laptop);

        (await TellAsync(_server.LogOutToken(Now, session: "sessie-1"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await IsLoggedInAsync(desk)).ShouldBeFalse();
        (await desk.FollowAsync(await desk.GetAsync(Place))).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(LogInPath.LogIn);
        (await IsLoggedInAsync(laptop)).ShouldBeTrue();

        (await TellAsync(_server.LogOutToken(Now, subject: "1001"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await IsLoggedInAsync(laptop)).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_that_server_logs_people_out_and_only_with_a_message_of_now()
    {
        using var browser = _portal.Browser();
        await LogInThereAsync(browser);
        using var other = RSA.Create(2048);

        foreach (var (why, token) in new (string, string)[]
        {
            ("another key", _server.LogOutToken(Now, session: "sessie-1", key: new RsaSecurityKey(other) { KeyId = "organisatie" })),
            ("for another", _server.LogOutToken(Now, session: "sessie-1", audience: "iemand-anders")),
            ("from another", _server.LogOutToken(Now, session: "sessie-1", issuer: "https://elders.example/")),
            ("old", _server.LogOutToken(Now.AddMinutes(-3), session: "sessie-1")),
            ("no such event", _server.LogOutToken(Now, session: "sessie-1", isLogOut: false)),
            ("an identity token", _server.LogOutToken(Now, session: "sessie-1", nonce: "x")),
            ("about nobody", _server.LogOutToken(Now)),
            ("nothing", "geen token"),
        })
        {
            (await TellAsync(token)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, why);
        }
        (await TellAsync(_server.LogOutToken(Now, session: "sessie-1"), "onbekend")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await IsLoggedInAsync(browser)).ShouldBeTrue();
    }

    private DateTimeOffset Now => _portal.Clock.GetUtcNow();

    // What a browser does: away to the other site and back.
    private async Task<HttpResponseMessage> LogInThereAsync(HttpClient browser)
    {
        var page = await browser.FollowAsync(await browser.GetAsync(Place));
        var link = (await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync())).QuerySelector("main a[href*='handler=Bij']")!;
        link.TextContent.ShouldBe("Gemeente Voorbeeldstad");
        var away = await browser.GetAsync(new Uri(page.RequestMessage!.RequestUri!, link.GetAttribute("href")));
        away.Headers.Location!.Host.ShouldBe(OrganisationServer.Address.Host);
        using var there = _server.Browser();
        var back = await there.GetAsync(away.Headers.Location);
        return await browser.FollowAsync(await browser.GetAsync(back.Headers.Location));
    }

    private async Task<HttpResponseMessage> TellAsync(string token, string server = "gemeente")
    {
        using var http = _portal.Program();
        return await http.PostAsync($"{LogOutByServer.Path}/{server}", new FormUrlEncodedContent(new Dictionary<string, string> { ["logout_token"] = token }));
    }

    private static async Task<string> LevelAsync(HttpClient browser)
    {
        var client = new CodeClient(null!);
        var back = QueryHelpers.ParseQuery((await CodeClient.AskAsync(browser, client.Question())).Headers.Location!.Query);
        using var answer = await browser.PostAsync("/oidc/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "demo-client",
            ["redirect_uri"] = CodeClient.RedirectUri,
            ["code"] = back["code"]!,
            ["code_verifier"] = client.Verifier,
        }));
        return new JsonWebToken((string)System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["id_token"]!).GetClaim("acr").Value;
    }

    private static async Task<bool> IsLoggedInAsync(HttpClient browser) => (await browser.GetAsync(Place)).StatusCode != HttpStatusCode.Found;

    private async Task<int> AsPortalAsync(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(demo.Database.AppConnection);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(demo.Database.AppConnection);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
