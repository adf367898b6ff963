using CotnvPga.Data.Cases;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Domain.Weighing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Weighing;

/// <summary>The joint weighing (wet-pga:5.3): one judgement of each of the three in a round, blind until one's own is in.</summary>
public sealed class WeighingDesk(ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, IClock clock)
{
    private const string Rounds = "weegrondes";

    internal static readonly string[] Ground = ["wet-pga:5.3"];

    /// <summary>Gives the judgement of the person's party, final for the round.</summary>
    public Task<Result<GivenJudgement>> JudgeAsync(Actor actor, SignalId id, NewJudgement sent, CancellationToken cancel) => db.InTransactionAsync<GivenJudgement>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var (state, viewer) = entered.Value;
        if (!Weighers.Contains(viewer.Party.Code()))
            return new NotAllowed("Alleen politie, openbaar ministerie en burgemeester wegen samen (artikel 5 lid 3 Wet PGA).", Ground, []);
        if (CaseDoor.Refusal(viewer) is { } lapsed)
            return lapsed;
        var judgement = sent.Read(lifecycle.Process);
        var unknown = await UnknownItemsAsync(entered.Value, sent.RestsOn, cancel);
        if (!judgement.IsDone || unknown.Count > 0)
            return new NotValid([.. judgement.Refusal is NotValid wrong ? wrong.Errors : [], .. unknown]);
        if (!IsAsked(state))
            return new NotNow("Er wordt nu geen oordeel gevraagd.", ["weging"]);
        await door.ShowForProcessAsync(entered.Value, cancel);
        var standing = Standing(state, await ProcessStanding.ReadAsync(door, entered.Value, cancel));
        if (standing.Any(s => s.Partij == viewer.Party.Code()))
            return new NotNow("Uw partij gaf in deze ronde al een oordeel. Dat staat vast.", ["nieuwe_ronde"]);
        using var key = await reader.WorkKeyAsync(id, "oordeel", Ground, cancel);
        var row = new WegingRow
        {
            Id = Guid.NewGuid(),
            SignaalId = id.Value,
            Ronde = state.Round,
            Partij = viewer.Party.Code(),
            Oordeel = judgement.Value.Verdict.Code(),
            Inhoud = key.Seal(Canonical.Write(judgement.Value.Words), $"weging/{state.Round}/{viewer.Party.Code()}"),
            Door = actor.Account.Value,
            Op = clock.GetCurrentInstant(),
        };
        db.Wegingen.Add(row);
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        var restsOn = sent.RestsOn.Distinct().ToArray();
        if (restsOn.Length > 0)
            await db.Database.ExecuteSqlAsync($"insert into zaak.oordeel_gegeven (weging_id, gegeven_id, signaal_id) select {row.Id}, g, {id.Value} from unnest({restsOn}) g", cancel);
        return new GivenJudgement(row.Partij, row.Ronde, row.Oordeel, row.Op, judgement.Value.Words);
    }, cancel);

    /// <summary>A judgement rests on items that the person sees; what somebody does not see is not known to exist.</summary>
    private async Task<IReadOnlyList<FieldError>> UnknownItemsAsync(CaseEntry entry, IReadOnlyList<Guid> items, CancellationToken cancel)
    {
        if (items.Count == 0)
            return [];
        var seen = (await reader.BriefAsync(entry, cancel)).Items.Where(b => b.Zichtbaar).Select(b => b.Id).ToHashSet();
        return [.. items.Index().Where(i => !seen.Contains(i.Item)).Select(i => new FieldError($"rustOp[{i.Index}]", "Wij vinden dit gegeven niet."))];
    }

    /// <summary>The parties that weigh: those who may establish the weighing.</summary>
    internal IReadOnlySet<string> Weighers => lifecycle.Step("weging_vaststellen")!.Parties;

    private static bool IsAsked(SignalState state) => state.Phase == Phase.Weging || state.UrgentUntil is not null;

    /// <summary>Who gave a judgement in this round, and which verdict. Only for the process; the words stay closed.</summary>
    internal IReadOnlyList<StandingRow> Standing(SignalState state, ProcessStanding process) => Matters(state.Phase) ? process.Judgements : [];

    /// <summary>Whether judgements are shown or asked in a phase: outside the weighing nothing depends on them.</summary>
    private bool Matters(Phase phase) => lifecycle.Step("deelnemers_vaststellen")!.From.Contains(phase.Code())
        || lifecycle.Process.Steps.Any(s => s.From.Contains(phase.Code()) && (s.Needs.Any(CaseFacts.OfJudgements.Contains) || s.Outcomes.Any(o => o.When.Any(CaseFacts.OfJudgements.Contains))));

    /// <summary>
    /// The facts of the case that this viewer may know: what others judged only after the own party's judgement in the round (wet-pga:5.3).
    /// So what a step lacks tells nothing about them either, and who has not judged starts nothing on the others' judgements.
    /// </summary>
    internal HashSet<string> Facts(CaseEntry entry, IReadOnlyList<StandingRow> standing)
    {
        var facts = CaseFacts.OfCase(entry.State, [.. standing.Select(s => Codes.Known<Verdict>(s.Oordeel))], door.Today, door.EditionOf(entry).Terms[Rounds].Value);
        if (standing.Any(s => s.Veranderd))
            facts.Add(CaseFacts.Changed);
        if (standing.All(s => s.Partij != entry.Viewer.Party.Code()))
            facts.ExceptWith(CaseFacts.OfVerdicts);
        return facts;
    }
}

/// <summary>A judgement with its words sealed, as <c>toegang.zaakblad</c> gives it.</summary>
internal sealed class JudgementRow
{
    public string Partij { get; init; } = "";
    public int Ronde { get; init; }
    public string Oordeel { get; init; } = "";
    public byte[] Inhoud { get; init; } = [];
    public Instant Op { get; init; }

    public GivenJudgement Open(CaseKey key) => new(Partij, Ronde, Oordeel, Op, Canonical.Read<JudgementWords>(key.Read(Inhoud, $"weging/{Ronde}/{Partij}")));
}

/// <summary>A party's verdict in a round.</summary>
internal sealed class StandingRow
{
    public string Partij { get; init; } = "";
    public string Oordeel { get; init; } = "";

    /// <summary>Whether an item that it rests on changed since.</summary>
    public bool Veranderd { get; init; }
}
