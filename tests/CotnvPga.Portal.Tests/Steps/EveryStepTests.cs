using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CotnvPga.Convenant.Process;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Tests.Canary;
using CotnvPga.TestHost.Cases;

namespace CotnvPga.Portal.Tests.Steps;

/// <summary>
/// Everybody tries everything: each party in each phase, with each circumstance that the process data name, takes every step, does every act
/// and lays down every record, through the API, with each fact true and untrue. It is done exactly where the process data say so; everywhere
/// else it is refused, with the status and the reason that the order of refusal asks. What is tried is made from the process data: a new
/// step, act or record is tried by itself.
/// </summary>
[Trait("Category", "Lang")]
public sealed class EveryStepTests : IAsyncLifetime
{
    private const string Authorised = "geautoriseerd";

    // Words that are wrong when they are not there, and not only too few: refused before the facts are looked at.
    private static readonly string[] WrongWithout = ["deelnemers", "partij_en_vraag", "gemeente", "reden_uit_norm"];

    private static readonly Guid Meeting = Guid.NewGuid();

    private readonly Dictionary<(CaseViewer, string, string), bool> _knows = [];
    private readonly List<string> _wrong = [];
    private CanaryPortal _portal = null!;
    private ProcessCase _case = null!;
    private StepBody _bodies = null!;
    private IReadOnlyList<CanaryItem> _items = [];
    private int _tried;
    private int _done;

    private static ProcessModel Process => CaseWorld.Convenant.Process;
    private static IReadOnlyList<string> Phases => CaseWorld.Convenant.CodesOf("fase");
    private static IReadOnlyList<string> Three { get; } = [.. CaseWorld.Convenant.GroupOf("partij", "drie").Order(StringComparer.Ordinal)];
    private static int Rounds => Process.Terms["weegrondes"].Value;

    private static IReadOnlyList<string> Given => CaseViewer.Given;

    public async Task InitializeAsync()
    {
        _portal = await CanaryPortal.StartAsync();
        var table = _portal.Table("9901");
        var id = await table.InWeighing(CaseTable.Item("waarneming", "Iets gezien."), CaseTable.Item("achternaam", "Jansen"));
        var seen = CaseTable.Done(await table.Open(table.Burgemeester, id)).Items;
        var (item, shielded) = (seen.Single(i => i.Field == "waarneming"), seen.Single(i => i.Field == "achternaam"));
        await _portal.Fixture.ExecuteAsync($"update zaak.gegeven set vlaggen = vlaggen | 4 where id = '{shielded.Id}'");
        _items = [.. seen.Select(i => new CanaryItem(
            i.Id, i.Value, i.Field, Codes.Known<Category>(i.Category), Codes.Known<Nature>(i.Nature), Codes.Known<Supplier>(i.Supplier), null, i.Id == shielded.Id,
            [.. Three.Select(Codes.Known<Party>)], ImmutableHashSet<Party>.Empty))];
        await _portal.Fixture.ExecuteAsync($"insert into agenda.bijeenkomst (id, gemeente, soort, dag, van, tot, plaats, door) values ('{Meeting}', '9901', 'weegploeg', current_date + 7, '10:00', '11:00', 'Stadhuis', gen_random_uuid())");
        _bodies = new StepBody(CaseWorld.Convenant, item.Id.Value, shielded.Id.Value, Meeting);
        _case = await ProcessCase.OfAsync(id, _portal.Fixture.Database);
    }

