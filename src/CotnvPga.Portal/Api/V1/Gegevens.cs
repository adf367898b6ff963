using CotnvPga.Data.Signals;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Items: adding them, why they are needed, and the supplier's shielding.</summary>
internal static class Gegevens
{
    public static void MapGegevens(this RouteGroupBuilder api)
    {
        api.MapPost("/signalen/{id}/gegevens", AddAsync);
        api.MapPut("/gegevens/{id}/noodzaak", SetNecessityAsync);
        api.MapPut("/gegevens/{id}/afscherming", ShieldAsync);
        api.MapPut("/gegevens/{id}/tweede-blik", LookAgainAsync);
    }

    private static Task<IResult> AddAsync(string id, ApiCall call, SignalDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, purpose) => desk
            .AddAsync(call.Actor, signal, purpose, Items.Read(body), cancel)
            .ReplyAsync(added => Replies.Created(new { Gegevens = added.Select(item => new { Id = item.Value }) }, ApiPaths.Signal(signal))));

    private static Task<IResult> SetNecessityAsync(string id, ApiCall call, ItemDesk desk, CancellationToken cancel) =>
        call.ChangeItemAsync(id, (item, body) => desk
            .SetNecessityAsync(call.Actor, item, body.Text("noodzaak"), body.Text("noodzaakBijzonder"), Items.ReadPerParty(body), cancel)
            .ReplyAsync(_ => Replies.Nothing()));

    private static Task<IResult> LookAgainAsync(string id, ApiCall call, ItemDesk desk, CancellationToken cancel) =>
        call.ChangeItemAsync(id, (item, body) => desk
            .LookAgainAsync(call.Actor, item, body.Text("toelichting"), cancel)
            .ReplyAsync(_ => Replies.Nothing()));

    private static Task<IResult> ShieldAsync(string id, ApiCall call, ItemDesk desk, CancellationToken cancel) =>
        call.ChangeItemAsync(id, (item, body) => desk
            .ShieldAsync(call.Actor, item, body.Flag("zwaarwegendeRedenen"), body.Text("reden"), cancel)
            .ReplyAsync(_ => Replies.Nothing()));
}
