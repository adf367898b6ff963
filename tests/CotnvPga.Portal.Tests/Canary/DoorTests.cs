using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using CotnvPga.Data.Oversight;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using NodaTime;

namespace CotnvPga.Portal.Tests.Canary;

/// <summary>
/// A unique token in every field; every actor tries every door. The tokens that come out are exactly those that the naive interpreter
/// allows: on the case page and in the API all of them, behind any other door never one more.
/// </summary>
public sealed partial class DoorTests
{
    private const string CasePage = "/signalen/{id}";
    private const string SomeStep = "deelnemers_wijzigen";
    private const string SomeRecord = "tegenspraak";
    private static readonly Phase[] Phases = [.. Enum.GetValues<Phase>().Where(p => p != Phase.Vernietigd)];

    [Fact]
    public async Task Every_route_is_listed()
    {
        await using var portal = await CanaryPortal.StartAsync();
        Doors.RoutesOf(portal.Fixture.Portal.Services).Where(r => !Doors.IsListed(r)).ShouldBeEmpty();
        Doors.IsListed("/signalen/{id}/nieuwe-deur").ShouldBeFalse();
    }

    /// <summary>A sample: the case itself for everybody in two phases, every other door for everybody in one of the two.</summary>
    [Fact]
    public Task What_comes_out_of_a_door_is_what_the_law_lets_out() => TryPhasesAsync([Phase.Weging, Phase.Casusoverleg], everyDoor: false);

    [Fact]
    [Trait("Category", "Lang")]
    public Task What_comes_out_of_a_door_is_what_the_law_lets_out_in_every_phase() => TryPhasesAsync(Phases, everyDoor: true);

    private static readonly string[] Growing = ["{id}/logboek", "/dataverwerkingen", "/mijn-logboek"];

    /// <summary>Two databases that differ by one case: byte-equal for who may not know that case.</summary>
    [Fact]
    public async Task One_case_more_changes_nothing_for_who_may_not_know_of_it()
    {
        await using var portal = await CanaryPortal.StartAsync();
        var own = await portal.Table("9902").InWeighing(CaseTable.Item("waarneming", "Eigen zaak."));
        string[] accounts = ["politie.modelveen", "coordinator.modelveen", "reclassering.modelveen", "om.polderdam", "nctv.adviseur", "nctv.rapportage", "beheer.landelijk"];
        var before = await EverythingAsync(portal, accounts, own);
        await CanaryCase.CreateAsync(portal.Table("9901"), 11, elsewhere: false);
        var after = await EverythingAsync(portal, accounts, own);
        foreach (var (door, seen) in before)
            after[door].ShouldBe(seen, door);
    }

    private static async Task<Dictionary<string, string>> EverythingAsync(CanaryPortal portal, string[] accounts, SignalId own)
    {
        var seen = new Dictionary<string, string>();
        foreach (var account in accounts)
        {
            // The log of one's own reading grows by reading; all else must stay as it was.
            foreach (var door in Doors.Reading.Where(d => !Growing.Any(g => d.EndsWith(g, StringComparison.Ordinal))))
            {
                var client = door.StartsWith("/api", StringComparison.Ordinal) ? await portal.ProgramAsync(account) : await portal.BrowserAsync(account);
                using var answer = await client.GetAsync(door.Replace("{id}", own.ToString(), StringComparison.Ordinal).Replace("{stap}", "nieuwe_ronde", StringComparison.Ordinal).Replace("{soort}", "informatie_vragen", StringComparison.Ordinal));
                var body = RandomFields.Remove(await answer.Content.ReadAsStringAsync(), "geen");
                seen[$"{account} {door}"] = $"{(int)answer.StatusCode}\n{string.Join('\n', RandomFields.HeadersOf(answer))}\n{body}";
            }
        }
        return seen;
    }

