using CotnvPga.Data.Retention;
using CotnvPga.Domain;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>What is left of destroyed cases, without a person.</summary>
internal static class Vernietigingen
{
    public static void MapVernietigingen(this RouteGroupBuilder api) => api.MapGet("/vernietigingen", ReadAsync);

    private static Task<IResult> ReadAsync(HttpRequest request, ApiCall call, Certificates certificates, CancellationToken cancel) => call.ReadAsync(async errors =>
    {
        var page = PageQuery.Read(request.Query, errors);
        if (errors.Count > 0)
            return new NotValid(errors);
        return await certificates.ReadAsync(call.Actor, page.Skip, page.Aantal, cancel).ReplyAsync(made => Replies.Ok(new
        {
            Vernietigingen = made.Certificates.Select(m => new { m.Nummer, m.Gemeente, m.GeopendOp, m.Op, m.Stap, m.Van, AantalGegevens = m.Aantal, m.Partij, AantalPersonen = m.Door.Length }),
            page.Pagina,
            page.Aantal,
            Totaal = made.Total,
        }));
    });
}
