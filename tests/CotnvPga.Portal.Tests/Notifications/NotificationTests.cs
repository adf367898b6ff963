using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CotnvPga.Identity.Demo;
using CotnvPga.Portal.Jobs;
using CotnvPga.Portal.Mail;
using CotnvPga.Portal.Tests.Canary;
using CotnvPga.TestHost.Cases;
using CotnvPga.TestHost.Portals;
using MimeKit;

namespace CotnvPga.Portal.Tests.Notifications;

/// <summary>Messages in the portal and by mail: that there is something, never what. The mail server is one on this machine.</summary>
public sealed partial class NotificationTests : IAsyncLifetime
{
    private readonly MailSink _sink = MailSink.Start();
    private CanaryPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await CanaryPortal.StartAsync(
        ("Pga:Mail:Server", "localhost"), ("Pga:Mail:Poort", _sink.Port.ToString(CultureInfo.InvariantCulture)), ("Pga:Mail:Van", "portaal@voorbeeld.example"));

    public async Task DisposeAsync()
    {
        await _portal.DisposeAsync();
        await _sink.DisposeAsync();
    }

    /// <summary>A case in which every field holds a token goes through the phases; every mail and every message is looked through.</summary>
    [Fact]
    public async Task Nothing_of_a_case_is_ever_in_a_mail_or_a_message()
    {
        var canary = await CanaryCase.CreateAsync(_portal.Table("9901"), 5);
        await RoundAsync();

        var mails = Mails();
        mails.Count.ShouldBeGreaterThanOrEqualTo(5);
        var allowed = CaseWorld.Convenant.Process.Notifications.Select(n => $"- {n.Label}").ToHashSet();
        string[] numbers = [.. await NumbersAsync()];
        numbers.ShouldNotBeEmpty();
        foreach (var mail in mails)
        {
            foreach (var secret in canary.Items.Select(i => i.Token).Concat(numbers).Append(canary.Id.ToString()))
                mail.ToString().ShouldNotContain(secret);
            mail.Subject.ShouldBe("Er staat iets voor u klaar in het portaal");
            Lines(mail).Where(l => l.StartsWith('-')).ShouldAllBe(l => allowed.Contains(l));
            Links().Matches(mail.TextBody!).Select(m => m.Value).ShouldAllBe(l => l == "http://localhost/werkvoorraad");
            FixedText(mail).ShouldBe(FixedText(mails[0]), "besides the fixed lines all mails are the same");
        }
        var shown = await (await _portal.BrowserAsync("om.voorbeeldstad")).GetStringAsync("/berichten");
        foreach (var secret in canary.Items.Select(i => i.Token).Concat(numbers).Append(canary.Id.ToString()))
            shown.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Each_is_told_once_in_one_mail_and_the_shell_counts_what_is_unread()
    {
        await _portal.Table("9901").InWeighing(CaseTable.Item("waarneming", "Iets gezien."));
        await RoundAsync();
        await RoundAsync();

        Mails().Count(m => To(m) == "om.voorbeeldstad@demo.example").ShouldBe(1);
        Mails().ShouldNotContain(m => To(m).StartsWith("rvdk", StringComparison.Ordinal) || To(m).EndsWith("polderdam@demo.example", StringComparison.Ordinal));
        var browser = await _portal.BrowserAsync("om.voorbeeldstad");
        (await browser.GetStringAsync("/werkvoorraad")).ShouldContain(">1<span class=\"portal-onzichtbaar\"> niet gelezen");
        (await browser.SendFormAsync("/berichten", new Dictionary<string, string>(), "form[action*=Gelezen]")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.GetStringAsync("/werkvoorraad")).ShouldNotContain("niet gelezen");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_stops_nobody_and_gets_the_mail_later_once()
    {
        _sink.Takes = false;
        await _portal.Table("9901").InWeighing(CaseTable.Item("waarneming", "Iets gezien."));
        await RoundAsync();
        Mails().ShouldBeEmpty();
        (await (await _portal.BrowserAsync("om.voorbeeldstad")).GetStringAsync("/berichten")).ShouldContain("Er staat een taak voor u klaar");

        _sink.Takes = true;
        await RoundAsync();
        Mails().ShouldBeEmpty("it waits a little before it tries again");
        _portal.Fixture.Portal.Clock.Advance(TimeSpan.FromMinutes(15));
        await RoundAsync();
        await RoundAsync();
        Mails().Count(m => To(m) == "om.voorbeeldstad@demo.example").ShouldBe(1);
        Mails().Select(m => m.MessageId).Distinct().Count().ShouldBe(Mails().Count);
    }

    [Fact]
    public async Task Who_wants_one_mail_a_day_gets_it_the_next_morning_and_who_read_it_gets_none()
    {
        var program = await _portal.ProgramAsync("om.voorbeeldstad");
        (await PostAsync(program, "/api/v1/berichten/voorkeur", """{"mail":"dagelijks"}""")).ShouldBe(HttpStatusCode.OK);
        (await PostAsync(program, "/api/v1/berichten/voorkeur", """{"mail":"nooit"}""")).ShouldBe(HttpStatusCode.BadRequest);
        await _portal.Table("9901").InWeighing(CaseTable.Item("waarneming", "Iets gezien."));
        await RoundAsync();
        Mails().ShouldContain(m => To(m) == "politie.voorbeeldstad@demo.example");
        Mails().ShouldNotContain(m => To(m) == "om.voorbeeldstad@demo.example");

        _portal.Fixture.Portal.Clock.Advance(TimeSpan.FromHours(24));
        await RoundAsync();
        Mails().Count(m => To(m) == "om.voorbeeldstad@demo.example").ShouldBe(1);
    }

    [Fact]
    public async Task Who_is_excluded_from_a_case_is_not_told_of_it()
    {
        var table = _portal.Table("9901");
        var id = await table.InRegistration(CaseTable.Item("waarneming", "Iets gezien."));
        var ilse = DemoWorld.Person("plaatsvervanger.voorbeeldstad");
        using (var coordinator = await _portal.Fixture.ProgramAsync("coordinator.voorbeeldstad"))
        {
            (await PostAsync(coordinator, $"/api/v1/signalen/{id}/belangen", $$"""{"soort":"uitgesloten","persoon":"{{ilse.Account}}","reden":"Zij zelf.","vraagAan":"De coördinator"}"""))
                .ShouldBe(HttpStatusCode.Created);
        }
        await _portal.Fixture.ExecuteAsync("delete from zaak.gebeurtenis");
        CaseTable.Done(await table.Take(table.Burgemeester, id, "in_weging"));
        await RoundAsync();
        Mails().ShouldContain(m => To(m) == "politie.voorbeeldstad@demo.example");
        Mails().ShouldNotContain(m => To(m) == $"{ilse.UserName}@demo.example");
    }

    private Task<(int, int)> RoundAsync() => _portal.Fixture.WithAsync<NotificationRound, (int, int)>(round => round.RunAsync(default));

    private List<MimeMessage> Mails() => [.. _sink.Mails.Select(m => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(m))))];

    private async Task<IReadOnlyList<string>> NumbersAsync()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(_portal.Fixture.Database.AdministratorConnection);
        await using var command = source.CreateCommand("select array_agg(nummer) from zaak.signaal");
        return (string[])(await command.ExecuteScalarAsync())!;
    }

    private static string To(MimeMessage mail) => mail.To.Mailboxes.Single().Address;

    private static string[] Lines(MimeMessage mail) => mail.TextBody!.ReplaceLineEndings("\n").Split('\n');

    private static string FixedText(MimeMessage mail) => string.Join('\n', Lines(mail).Where(l => !l.StartsWith('-')));

    private static async Task<HttpStatusCode> PostAsync(HttpClient program, string path, string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await program.PostAsync(new Uri(path, UriKind.Relative), content);
        return answer.StatusCode;
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Links();
}
