using CotnvPga.Data.Consultation;
using CotnvPga.Domain;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>The table of a consultation: what may be said to all who are present, what all may look at, and the sheet of a hand-over.</summary>
internal static class Overleg
{
    public static void MapOverleg(this RouteGroupBuilder api)
    {
        api.MapGet("/signalen/{id}/overleg", WarnAsync);
        api.MapGet("/signalen/{id}/overleg/scherm", ShowAsync);
        api.MapGet("/signalen/{id}/verstrekkingen/{verstrekking}", SheetAsync);
    }

    private static Task<IResult> WarnAsync(string id, HttpRequest request, ApiCall call, TableSight sight, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, _) => sight
            .WarnAsync(call.Actor, signal, Present(request), cancel)
            .ReplyAsync(warned => Replies.Ok(new
            {
                Aanwezig = warned.Present.Select(Party),
                Gegevens = warned.Items.Select(i => new
                {
                    Id = i.Item,
                    MetIedereen = i.NotWith.Count == 0,
                    NietMet = i.NotWith.Select(n => new { Partij = n.Party, Toelichting = n.Explanation, Grondslagen = n.Grounds }),
                }),
            })));

    private static Task<IResult> ShowAsync(string id, HttpRequest request, ApiCall call, TableSight sight, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, _) => sight
            .ShowAsync(call.Actor, signal, Present(request), cancel)
            .ReplyAsync(screen => Replies.Ok(new { Aanwezig = screen.Present.Select(Party), Gegevens = screen.Items.Select(Items.Write) })));

    private static Task<IResult> SheetAsync(string id, string verstrekking, ApiCall call, HandoverSheets sheets, CancellationToken cancel) =>
        call.ReadCaseAsync(id, async (signal, _) => Guid.TryParseExact(verstrekking, "D", out var handover)
            ? await sheets.ReadAsync(call.Actor, signal, handover, cancel).ReplyAsync(sheet => Replies.Ok(new
            {
                Aan = sheet.To,
                Gemeente = sheet.Municipality,
                Door = sheet.By,
                Op = sheet.At,
                Gegevens = sheet.Items.Select(i => new { Id = i.Item?.Id.Value, Veld = i.Item?.Field, Waarde = i.Item?.Value, Verstrekker = i.Item?.Supplier, Grondslagen = i.Grounds, AndereGrondslag = i.OwnLaw }),
            }))
            : new NotKnown());

    private static object Party(PresentParty party) => new { Partij = party.Party, Gemeente = party.Municipality };

    /// <summary>Who is present, as <c>aanwezig=politie,om</c>; null when the call does not say.</summary>
    private static IReadOnlyList<string>? Present(HttpRequest request) => request.Query.TryGetValue("aanwezig", out var sent)
        ? [.. sent.SelectMany(s => (s ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
        : null;
}
