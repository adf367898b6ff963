using CotnvPga.Data.Transfer;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Irreversible;

namespace CotnvPga.Portal.Api.V1;

/// <summary>A transfer to another municipality: laying ready what goes along, and taking it over there.</summary>
internal static class Overdrachten
{
    public static void MapOverdrachten(this RouteGroupBuilder api)
    {
        api.MapGet("/signalen/{id}/overdracht", ReadAsync);
        api.MapPost("/signalen/{id}/overdracht", SendAsync).WithMetadata(new IrreversibleAttribute());
        api.MapPost("/signalen/{id}/overdracht/overnemen", TakeOverAsync).WithMetadata(new IrreversibleAttribute());
    }

    private static Task<IResult> ReadAsync(string id, ApiCall call, TransferDesk desk, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, _) => desk.ReadAsync(call.Actor, signal, cancel).ReplyAsync(found => Replies.Ok(new
        {
            Overdrachten = found.Select(t => new { t.Id, VanNummer = t.FromNumber, VanGemeente = t.FromMunicipality, AantalGegevens = t.Items, Op = t.At, OvergenomenOp = t.TakenOverAt, Overgenomen = t.TakenOver }),
        })));

    private static Task<IResult> SendAsync(string id, ApiCall call, TransferDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, _) => desk
            .SendAsync(call.Actor, signal, body.Text("gemeente"), body.Ids("gegevens"), body.Text("toelichting"), cancel)
            .ReplyAsync(count => Replies.Ok(new { AantalGegevens = count })));

    private static Task<IResult> TakeOverAsync(string id, ApiCall call, TransferDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, _, _) => desk
            .TakeOverAsync(call.Actor, signal, cancel)
            .ReplyAsync(taken => Replies.Ok(new { Gegevens = taken.Items, NietOvergenomen = taken.LeftOut })), required: false);
}
