using CotnvPga.Data.Exercise;
using CotnvPga.Domain.Exercise;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Domain.Weighing;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>The national weighing exercise: fictional cases only.</summary>
internal static class Oefeningen
{
    public static void MapOefeningen(this RouteGroupBuilder api)
    {
        api.MapGet("/oefeningen", OpenAsync);
        api.MapPost("/oefeningen", BeginAsync);
        api.MapPost("/oefeningen/{oefening}/zaken", AddAsync);
        api.MapPost("/oefeningen/{oefening}/controles", CheckAsync);
        api.MapGet("/oefeningen/{oefening}/uitkomst", OutcomeAsync);
        api.MapGet("/oefenzaken/{zaak}", CaseAsync);
        api.MapPost("/oefenzaken/{zaak}/oordelen", JudgeAsync);
    }

    private static Task<IResult> OpenAsync(ApiCall call, ExerciseDesk desk, CancellationToken cancel) => call.ReadAsync(_ => desk
        .OpenAsync(call.Actor, cancel).ReplyAsync(view => Replies.Ok(new { Oefeningen = view.Rounds.Select(r => Round(r, view.Weighs)) })));

    private static Task<IResult> BeginAsync(ApiCall call, ExerciseDesk desk, CancellationToken cancel) => call.ChangeAsync((body, _) => desk
        .BeginAsync(call.Actor, new NewRound(body.Number("jaar"), body.Number("helft"), body.Date("van"), body.Date("tot")), cancel).ReplyAsync(Done));

    private static Task<IResult> AddAsync(string oefening, ApiCall call, ExerciseDesk desk, CancellationToken cancel) => call.ChangeAsync((body, _) => desk
        .AddCaseAsync(call.Actor, RouteId.Of(oefening), new NewExerciseCase(body.Text("titel"), body.Text("kenmerk"), body.Text("tekst"), Version(body, "versieA"), Version(body, "versieB")), cancel).ReplyAsync(Done));

    private static Task<IResult> CheckAsync(string oefening, ApiCall call, ExerciseDesk desk, CancellationToken cancel) => call.ChangeAsync((body, _) => desk
        .CheckAsync(call.Actor, RouteId.Of(oefening), body.Flag("akkoord"), body.Text("toelichting"), cancel).ReplyAsync(Done));

    private static Task<IResult> OutcomeAsync(string oefening, ApiCall call, ExerciseDesk desk, CancellationToken cancel) => call.ReadAsync(_ => desk
        .OutcomeAsync(call.Actor, RouteId.Of(oefening), cancel).ReplyAsync(outcome => Replies.Ok(new { Zaken = outcome.Cases.Select(Outcome) })));

    private static Task<IResult> CaseAsync(string zaak, ApiCall call, ExerciseDesk desk, CancellationToken cancel) => call.ReadAsync(_ => desk
        .CaseAsync(call.Actor, RouteId.Of(zaak), cancel)
        .ReplyAsync(found => Replies.Ok(new { found.Id, Titel = found.Title, Tekst = found.Text, Open = found.IsOpen, Beoordeeld = found.Judged, Oordelen = found.Given.Select(Given) })));

    private static Task<IResult> JudgeAsync(string zaak, ApiCall call, ExerciseDesk desk, CancellationToken cancel) => call.ChangeAsync((body, _) =>
    {
        var criteria = body.Objects("criteria", one => (Finding: new NewFinding(one.Text("criterium"), one.Text("bevinding"), one.Text("contraIndicatie")), Plays: one.Text("speelt"))) ?? [];
        var plays = criteria.Where(c => c.Finding.Criterion is not null).DistinctBy(c => c.Finding.Criterion).ToDictionary(c => c.Finding.Criterion!, c => c.Plays, StringComparer.Ordinal);
        return desk.JudgeAsync(call.Actor, RouteId.Of(zaak), new NewExerciseJudgement(new NewJudgement(body.Text("oordeel"), [.. criteria.Select(c => c.Finding)], body.Text("motivering")), plays), cancel).ReplyAsync(Done);
    });

    private static object Round(ExerciseRound round, bool weighs) => new
    {
        round.Id,
        Jaar = round.Year,
        Helft = round.Half,
        Van = round.From,
        Tot = round.To,
        Stand = round.Stage.Code(),
        Beoordeeld = round.Done,
        // Who weighs is not told that there is another version.
        Zaken = round.Cases.Select(c => new { c.Id, Titel = c.Title, Kenmerk = weighs ? null : c.Trait, VersieA = weighs ? null : c.TextOf(CaseVersion.A), VersieB = weighs ? null : c.TextOf(CaseVersion.B) }),
        Controles = round.Checks.Select(c => new { Partij = c.Party, Akkoord = c.Agreed, Toelichting = c.Words, Op = c.At }),
    };

    private static object Outcome(CaseOutcome outcome) => new
    {
        outcome.Case.Id,
        Titel = outcome.Case.Title,
        Kenmerk = outcome.Case.Trait,
        Ploegen = outcome.Figures.Teams,
        Past = outcome.Figures.CanBeTold ? Share(outcome.Figures.Fits) : null,
        Eensluidend = outcome.Figures.CanBeTold ? Share(outcome.Figures.Unanimous) : null,
        Verwisseling = outcome.Figures.SwapCanBeTold ? Effect(outcome.Figures.Swap) : null,
        Criteria = outcome.Figures.CanBeTold
            ? outcome.Figures.Criteria.Select(c => (object)new { Criterium = c.Criterion, Ja = Share(c.Plays), Nee = Share(c.DoesNot), NietTeZeggen = Share(c.Unknown), Spreiding = c.Spread, Verwisseling = outcome.Figures.SwapCanBeTold ? Effect(c.Swap) : null })
            : [],
        Eigen = outcome.Own.Select(Given),
        Anderen = outcome.Others.Select(Given),
    };

    private static object Share(Proportion share) => new { Aantal = share.Count, Van = share.Of, Aandeel = share.Value, Laag = share.Interval.Low, Hoog = share.Interval.High };

    private static object Effect(Swap swap) => new { A = Share(swap.First), B = Share(swap.Second), Verschil = swap.Effect.Value, Laag = swap.Effect.Interval.Low, Hoog = swap.Effect.Interval.High, Aangetoond = swap.Effect.IsClear };

    private static object Given(GivenExercise given) => new
    {
        Partij = given.Party,
        Oordeel = given.Verdict.Code(),
        Criteria = given.Words.Criteria.Select(c => new { Criterium = c.Criterion, Bevinding = c.Finding, ContraIndicatie = c.ContraIndication, Speelt = given.Words.Plays.GetValueOrDefault(c.Criterion, Plays.NietTeZeggen).Code() }),
        Motivering = given.Words.Motivation,
    };

    private static SortedDictionary<string, string> Version(SentObject body, string name) => new(
        (body.Answers(name) ?? new Dictionary<string, IReadOnlyList<string>>()).ToDictionary(a => a.Key, a => string.Join(' ', a.Value), StringComparer.Ordinal), StringComparer.Ordinal);

    private static Data.Repeats.StoredAnswer Done(Guid id) => Replies.Ok(new { Id = id });
}
