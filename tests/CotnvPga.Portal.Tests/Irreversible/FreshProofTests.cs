using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CotnvPga.Identity.SecondSteps;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Tests.Api;
using CotnvPga.Portal.Tests.Pages;
using CotnvPga.TestHost.Cases;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Irreversible;

/// <summary>What cannot be undone is done by somebody who showed within ten minutes who it is; who works with a password alone, in the demo, is not asked.</summary>
public sealed class FreshProofTests : IAsyncLifetime
{
    private const string Officer = "om.voorbeeldstad";
    private const string Typed = "De melder nam het terug; er is niets gezien.";
    private static readonly TimeSpan Long = FreshProof.Lifetime + TimeSpan.FromMinutes(1);

    private PortalFixture _portal = null!;
    private byte[] _secret = null!;

    public async Task InitializeAsync() => _portal = await PortalFixture.StartAsync();

    public async Task DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public async Task A_case_is_not_given_up_from_a_desk_left_open_and_nothing_typed_is_lost()
    {
        var place = $"/{await RegisteredAsync()}/stappen/niet_aanmelden";
        using var browser = await WithSecondStepAsync();
        _portal.Portal.Clock.Advance(Long);

        var asked = await SendAsync(browser, await FormAsync(browser, place));
        asked.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await ReadAsync(asked)).QuerySelector<IHtmlInputElement>("input[name='Input.Toelichting']")!.Value.ShouldBe(Typed);
        (await (await browser.GetAsync(place)).Content.ReadAsStringAsync()).ShouldContain(Typed, customMessage: "kept for who stops here");

        var wrong = await ProveAsync(browser, asked, "000000");
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await ProposalAsync(place)).Is(HttpStatusCode.NotFound);

        (await ProveAsync(browser, wrong, CodeNow())).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await ProposalAsync(place)).Is(HttpStatusCode.OK).Text.ShouldContain(Typed);
    }

    [Fact]
    public async Task A_proof_counts_ten_minutes_and_other_work_needs_none()
    {
        var (first, second) = (await RegisteredAsync(), await RegisteredAsync());
        using var browser = await WithSecondStepAsync();

        (await SendAsync(browser, await FormAsync(browser, $"/{first}/stappen/niet_aanmelden"))).StatusCode.ShouldBe(HttpStatusCode.Found, "just logged in");
        _portal.Portal.Clock.Advance(Long);
        (await SendAsync(browser, await FormAsync(browser, $"/{second}/stappen/aanmelden"))).StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_program_is_told_to_let_the_person_log_in_again()
    {
        var signal = await RegisteredAsync();
        (await WithSecondStepAsync()).Dispose();
        var program = new ApiPerson(_portal, Officer);
        (await program.Get(signal)).Is(HttpStatusCode.OK);
        _portal.Portal.Clock.Advance(Long);

        foreach (var place in new[] { signal, $"signalen/{Guid.NewGuid()}" })
        {
            var refused = (await program.Post($"{place}/stappen", Words.Stap("niet_aanmelden"))).Is(HttpStatusCode.Unauthorized);
            refused.Headers["WWW-Authenticate"].ShouldBe("Bearer error=\"insufficient_user_authentication\", max_age=\"600\"");
        }
        (await program.Post($"{signal}/stappen", Words.Aanmelden)).Is(HttpStatusCode.OK);
        (await program.PostRaw($"{signal}/stappen", "{ geen json"u8.ToArray())).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public void Every_step_that_ends_a_case_by_a_decision_of_people_cannot_be_undone()
    {
        string[] ends = ["niet_voorgelegd", "afgesloten", "vernietigd"];

        // A weighing follows from three judgements, each given apart; the step that counts them decides nothing.
        CaseWorld.Convenant.Process.Steps.Where(s => s.Code != "weging_vaststellen" && s.Outcomes.Any(o => ends.Contains(o.Phase)))
            .ShouldAllBe(s => s.IsIrreversible);
        CaseWorld.Convenant.Process.Steps.Single(s => s.Code == "overdragen").IsIrreversible.ShouldBeTrue();
    }

    private async Task<string> RegisteredAsync() =>
        (await new ApiPerson(_portal, Officer).Post("signalen", Words.Signaal())).Is(HttpStatusCode.Created).Headers["Location"]["/api/v1/".Length..];

    private Task<ApiAnswer> ProposalAsync(string place) => new ApiPerson(_portal, "om.parket").Get($"{place[1..].Split("/stappen")[0]}/voorstellen/niet_aanmelden");

    // A fictional person who was invited has a second step too.
    private async Task<HttpClient> WithSecondStepAsync()
    {
        var invitation = await Invitations.InviteAsync(_portal.Database.OwnerConnection, Officer, _portal.Portal.Clock);
        var browser = _portal.Portal.Browser();
        var page = await browser.LogInAsync(Officer, PortalFixture.PasswordOf(Officer), "/werkvoorraad");
        page = await CodeAsync(browser, page, invitation!);
        _secret = TimedCodes.Secret((await ReadAsync(page)).QuerySelector("main li code")!.TextContent);
        await CodeAsync(browser, page, CodeNow());
        (await browser.FollowAsync(await browser.GetAsync("/werkvoorraad"))).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/werkvoorraad");
        return browser;
    }

    private static async Task<HttpResponseMessage> CodeAsync(HttpClient browser, HttpResponseMessage page, string code) => await browser.FollowAsync(
        await browser.SendFormAsync(page.RequestMessage!.RequestUri!.PathAndQuery, new Dictionary<string, string> { ["Code"] = code }));

    private static async Task<SentForm> FormAsync(HttpClient browser, string place)
    {
        using var page = await browser.GetAsync(place);
        var document = await ReadAsync(page);
        return SentForm.Fill(SentForm.Of(document)[0], page.RequestMessage!.RequestUri!, Typed);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, SentForm form) => browser.PostAsync(form.Address, form.Content());

    private static async Task<HttpResponseMessage> ProveAsync(HttpClient browser, HttpResponseMessage asked, string code)
    {
        var form = (await ReadAsync(asked)).QuerySelector<IHtmlFormElement>("main form")!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(i => KeyValuePair.Create(i.Name!, i.Value)).ToList();
        fields.Add(new(FormFields.Proof, code));
        return await browser.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields));
    }

    private string CodeNow() => TimedCode.Of(_secret, TimedCode.StepAt(_portal.Portal.Clock.GetUtcNow()));

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage page) => await new HtmlParser().ParseDocumentAsync(await page.Content.ReadAsStringAsync());
}
