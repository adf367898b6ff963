using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CotnvPga.Convenant.Process;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Demo;
using CotnvPga.Portal.Tests.Canary;
using CotnvPga.TestHost.Cases;
using Npgsql;

namespace CotnvPga.Portal.Tests.Steps;

/// <summary>
/// Acts that aim at one item, person or other case, tried by everybody in every phase with each circumstance: never done where the process
/// data do not give them, never a fault, and each done somewhere where nothing more is needed for it. Whether one is done where the data give it depends on what it aims at too;
/// the tests of Quality, Interests, Households and Transfer say on what.
/// </summary>
[Trait("Category", "Lang")]
public sealed class AimedActTests : IAsyncLifetime
{
    private const string Authorised = "geautoriseerd";

    // Where more has to be laid ready first: in another municipality, or enough colleagues that somebody is left.
    private static readonly string[] NeedsMore = ["overdracht_overnemen", "overdracht_sturen", "uitsluiten", "uitsluiten_vooraf"];

    private static readonly HttpStatusCode[] Refusals = [HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Conflict, HttpStatusCode.BadRequest];

    private readonly List<string> _wrong = [];
    private readonly HashSet<string> _done = [];
    private readonly Dictionary<string, Guid> _accounts = [];
    private CanaryPortal _portal = null!;
    private ProcessCase _case = null!;
    private StepBody _bodies = null!;
    private Guid _item;
    private string _other = "";
    private int _tried;

    private static ProcessModel Process => CaseWorld.Convenant.Process;

    private static IReadOnlyList<string> Given => CaseViewer.Given;

    public async Task InitializeAsync()
    {
        _portal = await CanaryPortal.StartAsync();
        var table = _portal.Table("9901");
        var other = await table.InWeighing(CaseTable.Item("waarneming", "Iets anders."));
        _other = CaseTable.Done(await table.Open(table.Burgemeester, other)).State.Number;
        var id = await table.InWeighing(CaseTable.Item("waarneming", "Iets gezien."));
        _item = CaseTable.Done(await table.Open(table.Burgemeester, id)).Items.Single(i => i.Field == "waarneming").Id.Value;
        _bodies = new StepBody(CaseWorld.Convenant, _item, Guid.NewGuid(), Guid.NewGuid());
        _case = await ProcessCase.OfAsync(id, _portal.Fixture.Database);
        await using var source = NpgsqlDataSource.Create(_portal.Fixture.Database.AdministratorConnection);
        await using var command = source.CreateCommand("select user_name, id from identiteit.account where user_name is not null");
        await using var accounts = await command.ExecuteReaderAsync();
        while (await accounts.ReadAsync())
            _accounts[accounts.GetString(0)] = accounts.GetGuid(1);
    }

    public async Task DisposeAsync()
    {
        await _case.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task An_act_is_never_done_where_the_process_data_do_not_give_it()
    {
        IReadOnlyList<string>[] circumstances = [[], Given, .. Given.Select(c => (IReadOnlyList<string>)[c])];
        foreach (var act in Process.Acts.Where(a => StepBody.Aimed.ContainsKey(a.Code)))
        {
            foreach (var phase in CaseWorld.Convenant.CodesOf("fase"))
            {
                foreach (var viewer in CaseViewer.All)
                {
                    foreach (var given in circumstances)
                        await TryAsync(act, phase, viewer, given);
                }
            }
        }
        _wrong.ShouldBeEmpty($"of {_tried} tries");
        _tried.ShouldBeGreaterThan(10_000);
        StepBody.Aimed.Keys.Except(NeedsMore).Except(_done).ShouldBeEmpty("each is done somewhere");
    }

    private async Task TryAsync(StepDefinition act, string phase, CaseViewer viewer, IReadOnlyList<string> given)
    {
        await _case.BeAsync(new Situation(phase, [.. CaseViewer.All.SelectMany(v => given.Select(c => new Held(v.Party, v.Municipality, c)))], CaseTruth.Plain));
        var proposal = act.Code == "wijziging_beslissen" && act.From.Contains(phase) ? await ProposalAsync(viewer) : Guid.NewGuid();
        var colleague = DemoWorld.People.FirstOrDefault(p => p.UserName != viewer.Account && (act.Code == "uitsluiten" ? p.Party.Code() == viewer.Own : p.Party.Code() == (viewer.Own == "om" ? "politie" : "om")) && p.Municipalities.Contains(DemoWorld.Voorbeeldstad));
        var (path, body) = _bodies.OfAimed(act.Code, _case.Id.Value, proposal, colleague is null ? Guid.NewGuid() : _accounts[colleague.UserName], viewer.Party, _other);
        var (status, text) = await SendAsync(viewer.Account, StepBody.Aimed[act.Code], path, body);
        _tried++;
        var what = $"{viewer.Party} {act.Code} in {phase}, {(given.Count == Given.Count ? "alles" : string.Join('+', given))}";
        var isDone = (int)status / 100 == 2;
        // Two acts put somebody on the same list: either of them may be the one.
        var acts = act.Code.StartsWith("uitsluiten", StringComparison.Ordinal) ? Process.Acts.Where(a => a.Code.StartsWith("uitsluiten", StringComparison.Ordinal)) : [act];
        HashSet<string> held = [.. given, Authorised];
        if (isDone && !acts.Any(a => a.From.Contains(phase) && viewer.MayTake(a, held)))
            _wrong.Add($"{what}: the process data do not give it, but {(int)status} {text}");
        if (!isDone && !Refusals.Contains(status))
            _wrong.Add($"{what}: {(int)status} {text}");
        if (!isDone)
            return;
        _done.Add(act.Code);
        _case.Touch();
    }

    /// <summary>A proposal of somebody else on the item, when there is who can make one.</summary>
    private async Task<Guid> ProposalAsync(CaseViewer viewer)
    {
        foreach (var maker in CaseViewer.All.Where(v => v.Party != viewer.Party && v.Party is "politie" or "om" && v.Municipality is null).Take(2))
        {
            var (path, body) = _bodies.OfAimed("wijziging_voorstellen", _case.Id.Value, Guid.Empty, Guid.Empty, maker.Party, _other);
            var (status, text) = await SendAsync(maker.Account, HttpMethod.Post, path, body);
            if (status != HttpStatusCode.Created)
                continue;
            _case.Touch();
            return (Guid)JsonNode.Parse(text)!["id"]!;
        }
        return Guid.NewGuid();
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(string account, HttpMethod method, string path, JsonObject body)
    {
        var program = await _portal.ProgramAsync(account);
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        using var answer = await program.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
