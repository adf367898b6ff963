using CotnvPga.Data.Oversight;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Who saw what in a case.</summary>
internal static class Logboek
{
    public static void MapLogboek(this RouteGroupBuilder api) => api.MapGet("/signalen/{id}/logboek", ReadAsync);

    private static Task<IResult> ReadAsync(string id, ApiCall call, Data.Oversight.Logbook logbook, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, purpose) => logbook
            .ReadAsync(call.Actor, signal, purpose, cancel)
            .ReplyAsync(lines => Replies.Ok(new { Regels = lines.Select(Line) })));

    private static object Line(LogLine line) => new
    {
        Op = line.At,
        line.Account,
        Vervangt = line.StandIn is { } both ? new { Account = both.ForAccount.Value, Naam = both.For, Door = both.Name } : null,
        Partij = line.Party,
        Gemeente = line.Municipality,
        Aan = line.To,
        Handeling = line.Act,
        Doel = line.Purpose,
        Gegeven = line.Item,
        Categorie = line.Category,
        Grondslagen = line.Grounds,
        Wat = line.What,
    };
}
