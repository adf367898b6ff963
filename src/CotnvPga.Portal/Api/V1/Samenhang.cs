using CotnvPga.Data.Households;
using CotnvPga.Data.Recognition;
using CotnvPga.Domain.Recognition;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>What joins cases: the same person, for who may see that, and one household, by number only.</summary>
internal static class Samenhang
{
    public static void MapSamenhang(this RouteGroupBuilder api)
    {
        api.MapGet("/signalen/{id}/hier-bekend", FindAsync);
        api.MapGet("/signalen/{id}/verbanden", ReadAsync);
        api.MapPost("/signalen/{id}/verbanden", LinkAsync);
        api.MapDelete("/signalen/{id}/verbanden/{nummer}", UnlinkAsync);
    }

    private static Task<IResult> FindAsync(string id, ApiCall call, RecognitionDesk desk, CancellationToken cancel) => call.ReadCaseAsync(id, (signal, purpose) => desk
        .FindAsync(call.Actor, signal, purpose, cancel)
        .ReplyAsync(found => Replies.Ok(new { HierBekend = found.Select(Write) })));

    private static Task<IResult> ReadAsync(string id, ApiCall call, HouseholdDesk desk, CancellationToken cancel) => call.ReadCaseAsync(id, (signal, _) => desk
        .ReadAsync(call.Actor, signal, cancel)
        .ReplyAsync(numbers => Replies.Ok(new { Nummers = numbers })));

    private static Task<IResult> LinkAsync(string id, ApiCall call, HouseholdDesk desk, CancellationToken cancel) => call.ChangeCaseAsync(id, (signal, body, _) => desk
        .LinkAsync(call.Actor, signal, body.Text("nummer"), cancel)
        .ReplyAsync(numbers => Replies.Created(new { Nummers = numbers }, $"{ApiPaths.Signal(signal)}/verbanden")));

    private static Task<IResult> UnlinkAsync(string id, string nummer, ApiCall call, HouseholdDesk desk, CancellationToken cancel) => call.ChangeCaseAsync(
        id,
        (signal, _, _) => desk.UnlinkAsync(call.Actor, signal, nummer, cancel).ReplyAsync(_ => Replies.Nothing()),
        required: false);

    private static object Write(KnownHere known) => new
    {
        Id = known.Id.Value,
        Nummer = known.Number,
        Gemeente = known.Municipality.Code,
        Fase = known.Phase.Code(),
        Zeker = known.IsSure,
    };
}
