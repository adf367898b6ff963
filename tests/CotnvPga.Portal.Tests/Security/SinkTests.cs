using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CotnvPga.Portal.Jobs;
using CotnvPga.Portal.Mail;
using CotnvPga.Portal.Tests.Canary;
using CotnvPga.Portal.Tests.Pages;
using CotnvPga.TestHost.Cases;
using CotnvPga.TestHost.Portals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace CotnvPga.Portal.Tests.Security;

/// <summary>
/// What people type and see, and what they prove themselves with, is in no line of a log, no span of a trace, no label of a figure, no mail, no address,
/// and not in what the database server writes down: not when it goes well, not when it is refused and not when something breaks.
/// </summary>
public sealed class SinkTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    private static readonly string[] Insiders = ["coordinator.voorbeeldstad", "politie.voorbeeldstad", "om.voorbeeldstad", "zorg.voorbeeldstad"];

    private readonly Sinks _sinks = new();
    private readonly MailSink _mail = MailSink.Start();
    private readonly ConcurrentDictionary<string, bool> _secrets = [];
    private readonly List<string> _addresses = [];
    private CanaryPortal _portal = null!;

    public async Task InitializeAsync()
    {
        // Everything that the portal itself can say, and of what it is built on as much as it says when somebody looks for a fault.
        _portal = await CanaryPortal.StartAsync(
            ("Pga:Mail:Server", "localhost"), ("Pga:Mail:Poort", _mail.Port.ToString(CultureInfo.InvariantCulture)), ("Pga:Mail:Van", "portaal@voorbeeld.example"),
            ("Logging:Kanarie:LogLevel:Default", "Information"), ("Logging:Kanarie:LogLevel:CotnvPga", "Trace"), ("Logging:Kanarie:LogLevel:Npgsql", "Debug"),
            ("Logging:Kanarie:LogLevel:Microsoft.EntityFrameworkCore", "Debug"));
        _portal.Fixture.Portal.Services.GetRequiredService<ILoggerFactory>().AddProvider(_sinks);
    }

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _mail.DisposeAsync();
    }

    public void Dispose() => _sinks.Dispose();

    [Fact]
    public Task Nothing_of_a_case_and_no_secret_is_where_it_does_not_belong() => LookAsync(Insiders[..1]);

    [Fact]
    [Trait("Category", "Lang")]
    public Task Nothing_of_a_case_and_no_secret_of_anybody_is_where_it_does_not_belong() => LookAsync(Insiders);

    private async Task LookAsync(string[] people)
    {
        var canary = await CanaryCase.CreateAsync(_portal.Table("9901"), 3, elsewhere: false);
        foreach (var item in canary.Items)
            _secrets[item.Token] = true;

        await LogInAsync();
        foreach (var account in people)
        {
            _secrets[await _portal.Fixture.TokenAsync(account)] = true;
            await ReadAndTypeAsync(account, canary);
            await AskAsProgramAsync(account, canary);
        }
        await AskAsStrangerAsync(canary);
        await ReportAsync();
        await BreakAsync(canary);
        await _portal.Fixture.WithAsync<NotificationRound, (int, int)>(round => round.RunAsync(default));

        output.WriteLine($"{_secrets.Count} secrets, {_sinks.Lines.Count} lines, {_sinks.Spans.Count} spans, {_sinks.Figures.Count} figures, {_mail.Mails.Count} mails, {_addresses.Count} addresses");
        (_sinks.Lines.IsEmpty || _sinks.Spans.IsEmpty || _sinks.Figures.IsEmpty || _mail.Mails.Count == 0 || _addresses.Count == 0).ShouldBeFalse("there is something to look through in every sink");
        var everywhere = _sinks.All.Concat(_mail.Mails.Select(m => ("mail", m))).Concat(_addresses.Select(a => ("address", a))).Append(("database", await ServerLogAsync()));
        Found(everywhere).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_planted_is_found_in_every_sink()
    {
        var secret = Secret("geplant");
        using var source = new System.Diagnostics.ActivitySource("proef");
        using (var span = source.StartActivity("stap"))
            span!.AddTag("naam", secret);
        using var meter = new System.Diagnostics.Metrics.Meter("proef");
        meter.CreateCounter<long>("proef").Add(1, new KeyValuePair<string, object?>("wie", secret));
        _portal.Fixture.Portal.Services.GetRequiredService<ILoggerFactory>().CreateLogger("CotnvPga.Proef").LogTrace("Gezien: {Wie}", secret);

        Found(_sinks.All).Select(f => f.Split(':')[0]).ShouldBe(["log", "trace", "metric"], ignoreOrder: true);
    }

    private async Task LogInAsync()
    {
        using var browser = _portal.Fixture.Portal.Browser();
        var page = await browser.FollowAsync(await browser.GetAsync("/werkvoorraad"));
        await browser.SubmitLogInAsync(page, "politie.voorbeeldstad", Secret("wachtwoord"));
        _secrets[PortalFixture.PasswordOf("politie.voorbeeldstad")] = true;
        page = await browser.FollowAsync(await browser.GetAsync("/werkvoorraad"));
        var answer = await browser.SubmitLogInAsync(page, "politie.voorbeeldstad", PortalFixture.PasswordOf("politie.voorbeeldstad"));
        while (answer.Headers.Location is { } next)
        {
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                if (cookie.Split(';')[0].Split('=', 2)[1] is { Length: > 20 } value)
                    _secrets[value] = true;
            }
            answer = await browser.GetAsync(new Uri(answer.RequestMessage!.RequestUri!, next));
        }
    }

    private async Task ReadAndTypeAsync(string account, CanaryCase canary)
    {
        var browser = await _portal.BrowserAsync(account);
        foreach (var tab in new[] { "", "/gegevens", "/weging", "/overleg", "/stukken", "/plan", "/tijdlijn", "/logboek", "/rechten", "/samenhang", "/belangen", "/overdracht" })
        {
            using var answer = await browser.GetAsync($"/signalen/{canary.Id}{tab}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            _addresses.AddRange(page.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Select(a => a.GetAttribute("href")!));
            foreach (var form in SentForm.Of(page))
            {
                var sent = SentForm.Fill(form, answer.RequestMessage!.RequestUri!, Secret("getypt"));
                Keep(await browser.PostAsync(sent.Address, sent.Content()));
            }
        }
        foreach (var list in new[] { "/werkvoorraad", "/meldingen", "/berichten", "/mijn-logboek" })
            Keep(await browser.GetAsync(list));
    }

    private async Task AskAsProgramAsync(string account, CanaryCase canary)
    {
        using var program = await _portal.Fixture.ProgramAsync(account);
        Keep(await program.GetAsync($"/api/v1/signalen/{canary.Id}"));
        Keep(await program.PostAsJsonAsync("/api/v1/signalen", new { gemeente = "9901", aanleiding = Secret("aanleiding"), gegevens = new[] { Item("waarneming"), Item("achternaam"), Item("bsn", "999990019") } }));
        Keep(await program.PostAsJsonAsync($"/api/v1/signalen/{canary.Id}/gegevens", new { gegevens = new[] { Item("bestaat_niet"), Item("alias") } }));
        Keep(await program.PostAsJsonAsync($"/api/v1/signalen/{canary.Id}/stappen", new { stap = Secret("stap"), toelichting = Secret("toelichting") }));
        Keep(await program.PostAsJsonAsync($"/api/v1/signalen/{canary.Id}/verzoeken", new { soort = "inzage", namens = Secret("namens") }));
        using var broken = new StringContent($"{{\"aanleiding\":\"{Secret("kapot")}\",", Encoding.UTF8, "application/json");
        Keep(await program.PostAsync("/api/v1/signalen", broken));
    }

    private async Task AskAsStrangerAsync(CanaryCase canary)
    {
        using var stranger = _portal.Fixture.Portal.Program();
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", Secret("token"));
        Keep(await stranger.GetAsync($"/api/v1/signalen/{canary.Id}"));
    }

    private async Task ReportAsync()
    {
        using var nobody = _portal.Fixture.Portal.Browser();
        Keep(await nobody.SendFormAsync("/melden?gemeente=9901", new Dictionary<string, string>
        {
            ["Input.Gemeente"] = "9901",
            ["Input.Aan"] = "politie",
            ["Input.Omschrijving"] = Secret("omschrijving"),
        }));
        Keep(await nobody.SendFormAsync("/melden/stand", new Dictionary<string, string> { ["Code"] = Secret("code") }));
        Keep(await nobody.PostAsJsonAsync("/api/v1/meldingen", new { gemeente = "9901", omschrijving = Secret("melding"), persoon = Secret("persoon"), melder = new { naam = Secret("melder"), contact = Secret("contact") } }));
    }

    /// <summary>The database refuses what the portal writes: the fault that comes of it holds the statement and its row.</summary>
    private async Task BreakAsync(CanaryCase canary)
    {
        await _portal.Fixture.ExecuteAsync("alter table zaak.signaal add constraint kapot check (false) not valid; alter table zaak.gegeven add constraint kapot check (false) not valid");
        using var program = await _portal.Fixture.ProgramAsync("coordinator.voorbeeldstad");
        var answers = new[]
        {
            await program.PostAsJsonAsync("/api/v1/signalen", new { gemeente = "9901", aanleiding = Secret("aanleiding"), gegevens = new[] { Item("waarneming"), Item("achternaam") } }),
            await program.PostAsJsonAsync($"/api/v1/signalen/{canary.Id}/gegevens", new { gegevens = new[] { Item("waarneming") } }),
        };
        answers.ShouldContain(a => a.StatusCode == HttpStatusCode.InternalServerError, "something really broke");
        foreach (var answer in answers)
        {
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("kapot");
            Keep(answer);
        }
        var browser = await _portal.BrowserAsync("coordinator.voorbeeldstad");
        Keep(await browser.SendFormAsync("/melden?gemeente=9901", new Dictionary<string, string> { ["Input.Gemeente"] = "9901", ["Input.Aan"] = "politie", ["Input.Omschrijving"] = Secret("omschrijving") }));
    }

    private object Item(string field, string? value = null)
    {
        if (value is not null)
            _secrets[value] = true;
        return new { veld = field, waarde = value ?? Secret(field), noodzaak = Secret("noodzaak") };
    }

    /// <summary>Something that stands nowhere else.</summary>
    private string Secret(string what)
    {
        var secret = $"Kanarie-{what}-{Guid.NewGuid():N}";
        _secrets[secret] = true;
        return secret;
    }

    private void Keep(HttpResponseMessage answer)
    {
        using (answer)
            _addresses.AddRange([answer.RequestMessage!.RequestUri!.ToString(), answer.Headers.Location?.ToString() ?? ""]);
    }

    private IEnumerable<string> Found(IEnumerable<(string Sink, string Text)> everywhere)
    {
        // One pass for what all made secrets begin with, one for each of the others.
        var others = _secrets.Keys.Where(s => !s.StartsWith("Kanarie-", StringComparison.Ordinal)).ToList();
        foreach (var (sink, text) in everywhere)
        {
            if (text.Contains("Kanarie-", StringComparison.Ordinal) || others.Exists(s => text.Contains(s, StringComparison.Ordinal)))
                yield return $"{sink}: {(text.Length > 600 ? text[..600] : text)}";
        }
    }

    /// <summary>What the database server of the tests wrote down; it stands beside its data.</summary>
    private async Task<string> ServerLogAsync()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(_portal.Fixture.Database.AdministratorConnection);
        await using var folder = source.CreateCommand("select current_setting('data_directory')");
        var log = Path.Combine(Path.GetDirectoryName((string)(await folder.ExecuteScalarAsync())!)!, "log");
        await using var command = source.CreateCommand($"select pg_read_file('{log}')");
        var text = (string)(await command.ExecuteScalarAsync())!;
        text.ShouldContain("violates check constraint \"kapot\"", customMessage: "the fault was written down");
        return text;
    }
}
