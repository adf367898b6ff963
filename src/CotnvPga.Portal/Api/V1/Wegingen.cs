using CotnvPga.Data.Weighing;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Weighing;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Judgements of the joint weighing.</summary>
internal static class Wegingen
{
    public static void MapWegingen(this RouteGroupBuilder api) => api.MapPost("/signalen/{id}/wegingen", JudgeAsync);

    public static object Write(GivenJudgement given) => new
    {
        Partij = given.Party,
        Ronde = given.Round,
        Oordeel = given.Verdict,
        Criteria = given.Words.Criteria.Select(c => new { Criterium = c.Criterion, Bevinding = c.Finding, ContraIndicatie = c.ContraIndication }),
        Motivering = given.Words.Motivation,
        Op = given.At,
    };

    private static Task<IResult> JudgeAsync(string id, ApiCall call, WeighingDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, _) => desk
            .JudgeAsync(call.Actor, signal, Read(body), cancel)
            .ReplyAsync(given => Replies.Created(Receipt(given), ApiPaths.Signal(signal))));

    /// <summary>Without the words: an answer may be kept under an idempotency key, and the words stand encrypted in the case alone.</summary>
    private static object Receipt(GivenJudgement given) => new { Partij = given.Party, Ronde = given.Round, Oordeel = given.Verdict, Op = given.At };

    private static NewJudgement Read(SentObject body) => new(
        body.Text("oordeel"),
        body.Objects("criteria", one => new NewFinding(one.Text("criterium"), one.Text("bevinding"), one.Text("contraIndicatie"))) ?? [],
        body.Text("motivering"))
    {
        RestsOn = body.Ids("rustOp") ?? [],
    };
}
