using System.Net;
using AngleSharp.Html.Parser;
using CotnvPga.Domain;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.TestHost.Portals;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace CotnvPga.Identity.Tests.LoggingIn;

public sealed class LogInTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task With_the_right_password_somebody_ends_where_they_wanted_to_go()
    {
        using var browser = demo.Portal.Browser();

        var end = await DemoPortal.LogInAsync(browser, "coordinator.voorbeeldstad", "/proef?tab=plan");

        end.RequestMessage!.RequestUri!.PathAndQuery.ShouldBe("/proef?tab=plan");
        (await LoggedAsync("coordinator.voorbeeldstad")).ShouldBe(["inloggen gelukt", "token_uitgegeven gelukt"]);
    }

    [Fact]
    public async Task Wrong_password_and_unknown_name_get_the_same_page()
    {
        var wrong = await RefusedPageAsync("zorg.voorbeeldstad", "niet het wachtwoord");
        var unknown = await RefusedPageAsync("niemand.voorbeeldstad", "niet het wachtwoord");
        await demo.ExecuteAsync("update identiteit.account set blocked_at = now() where user_name = 'zorg.polderdam'");
        var blocked = await RefusedPageAsync("zorg.polderdam", DemoPortal.PasswordOf("zorg.polderdam"));

        wrong.ShouldContain("U bent niet ingelogd");
        unknown.ShouldBe(wrong);
        blocked.ShouldBe(wrong);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_has_to_wait()
    {
        for (var i = 0; i < LogIn.Attempts; i++)
            (await TryAsync("om.voorbeeldstad", "fout")).ShouldBeNull();
        (await TryAsync("om.voorbeeldstad")).ShouldBeNull();

        demo.Portal.Clock.Advance(LogIn.Wait);

        (await TryAsync("om.voorbeeldstad")).ShouldNotBeNull();
        (await LoggedAsync("om.voorbeeldstad")).ShouldBe([.. Enumerable.Repeat("inloggen geweigerd", 5), "inloggen tijdelijk_geblokkeerd", "inloggen gelukt"]);
    }

    [Fact]
    public async Task Four_mistakes_are_forgotten_after_the_right_password()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < LogIn.Attempts - 1; i++)
                (await TryAsync("rvdk.voorbeeldstad", "fout")).ShouldBeNull();
            (await TryAsync("rvdk.voorbeeldstad")).ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Guessing_at_the_same_moment_gives_no_more_than_five_guesses()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => TryAsync("reclassering.voorbeeldstad", "fout")));

        (await LoggedAsync("reclassering.voorbeeldstad")).Count(l => l == "inloggen geweigerd").ShouldBe(LogIn.Attempts);
    }

    [Theory]
    [InlineData("https://elders.example/")]
    [InlineData("//elders.example/")]
    public async Task Logging_in_never_leads_to_another_site(string place)
    {
        using var browser = demo.Portal.Browser();
        var page = await browser.GetAsync(LogInPath.ReturningTo(place));

        var answer = await browser.SubmitLogInAsync(page, "nctv.adviseur", DemoPortal.PasswordOf("nctv.adviseur"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task The_page_needs_the_key_of_its_own_form()
    {
        using var browser = demo.Portal.Browser();

        var answer = await browser.PostAsync("/inloggen", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Gebruikersnaam"] = "nctv.adviseur",
            ["Wachtwoord"] = DemoPortal.PasswordOf("nctv.adviseur"),
        }));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task One_address_cannot_try_passwords_without_end()
    {
        // A portal of its own: what was used up here must not stop the other examples.
        await using var portal = new TestPortal(demo.Database);
        using var browser = portal.Browser();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
            answers.Add((await browser.PostAsync("/inloggen", content: null)).StatusCode);

        answers.Take(60).ShouldAllBe(s => s == HttpStatusCode.BadRequest);
        answers[60].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private async Task<string> RefusedPageAsync(string userName, string password)
    {
        using var browser = demo.Portal.Browser();
        var page = await browser.SubmitLogInAsync(await browser.GetAsync("/inloggen"), userName, password);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        var document = await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync());
        // The name that was typed comes back in its field, as on every form.
        return document.QuerySelector("main")!.TextContent;
    }

    private Task<AccountId?> TryAsync(string userName, string? password = null) => demo.WithAsync<LogIn, AccountId?>(
        l => l.TryAsync(userName, password ?? DemoPortal.PasswordOf(userName), new DefaultHttpContext().Connection, CancellationToken.None));

    private async Task<List<string>> LoggedAsync(string userName)
    {
        await using var source = NpgsqlDataSource.Create(demo.Database.AppConnection);
        await using var command = source.CreateCommand(
            "select action || ' ' || outcome from identiteit.gebeurtenis g join identiteit.account a on a.id = g.account_id where user_name = $1 order by g.id");
        command.Parameters.Add(new() { Value = userName });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }
}