    private static async Task TryPhasesAsync(IReadOnlyList<Phase> phases, bool everyDoor)
    {
        await using var portal = await CanaryPortal.StartAsync();
        var canary = await CanaryCase.CreateAsync(portal.Table("9901"), 7);
        await OpenOversightAsync(portal, canary);
        var outside = new[] { "politie.modelveen", "om.polderdam", "rvdk.modelveen", "nctv.compliance", "coordinator.polderdam" };
        var shown = 0;
        foreach (var (round, phase) in phases.Index())
        {
            // Who is next takes the doors that the one before left, and in the next phase the other half.
            int? Turn(int person) => everyDoor ? null : person + round;
            await portal.Fixture.ExecuteAsync($"update zaak.signaal set fase = '{phase.Code()}' where id = '{canary.Id}'");
            foreach (var (person, (party, actor)) in canary.Actors.Index())
                shown += await TryAllAsync(portal, canary, party, actor.UserName, phase, Turn(person));
            foreach (var (person, account) in outside.Index())
                await NothingAsync(portal, canary, account, Turn(person));
        }
        shown.ShouldBeGreaterThan(100);
    }

    private static async Task<int> TryAllAsync(CanaryPortal portal, CanaryCase canary, Party party, string account, Phase phase, int? turn)
    {
        var circumstances = await CircumstancesAsync(portal, canary, account);
        var purposes = CaseWorld.Convenant.Process.Memberships[portal.ActorOf(account).Memberships[0].Party.Code()].Purposes.Select(Codes.Known<Purpose>).ToList();
        var role = portal.ActorOf(account).Memberships[0].Role;
        var program = await portal.ProgramAsync(account);
        var ever = new HashSet<string>();
        foreach (var purpose in purposes)
        {
            var allowed = canary.Allowed(party, purpose, phase, role, circumstances, Today).Visible;
            ever.UnionWith(allowed);
            var found = await FoundAsync(program, HttpMethod.Get, $"/api/v1/signalen/{canary.Id}", purpose);
            found.Except(allowed).ShouldBeEmpty($"API shows {party} {purpose} {phase}");
            allowed.Except(found).ShouldBeEmpty($"API hides from {party} {purpose} {phase}");
            foreach (var door in InTurn(Doors.Reading, turn).Where(d => d.StartsWith("/api", StringComparison.Ordinal)))
                (await FoundAsync(program, HttpMethod.Get, Fill(door, canary), purpose)).Except(allowed).ShouldBeEmpty($"{door} shows {party} {purpose} {phase}");
        }
        foreach (var door in InTurn(Doors.Writing, turn))
        {
            foreach (var body in new[] { "{}", $"{{\"gegevens\":[\"{canary.Items[0].Id}\"],\"aan\":\"{party.Code()}\",\"stap\":\"evalueren\",\"gemeente\":\"9999\"}}" })
                (await FoundAsync(program, door.Contains("/gegevens/{id}/", StringComparison.Ordinal) ? HttpMethod.Put : HttpMethod.Post, Fill(door, canary), null, body)).Except(ever).ShouldBeEmpty($"{door} shows {party} {phase}");
        }
        var standard = canary.Allowed(party, purposes[0], phase, role, circumstances, Today).Visible;
        var browser = await portal.BrowserAsync(account);
        foreach (var door in InTurn(Doors.Reading, turn).Where(d => !d.StartsWith("/api", StringComparison.Ordinal)))
        {
            var found = await FoundAsync(browser, HttpMethod.Get, Fill(door, canary), null);
            found.Except(standard).ShouldBeEmpty($"{door} shows {party} {phase}");
            if (door == CasePage)
                standard.Except(found).ShouldBeEmpty($"the case page hides from {party} {phase}");
        }
        return ever.Count;
    }

    /// <summary>All doors, or the half whose turn it is; the page of the case is always among them.</summary>
    private static IEnumerable<string> InTurn(IEnumerable<string> doors, int? turn) =>
        doors.Where((door, i) => turn is not { } own || (i + own) % 2 == 0 || door == CasePage);

