using CotnvPga.Data.Coordination;
using CotnvPga.Domain.Coordination;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;
using CotnvPga.Portal.Components.Text;

namespace CotnvPga.Portal.Api.V1;

/// <summary>The desk without persons: seats of the adviser of the minister, requests for help, good practices.</summary>
internal static class Coordinatie
{
    public static void MapCoordinatie(this RouteGroupBuilder api)
    {
        api.MapGet("/coordinatie", OpenAsync);
        api.MapPost("/coordinatie/zetels/{zetel}/beoordeling", AssessAsync);
        api.MapPost("/coordinatie/zetels/{zetel}/akkoord", ConfirmAsync);
        api.MapPost("/coordinatie/zetels/{zetel}/vernietigd", DestroyedAsync);
        api.MapPost("/coordinatie/hulpvragen", AskAsync);
        api.MapPost("/coordinatie/hulpvragen/{vraag}/opgepakt", TakeUpAsync);
        api.MapPost("/coordinatie/voorbeelden", ShareAsync);
    }

    private static Task<IResult> OpenAsync(ApiCall call, CoordinationDesk desk, DutchClock clock, CancellationToken cancel) => call.ReadAsync(_ => desk
        .OpenAsync(call.Actor, cancel)
        .ReplyAsync(view => Replies.Ok(new
        {
            Zetels = view.Seats.Select(s => Line(s, clock)),
            Hulpvragen = view.Help.Select(h => new { h.Id, Gemeente = h.Municipality, Onderwerp = h.Subject, Op = h.At, OpgepaktOp = h.TakenUpAt }),
            Voorbeelden = view.Practices.Select(p => new { p.Id, Titel = p.Title, Tekst = p.Text, Op = p.At }),
        })));

    private static object Line(AdviserSeat seat, DutchClock clock) => new
    {
        seat.Id,
        Nummer = seat.Number,
        Gemeente = seat.Municipality,
        Grondslag = seat.Basis,
        Doel = seat.Purpose,
        Gebeurtenis = seat.HasEvent,
        Overleg = seat.Meeting,
        Stand = seat.StageOn(clock.Today).Code(),
        Wet = seat.Law,
        Toelichting = seat.Explanation,
        VernietigenVoor = seat.DestroyBefore(clock.Today),
    };

    private static Task<IResult> AssessAsync(string zetel, ApiCall call, CoordinationDesk desk, CancellationToken cancel) => call.ChangeAsync((body, _) => desk
        .AssessAsync(call.Actor, RouteId.Of(zetel), body.Text("wet"), body.Text("toelichting"), cancel).ReplyAsync(Done));

    private static Task<IResult> ConfirmAsync(string zetel, ApiCall call, CoordinationDesk desk, CancellationToken cancel) => call.ChangeAsync((body, _) => desk
        .ConfirmAsync(call.Actor, RouteId.Of(zetel), body.Flag("akkoord"), cancel).ReplyAsync(Done));

    private static Task<IResult> DestroyedAsync(string zetel, ApiCall call, CoordinationDesk desk, CancellationToken cancel) => call.ChangeAsync((_, _) => desk
        .DestroyedAsync(call.Actor, RouteId.Of(zetel), cancel).ReplyAsync(Done));

    private static Task<IResult> AskAsync(ApiCall call, CoordinationDesk desk, CancellationToken cancel) => call.ChangeAsync((body, _) => desk
        .AskHelpAsync(call.Actor, body.Text("gemeente"), body.Text("onderwerp"), cancel).ReplyAsync(Done));

    private static Task<IResult> TakeUpAsync(string vraag, ApiCall call, CoordinationDesk desk, CancellationToken cancel) => call.ChangeAsync((_, _) => desk
        .TakeUpAsync(call.Actor, RouteId.Of(vraag), cancel).ReplyAsync(Done));

    private static Task<IResult> ShareAsync(ApiCall call, CoordinationDesk desk, CancellationToken cancel) => call.ChangeAsync((body, _) => desk
        .ShareAsync(call.Actor, body.Text("titel"), body.Text("tekst"), cancel).ReplyAsync(Done));

    private static Data.Repeats.StoredAnswer Done(Guid id) => Replies.Ok(new { Id = id });
}
