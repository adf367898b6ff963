using CotnvPga.Data.Oversight;
using CotnvPga.Domain.Oversight;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;
using NodaTime.Text;

namespace CotnvPga.Portal.Api.V1;

/// <summary>The register of breaches: per municipality, without anything of a case.</summary>
internal static class Datalekken
{
    public static void MapDatalekken(this RouteGroupBuilder api)
    {
        api.MapGet("/datalekken", ReadAsync);
        api.MapPost("/datalekken", AddAsync);
        api.MapPost("/datalekken/{lek}/regels", AddLineAsync);
    }

    private static Task<IResult> ReadAsync(ApiCall call, BreachRegister register, CancellationToken cancel) =>
        call.ReadAsync(_ => register.ReadAsync(call.Actor, cancel).ReplyAsync(breaches => Replies.Ok(new
        {
            Datalekken = breaches.Select(b => new
            {
                b.Id,
                Gemeente = b.Municipality,
                Nummer = b.Number,
                Soort = b.Kind,
                OntdektOp = b.DiscoveredAt,
                MeldenVoor = b.ReportBefore,
                Omschrijving = b.Description,
                Gevolgen = b.Consequences,
                AantalMensen = b.People,
                Regels = b.Lines.Select(l => new { Soort = l.Kind, Tekst = l.Text, Op = l.At }),
            }),
        })));

    private static Task<IResult> AddAsync(ApiCall call, BreachRegister register, CancellationToken cancel) =>
        call.ChangeAsync((body, _) => register
            .AddAsync(call.Actor, new NewBreach(
                body.Text("gemeente"),
                body.Text("soort"),
                body.Text("ontdektOp") is { } at && InstantPattern.ExtendedIso.Parse(at) is { Success: true, Value: var moment } ? moment : null,
                body.Text("omschrijving"),
                body.Text("gevolgen"),
                body.Number("aantalMensen")), cancel)
            .ReplyAsync(id => Replies.Ok(new { Id = id })));

    private static Task<IResult> AddLineAsync(string lek, ApiCall call, BreachRegister register, CancellationToken cancel) =>
        call.ChangeAsync((body, _) => register
            .AddLineAsync(call.Actor, RouteId.Of(lek), new NewBreachLine(body.Text("soort"), body.Text("tekst")), cancel)
            .ReplyAsync(id => Replies.Ok(new { Id = id })));
}
