using CotnvPga.Data.Retention;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>What is left of destroyed cases, without a person.</summary>
internal static class Vernietigingen
{
    public static void MapVernietigingen(this RouteGroupBuilder api) => api.MapGet("/vernietigingen", ReadAsync);

    private static Task<IResult> ReadAsync(ApiCall call, Certificates certificates, CancellationToken cancel) =>
        call.ReadAsync(_ => certificates.ReadAsync(call.Actor, cancel).ReplyAsync(made => Replies.Ok(new
        {
            Vernietigingen = made.Select(m => new { m.Nummer, m.Gemeente, m.GeopendOp, m.Op, m.Stap, m.Van, AantalGegevens = m.Aantal, m.Partij, AantalPersonen = m.Door.Length }),
        })));
}
