using System.Net;
using System.Threading.RateLimiting;
using CotnvPga.Portal.Busy;
using CotnvPga.TestHost.Databases;
using CotnvPga.TestHost.Portals;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CotnvPga.Portal.Tests.Busy;

/// <summary>Too busy, or the database away: people and programs are told when to come back, and whoever watches over the portal gets an answer.</summary>
public sealed class ComeBackLaterTests : IAsyncLifetime
{
    private PortalFixture _fixture = null!;

    public async Task InitializeAsync() => _fixture = await PortalFixture.StartAsync((BusyPortal.Setting, "1"), (BusyPortal.WaitingSetting, "0"));

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    [Theory]
    [InlineData("/api/v1/signalen", "application/problem+json")]
    [InlineData("/werkvoorraad", "text/html")]
    public async Task Full_is_503_with_the_time_to_come_back(string path, string mediaType)
    {
        using var http = await _fixture.ProgramAsync("politie.voorbeeldstad");
        using (_fixture.Portal.Services.GetRequiredService<ConcurrencyLimiter>().AttemptAcquire())
            await ShouldComeBackAsync(http, path, mediaType);

        (await http.GetAsync(path)).StatusCode.ShouldNotBe(HttpStatusCode.ServiceUnavailable, "there is room again");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/.well-known/openid-configuration")]
    public async Task Who_watches_and_who_logs_in_needs_no_place(string path)
    {
        using var http = _fixture.Portal.Program();
        using (_fixture.Portal.Services.GetRequiredService<ConcurrencyLimiter>().AttemptAcquire())
            (await http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_that_is_away_is_503_and_not_500_and_then_everything_is_as_before()
    {
        using var http = await _fixture.ProgramAsync("politie.voorbeeldstad");
        using var browser = _fixture.Portal.Browser();
        await browser.LogInAsync("politie.voorbeeldstad", PortalFixture.PasswordOf("politie.voorbeeldstad"));
        await CloseAsync(allow: false);

        await ShouldComeBackAsync(http, "/api/v1/signalen", "application/problem+json");
        await ShouldComeBackAsync(browser, "/werkvoorraad", "text/html");
        (await http.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK, "starting again would not help");
        (await http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, "nothing is sent here");

        await CloseAsync(allow: true);
        (await http.GetAsync("/api/v1/signalen")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.GetAsync("/werkvoorraad")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task ShouldComeBackAsync(HttpClient http, string path, string mediaType)
    {
        using var answer = await http.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        answer.Content.Headers.ContentType?.MediaType.ShouldBe(mediaType);
        answer.Headers.CacheControl?.NoStore.ShouldBeTrue();
        answer.Headers.Contains("X-Content-Type-Options").ShouldBeTrue();
    }

    // As the server does that goes down: nobody gets in, and who was in is put out.
    private async Task CloseAsync(bool allow)
    {
        await using var connection = new NpgsqlConnection((await PostgresServer.StartedAsync()).AdministratorOf("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"alter database {_fixture.Database.Name} with allow_connections {allow}; select pg_terminate_backend(pid) from pg_stat_activity where not {allow} and datname = '{_fixture.Database.Name}'", connection);
        await command.ExecuteNonQueryAsync();
    }
}
