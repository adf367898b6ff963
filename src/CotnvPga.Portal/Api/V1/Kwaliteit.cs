using CotnvPga.Data.Quality;
using CotnvPga.Domain.Quality;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Keeping an item right: its history, corrections, proposals of others, and who tested it.</summary>
internal static class Kwaliteit
{
    public static void MapKwaliteit(this RouteGroupBuilder api)
    {
        api.MapGet("/gegevens/{id}/geschiedenis", HistoryAsync);
        api.MapPut("/gegevens/{id}/waarde", CorrectAsync);
        api.MapPost("/gegevens/{id}/voorstellen", ProposeAsync);
        api.MapPut("/gegevens/{id}/voorstellen/{voorstel}", DecideAsync);
        api.MapPut("/gegevens/{id}/toets", TestAsync);
        api.MapPut("/gegevens/{id}/terugmeldingen", ReadMessagesAsync);
    }

    private static Task<IResult> HistoryAsync(string id, ApiCall call, QualityDesk desk, CancellationToken cancel) => call.ReadItemAsync(id, (item, purpose) => desk
        .HistoryAsync(call.Actor, item, purpose, cancel)
        .ReplyAsync(history => Replies.Ok(Write(history))));

    private static Task<IResult> CorrectAsync(string id, ApiCall call, QualityDesk desk, CancellationToken cancel) => call.ChangeItemAsync(id, (item, body) => desk
        .CorrectAsync(call.Actor, item, Correction(body), cancel)
        .ReplyAsync(_ => Replies.Nothing()));

    private static Task<IResult> ProposeAsync(string id, ApiCall call, QualityDesk desk, CancellationToken cancel) => call.ChangeItemAsync(id, (item, body) => desk
        .ProposeAsync(call.Actor, item, Correction(body), cancel)
        .ReplyAsync(proposal => Replies.Created(new { Id = proposal }, $"{ApiPaths.V1}/gegevens/{item}/geschiedenis")));

    private static Task<IResult> DecideAsync(string id, string voorstel, ApiCall call, QualityDesk desk, CancellationToken cancel) => call.ChangeItemAsync(id, (item, body) => desk
        .DecideAsync(call.Actor, item, RouteId.Of(voorstel), new NewProposalDecision(body.Text("besluit"), body.Text("reden")), cancel)
        .ReplyAsync(_ => Replies.Nothing()));

    private static Task<IResult> TestAsync(string id, ApiCall call, QualityDesk desk, CancellationToken cancel) => call.ChangeItemAsync(id, (item, body) => desk
        .TestAsync(call.Actor, item, body.Text("toelichting"), cancel)
        .ReplyAsync(_ => Replies.Nothing()));

    private static Task<IResult> ReadMessagesAsync(string id, ApiCall call, QualityDesk desk, CancellationToken cancel) => call.ChangeItemAsync(id, (item, _) => desk
        .ReadMessagesAsync(call.Actor, item, cancel)
        .ReplyAsync(_ => Replies.Nothing()));

    private static NewCorrection Correction(SentObject body) => new(body.Text("waarde"), body.Text("reden"));

    private static object Write(ItemHistory history) => new
    {
        Gegeven = Items.Write(history.Item),
        Houder = history.Holder,
        Eerder = history.Earlier.Select(v => new { Versie = v.Number, Waarde = v.Value, Reden = v.Reason, GecorrigeerdDoor = v.CorrectedBy, Op = v.At }),
        Toetsen = history.Tests.Select(t => new { Versie = t.Version, Door = t.By, Op = t.At, Toelichting = t.Finding }),
        Voorstellen = history.Proposals.Select(p => new
        {
            p.Id,
            Waarde = p.Value,
            Reden = p.Reason,
            Namens = p.By,
            Op = p.At,
            Besluit = p.Decision,
            BesluitReden = p.DecisionReason,
            BeslotenOp = p.DecidedAt,
        }),
        Terugmeldingen = history.Messages.Select(m => new { Soort = m.Kind, Aan = m.To, Op = m.At, GelezenOp = m.ReadAt }),
    };
}
