using CotnvPga.Data.Oversight;
using CotnvPga.Domain.Oversight;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Who saw what in a case.</summary>
internal static class Logboek
{
    public static void MapLogboek(this RouteGroupBuilder api)
    {
        api.MapGet("/signalen/{id}/logboek", ReadAsync);
        api.MapGet("/signalen/{id}/logboek/dataverwerkingen", ExportAsync);
    }

    /// <summary>The same lines in the form of the standard Logboek Dataverwerkingen.</summary>
    private static Task<IResult> ExportAsync(string id, HttpRequest request, ApiCall call, Data.Oversight.Logbook logbook, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, purpose) => logbook
            .ReadAsync(call.Actor, signal, purpose, cancel)
            .ReplyAsync(lines => Replies.Ok(new { Regels = lines.Select(l => Standard(DataProcessingLine.Of(l.Number, l.Request, l.Act, l.Purpose, l.At, signal, new Uri($"{request.Scheme}://{request.Host}")))) })));

    // The names of the standard, which are not ours.
    private static Dictionary<string, object> Standard(DataProcessingLine line) => new()
    {
        ["trace_id"] = line.TraceId,
        ["span_id"] = line.SpanId,
        ["status"] = line.Status,
        ["name"] = line.Name,
        ["start_time"] = line.StartTime,
        ["end_time"] = line.EndTime,
        ["resource"] = new Dictionary<string, object> { ["attributes"] = line.Resource.Attributes },
        ["attributes"] = line.Attributes,
    };

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