    public async Task DisposeAsync()
    {
        await _case.DisposeAsync();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_step_is_taken_exactly_where_the_process_data_say_so()
    {
        // One who may and one who may not, another one each time; the exhaustive form has everybody.
        var turn = 0;
        foreach (var thing in Things())
        {
            turn++;
            foreach (var phase in Phases.Where(p => thing.Step.From.Contains(p)).Concat(Phases.Where(p => !thing.Step.From.Contains(p)).Skip(turn % 3).Take(1)))
            {
                foreach (var viewer in OneOf(v => thing.Step.Parties.Contains(v.Party), turn).Concat(OneOf(v => !thing.Step.Parties.Contains(v.Party), turn + phase.Length)))
                    await TryAsync(thing, phase, viewer, Given, true);
            }
            foreach (var viewer in OneOf(v => thing.Step.Parties.Contains(v.Party), turn).Where(_ => thing.Step.AnyOf.Count > 0))
            {
                await TryAsync(thing, thing.Step.From.First(), viewer, [], true);
                foreach (var code in thing.Step.AnyOf)
                    await TryAsync(thing, thing.Step.From.First(), viewer, [code], true);
            }
            await TryFactsAsync(thing, OneOf(v => thing.Step.Parties.Contains(v.Party), turn).ToList(), thing.Step.From.Take(1).ToList());
        }
        Report(300, 40);
    }

    [Fact]
    public async Task A_step_is_taken_exactly_where_the_process_data_say_so_by_everybody_everywhere()
    {
        IReadOnlyList<string>[] circumstances = [[], Given, .. Given.Select(c => (IReadOnlyList<string>)[c])];
        foreach (var thing in Things())
        {
            foreach (var phase in Phases)
            {
                foreach (var viewer in CaseViewer.All)
                {
                    foreach (var given in circumstances)
                        await TryAsync(thing, phase, viewer, given, true);
                }
            }
            await TryFactsAsync(thing, [.. CaseViewer.All.Where(v => thing.Step.Parties.Contains(v.Party))], [.. thing.Step.From]);
        }
        Report(20_000, 400);
    }

    [Fact]
    public async Task Whose_authorisation_lapsed_takes_no_step_whatever_the_facts_are()
    {
        await _portal.Fixture.ExecuteAsync("set session_replication_role = replica; update identiteit.lidmaatschap set screened_until = current_date - 1");
        foreach (var (thing, turn) in Things().Select((t, i) => (t, i)))
        {
            foreach (var viewer in OneOf(v => thing.Step.Parties.Contains(v.Party), turn))
                await TryAsync(thing, thing.Step.From.First(), viewer, Given, false);
        }
        _done.ShouldBe(0);
        Report(30, 0);
    }

    [Fact]
    public void Every_act_is_tried_here_or_as_one_that_aims_at_something_or_named_as_not_tried() =>
        Process.Acts.Select(a => a.Code).ShouldBe(StepBody.Acts.Concat(StepBody.Aimed.Keys).Concat(StepBody.NotTried), ignoreOrder: true);

    private void Report(int tried, int done)
    {
        _wrong.ShouldBeEmpty($"of {_tried} tries, {_done} done");
        _tried.ShouldBeGreaterThan(tried);
        _done.ShouldBeGreaterThanOrEqualTo(done);
    }

    /// <summary>Everything that somebody can do in a case, from the process data.</summary>
    private static IEnumerable<Thing> Things() =>
    [
        .. Process.Steps.Where(s => s.Manner != StepManner.Proces).Select(s => new Thing(s, null)),
        .. Process.Acts.Where(a => StepBody.Acts.Contains(a.Code)).Select(a => new Thing(a, null)),
        .. Process.Records.Where(r => r.Via is null).Select(r => new Thing(r.Step, r)),
    ];

    private static IEnumerable<CaseViewer> OneOf(Func<CaseViewer, bool> which, int turn)
    {
        var all = CaseViewer.All.Where(which).ToList();
        return all.Count == 0 ? [] : [all[turn % all.Count]];
    }

    /// <summary>All facts true, as far as one situation can have it.</summary>
    private static CaseTruth Ready(StepDefinition step, CaseViewer viewer) =>
        Truths(step, viewer).FirstOrDefault(t => Missing(step, t, viewer, null).Count == 0) ?? CaseTruth.Plain;

    private static IEnumerable<CaseTruth> Truths(StepDefinition step, CaseViewer viewer) => CaseTruth.ThatDiffer(
        step.Needs.Concat(step.Outcomes.SelectMany(o => o.When)).ToHashSet(), [.. Three.OrderBy(p => p != viewer.Party)], Rounds);

    /// <summary>Every fact of the step true and untrue: those of the case in all combinations, those of the words one by one.</summary>
    private async Task TryFactsAsync(Thing thing, IReadOnlyList<CaseViewer> viewers, IReadOnlyList<string> phases)
    {
        if (thing.Record is not null || !Process.Steps.Contains(thing.Step))
            return;
        foreach (var viewer in viewers)
        {
            foreach (var phase in phases)
            {
                foreach (var truth in Truths(thing.Step, viewer))
                    await TryAsync(thing, phase, viewer, Given, true, truth);
                foreach (var word in thing.Step.Needs.Where(CaseTruth.OfWords.Contains))
                    await TryAsync(thing, phase, viewer, Given, true, Ready(thing.Step, viewer), word);
            }
        }
    }

    private async Task TryAsync(Thing thing, string phase, CaseViewer viewer, IReadOnlyList<string> given, bool authorised, CaseTruth? truth = null, string? without = null)
    {
        truth ??= Ready(thing.Step, viewer);
        HashSet<string> circumstances = [.. given, "opgeleid"];
        if (authorised)
            circumstances.Add(Authorised);
        circumstances.RemoveWhere(c => !CanHave(viewer, c));
        await _case.BeAsync(new Situation(phase, [.. CaseViewer.All.SelectMany(v => given.Where(c => CanHave(v, c)).Select(c => new Held(v.Party, v.Municipality, c)))], truth));
        var (path, body) = await BodyAsync(thing, viewer, without);
        var answer = await PostAsync(viewer.Account, path, body);
        _tried++;
        var what = $"{viewer.Party} {thing.Step.Code} in {phase}, {(given.Count == Given.Count ? "alles" : string.Join('+', given))}, {string.Join('/', truth.Verdicts.Select(v => v.Verdict))} ronde {truth.Round} spoed {truth.Urgent} {(without is null ? "" : $"zonder {without}")}";
        // Somebody from elsewhere has a place only where a circumstance names that municipality.
        var knows = (viewer.Municipality is null || given.Count > 0) && Knows(viewer, phase, circumstances);
        switch (Expected(thing, phase, viewer, circumstances, knows, truth, without))
        {
            case { Status: HttpStatusCode.OK } done:
                if (((int)answer.Status) / 100 != 2)
                    _wrong.Add($"{what}: the process data allow it, but {answer}");
                else
                    await FinishAsync(thing, viewer, path, body, answer, done.Phase ?? phase, what);
                break;
            case var refused:
                if (((int)answer.Status) / 100 == 2)
                    _case.Touch();
                if (answer.Status != refused.Status && !refused.Or.Contains(answer.Status))
                    _wrong.Add($"{what}: expected {refused.Status}, but {answer}");
                else if (answer.Status == HttpStatusCode.Conflict && refused.Missing.Count > 0 && !answer.Missing.SequenceEqual(refused.Missing))
                    _wrong.Add($"{what}: missing is {string.Join(", ", refused.Missing)}, but {answer}");
                else if (answer.Status is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest && !answer.SaysWhy)
                    _wrong.Add($"{what}: refused without a reason: {answer}");
                break;
        }
    }

    /// <summary>Who asks others is not asked: a step that gives something to a party it names, names none of those who take it.</summary>
    private static bool CanHave(CaseViewer viewer, string circumstance) =>
        !Process.Steps.Any(s => s.Grants.Contains(circumstance) && s.Needs.Contains("partij_en_vraag") && s.Parties.Contains(viewer.Party));

    /// <summary>What the process data say comes of it, in the order of refusal.</summary>
    private static Expectation Expected(Thing thing, string phase, CaseViewer viewer, HashSet<string> circumstances, bool knows, CaseTruth truth, string? without)
    {
        var step = thing.Step;
        var mine = viewer.MayTake(step, circumstances) && circumstances.Contains(Authorised);
        // Oversight reaches a case that it does not know of yet, where the act may be done; elsewhere it stays unknown.
        if (step.Grants.Contains("toetsing_geopend"))
            return !mine ? new(knows ? HttpStatusCode.Forbidden : HttpStatusCode.NotFound) : step.From.Contains(phase) ? new(HttpStatusCode.OK) : new(HttpStatusCode.NotFound);
        if (!knows)
            return new(HttpStatusCode.NotFound);
        if (!mine)
            return new(HttpStatusCode.Forbidden);
        if (without is not null && WrongWithout.Contains(without))
            return new(HttpStatusCode.BadRequest);
        if (!step.From.Contains(phase))
        {
            // An act asks the law before the phase: whoever the law does not let in in this phase is refused with the article.
            return new(HttpStatusCode.Conflict) { Missing = ["fase"], Or = Process.Acts.Contains(step) || (thing.Record is { } beside && DependsOnOthers(beside)) ? [HttpStatusCode.Forbidden, HttpStatusCode.BadRequest] : [] };
        }
        if (Process.Acts.Contains(step) && step.Parties.Count > Three.Count)
            // Handing over is bounded by what the giver sees and the receiver may have: the tests of Consultation tell which.
            return new(HttpStatusCode.BadRequest) { Or = [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Forbidden] };
        if (thing.Record is { } record && DependsOnOthers(record))
            // What it is about, to whom that was addressed and what stands in its way: the tests of Records tell which.
            return new(HttpStatusCode.BadRequest) { Or = [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Accepted, HttpStatusCode.Forbidden, HttpStatusCode.Conflict] };
        if (Missing(step, truth, viewer, without) is { Count: > 0 } missing)
            return new(HttpStatusCode.Conflict) { Missing = missing };
        return new(HttpStatusCode.OK) { Phase = step.Outcomes.FirstOrDefault(o => o.When.All(f => truth.Holds(f, Rounds, viewer.Party)))?.Phase };
    }

    /// <summary>Whether a record can be made depends on other records.</summary>
    private static bool DependsOnOthers(RecordDefinition record) =>
        record.About.Count > 0 || record.Closes || record.OnlyAddressees || record.NotWhile.Count > 0 || record.Fields.Any(f => f.Required && f.Kind is RecordFieldKind.Stukken or RecordFieldKind.Gegevens);

    private static List<string> Missing(StepDefinition step, CaseTruth truth, CaseViewer viewer, string? without)
    {
        bool Holds(string fact) => CaseTruth.OfWords.Contains(fact) ? fact != without : truth.Holds(fact, Rounds, viewer.Party);
        var missing = step.Needs.Where(f => !Holds(f)).ToList();
        if (missing.Count == 0 && step.Outcomes.Count > 0 && !step.Outcomes.Any(o => o.When.All(Holds)))
            missing.Add(step.Outcomes[0].When.First(f => !Holds(f)));
        return missing;
    }

    private async Task<(string, JsonObject)> BodyAsync(Thing thing, CaseViewer viewer, string? without)
    {
        if (thing.Record is not { } record)
            return Process.Acts.Contains(thing.Step) ? _bodies.OfAct(thing.Step) : _bodies.OfStep(thing.Step, without);
        return _bodies.OfRecord(record, record.About.Count > 0 ? await AboutAsync(record, viewer) : null);
    }

    /// <summary>A record that this one can be about, made now; nothing real where none can be made in this situation.</summary>
    private async Task<string> AboutAsync(RecordDefinition record, CaseViewer viewer)
    {
        foreach (var about in Process.Records.Where(r => record.About.Contains(r.Code) && !r.Closes && r.Via is null))
        {
            var (path, body) = _bodies.OfRecord(about, null);
            var makers = about.Step.Manner == StepManner.Samen ? CaseViewer.All.Where(v => Three.Contains(v.Party)) : CaseViewer.All.Where(v => about.Step.Parties.Contains(v.Party)).OrderBy(v => v.Party != viewer.Party).Take(1);
            Answer? last = null;
            foreach (var maker in makers)
                last = await PostAsync(maker.Account, path, body);
            _case.Touch();
            if (last?.Json["id"] is { } id)
                return (string)id!;
        }
        return Guid.Empty.ToString();
    }

    /// <summary>Whoever else must act posts the same; then it has taken effect.</summary>
    private async Task FinishAsync(Thing thing, CaseViewer viewer, string path, JsonObject body, Answer answer, string phase, string what)
    {
        _case.Touch();
        var others = thing.Step.Manner switch
        {
            StepManner.Samen => CaseViewer.All.Where(v => thing.Step.Parties.Contains(v.Party) && v.Party != viewer.Party).Select(v => (v.Account, Waits: v.Party)).ToList(),
            StepManner.TweePersonen => [(viewer.Second ?? throw new InvalidOperationException($"The demo has no second person of {viewer.Party}."), "tweede_persoon")],
            _ => [],
        };
        for (var i = 0; i < others.Count; i++)
        {
            var waiting = others.Skip(i).Select(o => o.Waits).Order(StringComparer.Ordinal);
            if (answer.Status != HttpStatusCode.Accepted || !answer.Waiting.SequenceEqual(waiting))
                _wrong.Add($"{what}: must wait for {string.Join(", ", waiting)}, but {answer}");
            answer = await PostAsync(others[i].Account, path, body);
        }
        if (answer.Status is not (HttpStatusCode.OK or HttpStatusCode.Created))
            _wrong.Add($"{what}: all acted, but {answer}");
        else if (Process.Steps.Contains(thing.Step) && (string?)answer.Json["fase"] != phase)
            _wrong.Add($"{what}: leads to {phase}, but {answer}");
        _done++;
    }

    private bool Knows(CaseViewer viewer, string phase, IReadOnlySet<string> circumstances)
    {
        var key = (viewer, phase, string.Join(',', circumstances.Order(StringComparer.Ordinal)));
        return _knows.TryGetValue(key, out var known) ? known : _knows[key] = viewer.Knows(phase, circumstances, _items);
    }

    private async Task<Answer> PostAsync(string account, string path, JsonObject body)
    {
        var program = await _portal.ProgramAsync(account);
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await program.PostAsync($"/api/v1/signalen/{_case.Id}/{path}", content);
        var text = await answer.Content.ReadAsStringAsync();
        return new Answer(answer.StatusCode, text, text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject());
    }

    /// <summary>Something that can be done in a case; a record when it is one.</summary>
    private sealed record Thing(StepDefinition Step, RecordDefinition? Record);

    private sealed record Expectation(HttpStatusCode Status)
    {
        public List<string> Missing { get; init; } = [];
        public IReadOnlyList<HttpStatusCode> Or { get; init; } = [];
        public string? Phase { get; init; }
    }

    private sealed record Answer(HttpStatusCode Status, string Text, JsonObject Json)
    {
        public IEnumerable<string> Missing => Strings("ontbreekt");
        public IEnumerable<string> Waiting => Strings("wachtOp").Order(StringComparer.Ordinal);
        public bool SaysWhy => Json["detail"] is { } detail && ((string)detail!).Length > 10;
        public override string ToString() => $"{(int)Status} {Text}";
        private IEnumerable<string> Strings(string member) => Json[member] is JsonArray list ? list.Select(m => m is JsonValue value ? (string)value! : m!.ToJsonString()) : [];
    }
}
