using CotnvPga.Data.Cases;
using CotnvPga.Data.Repeats;
using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Continuity;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Nobody's work hangs on one person: functions, deputies, the pool, the review of access, absence. No case is read.</summary>
internal static class Continuiteit
{
    public static void MapContinuiteit(this RouteGroupBuilder api)
    {
        api.MapGet("/continuiteit/{gemeente}", BoardAsync);
        api.MapPost("/continuiteit/{gemeente}/vervangingen", AppointAsync);
        api.MapPost("/continuiteit/{gemeente}/vervangingen/{lidmaatschap}/einde", EndDeputyAsync);
        api.MapPost("/continuiteit/{gemeente}/toegang/{lidmaatschap}", ReviewAsync);
        api.MapGet("/continuiteit/{gemeente}/achtervang", PoolAsync);
        api.MapPost("/continuiteit/{gemeente}/achtervang", AskAsync);
        api.MapPost("/continuiteit/{gemeente}/achtervang/{verzoek}/antwoord", AnswerAsync);
        api.MapPost("/continuiteit/{gemeente}/aanbod", OfferAsync);
        api.MapPost("/continuiteit/{gemeente}/aanbod/{aanbod}/einde", WithdrawOfferAsync);
        api.MapGet("/afwezigheid", MineAsync);
        api.MapPost("/afwezigheid", MarkAsync);
        api.MapPost("/afwezigheid/{afwezigheid}/einde", WithdrawAsync);
    }

    private static Task<IResult> BoardAsync(string gemeente, ApiCall call, ContinuityBoard board, ContinuityRules rules, CaseDoor door, CancellationToken cancel) =>
        call.ReadAsync(_ => board.AllAsync(call.Actor, new Municipality(gemeente), cancel).ReplyAsync(benches => Replies.Ok(ContinuityText.Of(benches, rules, door.Today))));

    private static Task<IResult> AppointAsync(string gemeente, ApiCall call, DeputyDesk desk, CancellationToken cancel) =>
        ChangeAsync(call, body => new NewDeputy(body.Id("lidmaatschap"), body.Id("persoon"), body.Date("van"), body.Date("tot")), sent =>
            desk.AppointAsync(call.Actor, new Municipality(gemeente), sent, cancel).ReplyAsync(granted => Created(gemeente, granted)));

    private static Task<IResult> EndDeputyAsync(string gemeente, string lidmaatschap, ApiCall call, DeputyDesk desk, CancellationToken cancel) =>
        ChangeAsync(call, _ => RouteId.Of(lidmaatschap), membership =>
            desk.EndAsync(call.Actor, new Municipality(gemeente), membership, cancel).ReplyAsync(ended => Replies.Ok(new { ended.Id })));

    private static Task<IResult> ReviewAsync(string gemeente, string lidmaatschap, ApiCall call, AccessReviewDesk desk, CancellationToken cancel) =>
        ChangeAsync(call, body => body.Text("besluit"), decision =>
            desk.DecideAsync(call.Actor, new Municipality(gemeente), RouteId.Of(lidmaatschap), decision, cancel).ReplyAsync(decided => Replies.Ok(new { Id = decided })));

    private static Task<IResult> PoolAsync(string gemeente, ApiCall call, BackupPool pool, ContinuityRules rules, CaseDoor door, CancellationToken cancel) =>
        call.ReadAsync(async _ => rules.MayArrange(call.Actor, new Municipality(gemeente), door.Today)
            ? Replies.Ok(new
            {
                Pool = (await pool.OffersAsync(cancel)).Select(ContinuityText.Offer),
                Verzoeken = (await pool.RequestsAsync(new Municipality(gemeente), cancel)).Select(ContinuityText.Request),
            })
            : rules.NotArranged());

    private static Task<IResult> AskAsync(string gemeente, ApiCall call, BackupPool pool, CancellationToken cancel) =>
        ChangeAsync(call, body => new NewBackup(body.Id("aanbod"), body.Date("van"), body.Date("tot"), body.Text("reden")), sent =>
            pool.AskAsync(call.Actor, new Municipality(gemeente), sent, cancel).ReplyAsync(asked => Replies.Created(new { Id = asked }, $"{ApiPaths.V1}/continuiteit/{gemeente}/achtervang")));

    private static Task<IResult> AnswerAsync(string gemeente, string verzoek, ApiCall call, BackupPool pool, CancellationToken cancel) =>
        ChangeAsync(call, body => body.Flag("akkoord"), agrees =>
            pool.AnswerAsync(call.Actor, new Municipality(gemeente), RouteId.Of(verzoek), agrees, cancel).ReplyAsync(answer => Replies.Ok(new { Id = answer.Request, Lidmaatschap = answer.Membership?.Id })));

    private static Task<IResult> OfferAsync(string gemeente, ApiCall call, BackupPool pool, CancellationToken cancel) =>
        ChangeAsync(call, body => (Membership: body.Id("lidmaatschap"), Until: body.Date("tot")), sent =>
            pool.OfferAsync(call.Actor, new Municipality(gemeente), sent.Membership, sent.Until, cancel).ReplyAsync(offered => Replies.Created(new { Id = offered }, $"{ApiPaths.V1}/continuiteit/{gemeente}/achtervang")));

    private static Task<IResult> WithdrawOfferAsync(string gemeente, string aanbod, ApiCall call, BackupPool pool, CancellationToken cancel) =>
        ChangeAsync(call, _ => RouteId.Of(aanbod), offer => pool.WithdrawAsync(call.Actor, new Municipality(gemeente), offer, cancel).ReplyAsync(withdrawn => Replies.Ok(new { Id = withdrawn })));

    private static Task<IResult> MineAsync(ApiCall call, AbsenceDesk desk, CancellationToken cancel) =>
        call.ReadAsync(async _ => Replies.Ok(new { Afwezigheid = (await desk.MineAsync(call.Actor, cancel)).Select(ContinuityText.Absence) }));

    private static Task<IResult> MarkAsync(ApiCall call, AbsenceDesk desk, CancellationToken cancel) =>
        ChangeAsync(call, body => new NewAbsence(body.Date("van"), body.Date("tot")), sent =>
            desk.MarkAsync(call.Actor, sent, cancel).ReplyAsync(marked => Replies.Created(ContinuityText.Absence(marked), $"{ApiPaths.V1}/afwezigheid")));

    private static Task<IResult> WithdrawAsync(string afwezigheid, ApiCall call, AbsenceDesk desk, CancellationToken cancel) =>
        ChangeAsync(call, _ => RouteId.Of(afwezigheid), absence => desk.WithdrawAsync(call.Actor, absence, cancel).ReplyAsync(withdrawn => Replies.Ok(new { Id = withdrawn })));

    /// <summary>
    /// Changes something about people. They are saved apart from cases, so what could not be read is refused before anything is tried:
    /// it could not be undone.
    /// </summary>
    private static Task<IResult> ChangeAsync<T>(ApiCall call, Func<SentObject, T> read, Func<T, Task<Result<StoredAnswer>>> change) => call.ChangeAsync((body, _) =>
    {
        var sent = read(body);
        return body.IsReadable ? change(sent) : Task.FromResult<Result<StoredAnswer>>(new NotValid([]));
    });

    private static StoredAnswer Created(string municipality, Membership granted) =>
        Replies.Created(new { granted.Id, Van = granted.From, Tot = granted.Until }, $"{ApiPaths.V1}/continuiteit/{municipality}");
}
