using System.Net;
using System.Text.RegularExpressions;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.TestHost.Portals;
using Microsoft.AspNetCore.Http;

namespace CotnvPga.Identity.Tests.Accounts;

/// <summary>What somebody arranges for the own account, through the front door.</summary>
public sealed class OwnAccountTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    private const string Place = "/account";
    private const string NewPassword = "vier losse woorden samen";

    [Fact]
    public async Task Whoever_gets_another_password_logs_in_with_it_everywhere()
    {
        var (here, elsewhere) = (await RealPersonAsync("politie.voorbeeldstad"), await RealPersonAsync("politie.voorbeeldstad"));

        var end = await here.FollowAsync(await ChangeAsync(here, DemoPortal.PasswordOf("politie.voorbeeldstad"), NewPassword, NewPassword));

        (await end.Content.ReadAsStringAsync()).ShouldContain("Uw wachtwoord is gewijzigd");
        foreach (var browser in new[] { here, elsewhere })
            (await browser.FollowAsync(await browser.GetAsync(Place))).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(LogInPath.LogIn);
        (await EndOfLogInAsync("politie.voorbeeldstad", DemoPortal.PasswordOf("politie.voorbeeldstad"))).ShouldBe(LogInPath.LogIn);
        (await EndOfLogInAsync("politie.voorbeeldstad", NewPassword)).ShouldBe(LogInPath.SecondStep);
    }

    [Theory]
    [InlineData("", NewPassword, NewPassword, "waarmee u nu inlogt")]
    [InlineData("iets anders", NewPassword, NewPassword, "niet uw wachtwoord van nu")]
    [InlineData(null, "te kort", "te kort", "ten minste 12 tekens")]
    [InlineData(null, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa", "waarvan 5 verschillende")]
    [InlineData(null, "Ik ben om.voorbeeldstad!", "Ik ben om.voorbeeldstad!", "zonder uw gebruikersnaam")]
    [InlineData(null, NewPassword, "vier losse worden samen", "niet hetzelfde")]
    public async Task What_is_wrong_is_said_at_its_field_and_changes_nothing(string? current, string chosen, string again, string said)
    {
        using var browser = await RealPersonAsync("om.voorbeeldstad");

        var page = await ChangeAsync(browser, current ?? DemoPortal.PasswordOf("om.voorbeeldstad"), chosen, again);

        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var shown = await page.Content.ReadAsStringAsync();
        shown.ShouldContain(said);
        shown.ShouldNotContain(chosen, customMessage: "a password is never sent back");
        (await browser.GetAsync(Place)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_password_cannot_be_guessed_from_a_desk_that_was_left_open()
    {
        using var browser = await RealPersonAsync("zorg.voorbeeldstad");
        for (var i = 0; i < LogIn.Attempts; i++)
            await ChangeAsync(browser, $"gok {i}", NewPassword, NewPassword);

        (await ChangeAsync(browser, DemoPortal.PasswordOf("zorg.voorbeeldstad"), NewPassword, NewPassword)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_person_sees_where_it_is_logged_in_and_logs_out_there()
    {
        using var here = await RealPersonAsync("reclassering.voorbeeldstad");
        using var elsewhere = await RealPersonAsync("reclassering.voorbeeldstad");
        var page = await here.GetStringAsync(Place);
        page.ShouldContain("Hier, in deze browser");
        page.ShouldContain("Ergens anders");

        await here.FollowAsync(await here.SendFormAsync(Place, new Dictionary<string, string>(), "main form:has([name=inlog])"));

        (await here.GetStringAsync(Place)).ShouldNotContain("Ergens anders");
        (await elsewhere.FollowAsync(await elsewhere.GetAsync(Place))).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe(LogInPath.LogIn);
    }

    [Fact]
    public async Task Nobody_logs_out_somebody_else()
    {
        using var owner = await RealPersonAsync("om.polderdam");
        using var other = await RealPersonAsync("om.polderdam");
        using var stranger = await RealPersonAsync("zorg.polderdam");
        using var strangerElsewhere = await RealPersonAsync("zorg.polderdam");
        var logIn = Regex.Match(await owner.GetStringAsync(Place), "name=\"inlog\" value=\"([^\"]+)\"").Groups[1].Value;

        (await stranger.SendFormAsync(Place, new Dictionary<string, string> { ["inlog"] = logIn }, "main form:has([name=inlog])")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await other.GetAsync(Place)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task In_a_demo_an_account_keeps_its_password_because_many_people_use_it()
    {
        using var browser = demo.Portal.Browser();
        await DemoPortal.LogInAsync(browser, "om.modelveen", Place);
        (await browser.GetStringAsync(Place)).ShouldNotContain("Nieuw wachtwoord");

        var refused = await demo.WithAsync<OwnAccount, Result<AccountId>>(async account => await account.ChangePasswordAsync(
            await ActorAsync("om.modelveen"), new PasswordChange(DemoPortal.PasswordOf("om.modelveen"), NewPassword, NewPassword), new DefaultHttpContext().Connection, default));

        refused.Refusal.ShouldBeOfType<NotAllowed>();
        (await EndOfLogInAsync("om.modelveen", DemoPortal.PasswordOf("om.modelveen"))).ShouldBe(Place);
    }

    // Logged in while fictional, so without a telephone; real from then on.
    private async Task<HttpClient> RealPersonAsync(string userName)
    {
        var browser = demo.Portal.Browser();
        await demo.ExecuteAsync($"update identiteit.account set is_demo = true where user_name = '{userName}'");
        await DemoPortal.LogInAsync(browser, userName, Place);
        await demo.ExecuteAsync($"update identiteit.account set is_demo = false where user_name = '{userName}'");
        return browser;
    }

    private async Task<Actor> ActorAsync(string userName) =>
        await demo.WithAsync<IActors, Actor?>(actors => actors.FindAsync(DemoWorld.Person(userName).Account, default)) ?? throw new InvalidOperationException($"{userName} cannot act.");

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient browser, string current, string chosen, string again) => browser.SendFormAsync(
        Place, new Dictionary<string, string> { ["Huidig"] = current, ["Nieuw"] = chosen, ["Nogmaals"] = again }, "main form:has([name=Nieuw])");

    private async Task<string> EndOfLogInAsync(string userName, string password)
    {
        using var browser = demo.Portal.Browser();
        return (await browser.LogInAsync(userName, password, Place)).RequestMessage!.RequestUri!.AbsolutePath;
    }
}