    private static async Task NothingAsync(CanaryPortal portal, CanaryCase canary, string account, int? turn)
    {
        var program = await portal.ProgramAsync(account);
        var browser = await portal.BrowserAsync(account);
        foreach (var door in InTurn(Doors.Reading, turn))
        {
            var client = door.StartsWith("/api", StringComparison.Ordinal) ? program : browser;
            var answer = await client.GetAsync(Fill(door, canary));
            var body = await answer.Content.ReadAsStringAsync();
            Token().IsMatch(body).ShouldBeFalse($"{door} shows {account}");
            if (!door.Contains('{', StringComparison.Ordinal))
                body.ShouldNotContain(canary.Id.ToString(), customMessage: $"{door} tells {account} that the case exists");
            else
                await ShouldBeLikeNothingAsync(client, $"{account} {door}", door, canary, answer, body);
        }
    }

    /// <summary>The same status, headers and body as for a case that never existed.</summary>
    private static async Task ShouldBeLikeNothingAsync(HttpClient client, string what, string door, CanaryCase canary, HttpResponseMessage answer, string body)
    {
        var invented = Guid.NewGuid().ToString();
        var twin = await client.GetAsync(Fill(door, canary).Replace(canary.Id.ToString(), invented, StringComparison.Ordinal));
        answer.StatusCode.ShouldBe(twin.StatusCode, what);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, what);
        RandomFields.Remove(body, canary.Id.ToString()).ShouldBe(RandomFields.Remove(await twin.Content.ReadAsStringAsync(), invented), what);
        RandomFields.HeadersOf(answer).ShouldBe(RandomFields.HeadersOf(twin), what);
    }

    private static async Task<HashSet<string>> FoundAsync(HttpClient client, HttpMethod method, string path, Purpose? purpose, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (purpose is { } value)
            request.Headers.Add("Doel", value.Code());
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var answer = await client.SendAsync(request);
        ((int)answer.StatusCode).ShouldBeLessThan(500, $"{method} {path}");
        var text = await answer.Content.ReadAsStringAsync() + answer.Headers;
        return [.. Token().Matches(text).Select(m => m.Value)];
    }

    private static async Task OpenOversightAsync(CanaryPortal portal, CanaryCase canary)
    {
        foreach (var reviewer in new[] { Party.Fg, Party.Auditor, Party.Rac })
            CaseTable.Done(await portal.World.Do<OversightDesk, Result<Guid>>(d => d.OpenReviewAsync(canary.Actors[reviewer], canary.Id, "Steekproef", Today.PlusDays(5), default)));
        CaseTable.Done(await portal.World.Do<OversightDesk, Result<Guid>>(d => d.OpenRequestAsync(canary.Actors[Party.Burgemeester], canary.Id, new NewRequest("inzage", "betrokkene", []), default)));
    }

    /// <summary>The viewer's circumstances, as the test set them up; authorisation lies in the demo accounts.</summary>
    private static async Task<IReadOnlySet<string>> CircumstancesAsync(CanaryPortal portal, CanaryCase canary, string account)
    {
        var entry = await portal.World.Do<Data.Cases.CaseDoor, Data.Cases.CaseEntry?>(async door =>
        {
            await using var transaction = await door.Context.Database.BeginTransactionAsync();
            return await door.FindAsync(portal.ActorOf(account), canary.Id, default);
        });
        return entry?.Viewer.CircumstanceCodes ?? (IReadOnlySet<string>)new HashSet<string>();
    }

    private static string Fill(string door, CanaryCase canary) => (door.Contains("/gegevens/{id}", StringComparison.Ordinal)
        ? door.Replace("{id}", canary.Items[0].Id.ToString(), StringComparison.Ordinal)
        : door.Replace("{id}", canary.Id.ToString(), StringComparison.Ordinal)).Replace("{stap}", SomeStep, StringComparison.Ordinal).Replace("{soort}", SomeRecord, StringComparison.Ordinal).Replace("{gegeven}", canary.Items[0].Id.ToString(), StringComparison.Ordinal);

    private static LocalDate Today => SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date;

    [GeneratedRegex("K-[0-9a-f]{6}-[a-z_]+-[a-z_]+")]
    private static partial Regex Token();
}
