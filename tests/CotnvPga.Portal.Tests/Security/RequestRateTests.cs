using System.Globalization;
using System.Net;
using System.Text;
using CotnvPga.Portal.Busy;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Security;

/// <summary>Who asks too often is told to wait and how long: an account, an address without one, a program and a person alike. Nobody else notices.</summary>
public sealed class RequestRateTests : IAsyncLifetime
{
    private const int Permits = 12;
    private PortalFixture _fixture = null!;

    public async Task InitializeAsync() => _fixture = await PortalFixture.StartAsync((RequestRate.Setting, $"{Permits}"));

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Fact]
    public async Task One_account_does_not_walk_through_everything_and_others_go_on()
    {
        using var busy = await _fixture.ProgramAsync("politie.voorbeeldstad");
        using var other = await _fixture.ProgramAsync("om.voorbeeldstad");
        for (var i = 0; i < Permits; i++)
            (await busy.GetAsync("/api/v1/signalen")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var refused = await busy.GetAsync("/api/v1/signalen");

        ShouldWait(refused, "application/problem+json");
        (await other.GetAsync("/api/v1/signalen")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await busy.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK, "who watches over the portal is never told to wait");
    }

    [Fact]
    public async Task Who_is_not_logged_in_is_counted_by_address_and_reads_it_in_plain_words()
    {
        using var nobody = _fixture.Portal.Browser();
        for (var i = 0; i < Permits; i++)
            (await nobody.GetAsync("/melden")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var refused = await nobody.GetAsync("/melden");

        ShouldWait(refused, "text/html");
        (await refused.Content.ReadAsStringAsync()).ShouldContain("Wacht een minuut en probeer het opnieuw.");
        (await nobody.GetAsync("/portal.css")).StatusCode.ShouldBe(HttpStatusCode.OK, "that page has to look like something");
    }

    [Fact]
    public async Task In_a_demo_one_account_stands_for_many_people_and_nobody_is_counted()
    {
        await using var demo = await PortalFixture.StartAsync();
        using var busy = await demo.ProgramAsync("politie.voorbeeldstad");
        for (var i = 0; i < 1_300; i++)
            (await busy.GetAsync("/.well-known/authzen-configuration")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_browser_that_tells_of_its_policy_again_and_again_is_told_to_wait_too()
    {
        await using var demo = await PortalFixture.StartAsync();
        using var nobody = demo.Portal.Program();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
        {
            using var report = new StringContent("""{"csp-report":{"effective-directive":"img-src"}}""", Encoding.UTF8, "application/csp-report");
            statuses.Add((await nobody.PostAsync("/csp-rapport", report)).StatusCode);
        }
        statuses[..30].ShouldAllBe(s => s == HttpStatusCode.NoContent);
        statuses[30].ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static void ShouldWait(HttpResponseMessage answer, string mediaType)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe(mediaType);
        int.Parse(answer.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        answer.Headers.Contains("X-Content-Type-Options").ShouldBeTrue();
    }
}
