using System.Net;
using AngleSharp.Html.Parser;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.SecondSteps;
using CotnvPga.Identity.Sessions;
using CotnvPga.Identity.Tests.OidcContract;
using CotnvPga.TestHost.Portals;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Npgsql;

namespace CotnvPga.Identity.Tests.SecondSteps;

/// <summary>Logging in with a password and a telephone, through the front door. Each example makes one fictional person a real one.</summary>
public sealed class SecondStepTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Place = "/proef?tab=plan";

    [Fact]
    public async Task A_password_alone_opens_nothing_and_the_first_time_somebody_makes_the_second_step()
    {
        using var browser = demo.Portal.Browser();
        var page = await PasswordAsync(browser, "politie.voorbeeldstad");

        page.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(LogInPath.SecondStep);
        (await IsLoggedInAsync(browser)).ShouldBeFalse();

        var codes = await MakeAsync(browser, await BeginAsync(browser, "politie.voorbeeldstad"));

        codes.Distinct().Count().ShouldBe(NewSecondStep.PaperCodes);
        (await browser.FollowAsync(await browser.GetAsync(Place))).RequestMessage!.RequestUri!.PathAndQuery.ShouldBe(Place);
        (await LoggedAsync("politie.voorbeeldstad")).ShouldBe(["inloggen gelukt", "uitnodiging_gemaakt gelukt", "tweede_stap_ingesteld gelukt", "token_uitgegeven gelukt"]);
    }

    [Fact]
    public async Task From_then_on_the_app_gives_a_code_that_works_once()
    {
        var secret = await EnrolledAsync("om.voorbeeldstad");
        demo.Portal.Clock.Advance(TimedCode.Step);
        var code = CodeNow(secret);

        using var own = demo.Portal.Browser();
        await PasswordAsync(own, "om.voorbeeldstad");
        (await SendAsync(own, code)).RequestMessage!.RequestUri!.PathAndQuery.ShouldBe(Place);

        using var watcher = demo.Portal.Browser();
        await PasswordAsync(watcher, "om.voorbeeldstad");
        (await (await SendAsync(watcher, code)).Content.ReadAsStringAsync()).ShouldContain("De code klopt niet, of is al gebruikt.");
        (await IsLoggedInAsync(watcher)).ShouldBeFalse();
    }

    [Fact]
    public async Task Without_the_telephone_a_code_on_paper_works_once()
    {
        using var browser = demo.Portal.Browser();
        await PasswordAsync(browser, "zorg.voorbeeldstad");
        var paper = (await MakeAsync(browser, await BeginAsync(browser, "zorg.voorbeeldstad")))[3];

        using var first = demo.Portal.Browser();
        await PasswordAsync(first, "zorg.voorbeeldstad");
        (await SendAsync(first, paper.ToUpperInvariant().Replace("-", " "))).RequestMessage!.RequestUri!.PathAndQuery.ShouldBe(Place);

        using var second = demo.Portal.Browser();
        await PasswordAsync(second, "zorg.voorbeeldstad");
        await SendAsync(second, paper);
        (await IsLoggedInAsync(second)).ShouldBeFalse();
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_has_to_wait()
    {
        var secret = await EnrolledAsync("rvdk.voorbeeldstad");
        using var browser = demo.Portal.Browser();
        await PasswordAsync(browser, "rvdk.voorbeeldstad");
        for (var i = 0; i < LogIn.Attempts; i++)
            await SendAsync(browser, "000000000000");

        demo.Portal.Clock.Advance(TimedCode.Step);
        await SendAsync(browser, CodeNow(secret));
        (await IsLoggedInAsync(browser)).ShouldBeFalse();

        demo.Portal.Clock.Advance(LogIn.Wait);
        await PasswordAsync(browser, "rvdk.voorbeeldstad");
        await SendAsync(browser, CodeNow(secret));
        (await IsLoggedInAsync(browser)).ShouldBeTrue();
    }

    [Fact]
    public async Task The_page_of_the_second_step_shows_nothing_to_whoever_gave_no_password()
    {
        using var browser = demo.Portal.Browser();

        var end = await browser.FollowAsync(await browser.GetAsync(LogInPath.SecondStep));

        end.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(LogInPath.LogIn);
    }

    [Fact]
    public async Task Who_knows_a_first_password_cannot_make_the_second_step_without_the_code_that_its_owner_got()
    {
        var invitation = await InviteAsync("plaatsvervanger.voorbeeldstad");
        using var thief = demo.Portal.Browser();
        var page = await PasswordAsync(thief, "plaatsvervanger.voorbeeldstad");

        (await page.Content.ReadAsStringAsync()).ShouldContain("Account activeren");
        (await (await SendAsync(thief, "abcdef-abcdef")).Content.ReadAsStringAsync()).ShouldContain("De code klopt niet");

        // The owner begins, and the thief still gets to see no secret.
        using var owner = demo.Portal.Browser();
        await PasswordAsync(owner, "plaatsvervanger.voorbeeldstad");
        var secret = await SecretAsync(await SendAsync(owner, invitation));
        (await (await thief.GetAsync(LogInPath.SecondStep)).Content.ReadAsStringAsync()).ShouldContain("Account activeren");

        (await MakeAsync(owner, secret)).ShouldNotBeEmpty();
        (await (await SendAsync(thief, invitation)).Content.ReadAsStringAsync()).ShouldContain("De code klopt niet");
    }

    [Fact]
    public async Task An_invitation_counts_a_week()
    {
        var invitation = await InviteAsync("nctv.adviseur");
        demo.Portal.Clock.Advance(TimeSpan.FromDays(7));
        using var browser = demo.Portal.Browser();
        await PasswordAsync(browser, "nctv.adviseur");

        (await (await SendAsync(browser, invitation)).Content.ReadAsStringAsync()).ShouldContain("De code klopt niet");
    }

    [Fact]
    public async Task A_client_is_told_that_two_steps_were_taken()
    {
        var client = new CodeClient(demo);
        var secret = await EnrolledAsync("om.modelveen");
        demo.Portal.Clock.Advance(TimedCode.Step);
        using var browser = demo.Portal.Browser();
        await PasswordAsync(browser, "om.modelveen");
        await SendAsync(browser, CodeNow(secret));

        var back = QueryHelpers.ParseQuery((await CodeClient.AskAsync(browser, client.Question())).Headers.Location!.Query);
        var tokens = await client.ExchangeAsync(back["code"]!);

        new JsonWebToken((string)tokens["id_token"]!).GetClaim("acr").Value.ShouldBe("http://eidas.europa.eu/LoA/substantial");
        new JsonWebToken((string)tokens["access_token"]!).GetClaim("acr").Value.ShouldBe("http://eidas.europa.eu/LoA/substantial");
    }

    [Fact]
    public async Task Two_colleagues_together_give_a_new_second_step_to_who_lost_telephone_and_paper()
    {
        var old = await EnrolledAsync("zorg.modelveen");
        demo.Portal.Clock.Advance(TimedCode.Step);
        using var left = demo.Portal.Browser();
        await PasswordAsync(left, "zorg.modelveen");
        await SendAsync(left, CodeNow(old));
        var account = DemoWorld.Person("zorg.modelveen").Account;
        await demo.WithAsync<MembershipRegister, bool>(async register => (await register.GrantAsync(
            new GrantMembership(DemoWorld.Person("om.parket").Account, Party.Burgemeester, Modelveen, "plaatsvervanger", demo.Portal.Clock.Today(), null, null, null, null),
            by: null, default)).IsDone);
        var (first, second) = (await ActorAsync("coordinator.modelveen"), await ActorAsync("om.parket"));

        var request = (await DeskAsync(desk => desk.AskAsync(first, Modelveen, account, default))).Value;
        (await DeskAsync(desk => desk.AskAsync(second, Modelveen, account, default))).Refusal.ShouldBeOfType<NotNow>();
        (await DeskAsync(desk => desk.ConfirmAsync(first, Modelveen, request, default))).Refusal.ShouldBeOfType<NotNow>("who asked does not confirm");
        (await DeskAsync(desk => desk.AskAsync(first, Modelveen, first.Account, default))).Refusal.ShouldBeOfType<NotKnown>("nobody does it for oneself");
        (await DeskAsync(desk => desk.ReadAsync(first, Modelveen, default))).Value!.Single(p => p.Account == account).Asked!.BySelf.ShouldBeTrue();
        var code = (await DeskAsync(desk => desk.ConfirmAsync(second, Modelveen, request, default))).Value!.Code;

        using var browser = demo.Portal.Browser();
        await PasswordAsync(browser, "zorg.modelveen");
        var secret = await SecretAsync(await SendAsync(browser, code));
        (await IsLoggedInAsync(left)).ShouldBeTrue("the telephone of before counts until the new one is there");
        await MakeAsync(browser, secret);

        secret.ShouldNotBe(old);
        (await IsLoggedInAsync(browser)).ShouldBeTrue();
        (await IsLoggedInAsync(left)).ShouldBeFalse();
        demo.Portal.Clock.Advance(TimedCode.Step * 3);
        using var finder = demo.Portal.Browser();
        await PasswordAsync(finder, "zorg.modelveen");
        await SendAsync(finder, CodeNow(old));
        (await IsLoggedInAsync(finder)).ShouldBeFalse("who found the telephone");
        (await LoggedAsync("zorg.modelveen")).Count(l => l is "herstel_gevraagd gelukt" or "herstel_bevestigd gelukt").ShouldBe(2);
    }

    [Fact]
    public async Task Who_does_not_arrange_access_in_a_municipality_restores_nobody_there()
    {
        var account = DemoWorld.Person("zorg.polderdam").Account;

        foreach (var outsider in new[] { "politie.polderdam", "coordinator.voorbeeldstad", "fg.voorbeeldstad" })
            (await DeskAsync(async desk => await desk.AskAsync(await ActorAsync(outsider), new Municipality(DemoWorld.Polderdam), account, default))).Refusal.ShouldBeOfType<NotAllowed>(outsider);
        (await DeskAsync(async desk => await desk.AskAsync(await ActorAsync("coordinator.voorbeeldstad"), new Municipality(DemoWorld.Voorbeeldstad), account, default))).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task The_portal_cannot_replace_a_secret_or_use_a_code_on_paper_again()
    {
        await EnrolledAsync("reclassering.voorbeeldstad");

        foreach (var forgery in new[]
        {
            "insert into identiteit.uitnodiging (id, account_id, kind, made_at, code_hash, expires_at) select gen_random_uuid(), id, 'nieuw', now(), 'x', now() + interval '1 day' from identiteit.account limit 1",
            "insert into identiteit.uitnodiging (id, account_id, made_at, expires_at) select gen_random_uuid(), id, now(), now() + interval '1 day' from identiteit.account limit 1",
            "insert into identiteit.tweede_stap (id, account_id, invitation_id, secret, made_at, last_step, failed) select gen_random_uuid(), account_id, id, 'x', now(), 0, 0 from identiteit.uitnodiging",
            "update identiteit.inlog set level = 'substantieel'",
            "update identiteit.tweede_stap set secret = 'x'",
            "delete from identiteit.tweede_stap",
            "update identiteit.tweede_stap set last_step = 0",
            "delete from identiteit.herstelcode",
        })
        {
            await using var source = NpgsqlDataSource.Create(demo.Database.AppConnection);
            await using var command = source.CreateCommand(forgery);
            await Should.ThrowAsync<PostgresException>(command.ExecuteNonQueryAsync(), forgery);
        }
    }

    [Fact]
    public async Task A_person_has_three_sessions_and_a_fourth_ends_the_one_left_alone_longest()
    {
        var secret = await EnrolledAsync("coordinator.voorbeeldstad");
        var browsers = Enumerable.Range(0, SessionLimits.AtOnce + 1).Select(_ => demo.Portal.Browser()).ToList();
        foreach (var browser in browsers)
        {
            demo.Portal.Clock.Advance(TimedCode.Step * 2);
            await PasswordAsync(browser, "coordinator.voorbeeldstad");
            await SendAsync(browser, CodeNow(secret));
        }

        // Its log-in at the server ended with it: no new session begins without a password.
        (await browsers[0].FollowAsync(await browsers[0].GetAsync(Place))).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(LogInPath.LogIn);
        foreach (var browser in browsers.Skip(1))
            (await browser.GetAsync(Place)).StatusCode.ShouldNotBe(HttpStatusCode.Found);
        browsers.ForEach(b => b.Dispose());
    }

    private async Task<HttpResponseMessage> PasswordAsync(HttpClient browser, string userName)
    {
        await demo.ExecuteAsync($"update identiteit.account set is_demo = false where user_name = '{userName}'");
        return await DemoPortal.LogInAsync(browser, userName, Place);
    }

    private static readonly Municipality Modelveen = new(DemoWorld.Modelveen);

    private Task<T> DeskAsync<T>(Func<RecoveryDesk, Task<T>> work) => demo.WithAsync(work);

    private async Task<Actor> ActorAsync(string userName) =>
        await demo.WithAsync<IActors, Actor?>(actors => actors.FindAsync(DemoWorld.Person(userName).Account, default)) ?? throw new InvalidOperationException($"{userName} cannot act.");

    private async Task<string> InviteAsync(string userName) =>
        await Invitations.InviteAsync(demo.Database.OwnerConnection, userName, demo.Portal.Clock) ?? throw new InvalidOperationException($"{userName} cannot be invited.");

    // With the code that the owner of the account got in person.
    private async Task<byte[]> BeginAsync(HttpClient browser, string userName) => await SecretAsync(await SendAsync(browser, await InviteAsync(userName)));

    // In a browser that is closed afterwards.
    private async Task<byte[]> EnrolledAsync(string userName)
    {
        using var browser = demo.Portal.Browser();
        await PasswordAsync(browser, userName);
        var secret = await BeginAsync(browser, userName);
        await MakeAsync(browser, secret);
        return secret;
    }

    private async Task<IReadOnlyList<string>> MakeAsync(HttpClient browser, byte[] secret)
    {
        var page = await SendAsync(browser, CodeNow(secret));
        var document = await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync());
        return [.. document.QuerySelectorAll("main li code").Select(c => c.TextContent)];
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string code) => await browser.FollowAsync(
        await browser.SendFormAsync($"{LogInPath.SecondStep}?terug={Uri.EscapeDataString(Place)}", new Dictionary<string, string> { ["Code"] = code }));

    private string CodeNow(byte[] secret) => TimedCode.Of(secret, TimedCode.StepAt(demo.Portal.Clock.GetUtcNow()));

    private static async Task<byte[]> SecretAsync(HttpResponseMessage page)
    {
        var document = await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync());
        return TimedCodes.Secret(document.QuerySelector("main li code")!.TextContent);
    }

    private static async Task<bool> IsLoggedInAsync(HttpClient browser) =>
        (await browser.FollowAsync(await browser.GetAsync(Place))).RequestMessage!.RequestUri!.PathAndQuery == Place;

    private async Task<List<string>> LoggedAsync(string userName)
    {
        await using var source = NpgsqlDataSource.Create(demo.Database.AppConnection);
        await using var command = source.CreateCommand(
            "select action || ' ' || outcome from identiteit.gebeurtenis where account_id = $1 order by id");
        command.Parameters.Add(new() { Value = DemoWorld.Person(userName).Account.Value });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }
}
