using CotnvPga.Data.Departures;
using CotnvPga.Domain.Departures;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Departing from a clause in one case, and what was departed from.</summary>
internal static class Afwijkingen
{
    public static void MapAfwijkingen(this RouteGroupBuilder api)
    {
        api.MapPost("/signalen/{id}/afwijkingen", DepartAsync);
        api.MapGet("/signalen/{id}/afwijkingen", ReadAsync);
    }

    /// <summary>The words of a proposal, as they are posted again to agree.</summary>
    public static object Write(Departure departure) => new { departure.Artikel, departure.Motivering, departure.Tot };

    private static Task<IResult> DepartAsync(string id, ApiCall call, DepartureDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, _) => desk
            .DepartAsync(call.Actor, signal, new NewDeparture(body.Text("artikel"), body.Text("motivering"), body.Date("tot")), cancel)
            .ReplyAsync(departure => departure.Id is { } decided
                ? Replies.Ok(new { Id = decided })
                : Replies.Accepted(new { WachtOp = departure.WaitingFor })));

    private static Task<IResult> ReadAsync(string id, ApiCall call, DepartureDesk desk, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, _) => desk
            .ReadAsync(call.Actor, signal, cancel)
            .ReplyAsync(departures => Replies.Ok(new { Afwijkingen = departures.Select(Line) })));

    private static object Line(DecidedDeparture departure) => new
    {
        departure.Id,
        Artikel = departure.Article,
        Motivering = departure.Motivation,
        Termijn = departure.Term,
        Tot = departure.Until,
        Fase = departure.Phase,
        Op = departure.At,
    };
}
