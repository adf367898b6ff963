using CotnvPga.Convenant.Process;
using CotnvPga.Data.Records;
using CotnvPga.Domain.Records;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Records beside the steps: minutes, requests for advice, actions, notices.</summary>
internal static class Stukken
{
    public static void MapStukken(this RouteGroupBuilder api)
    {
        api.MapPost("/signalen/{id}/stukken", MakeAsync);
        api.MapGet("/signalen/{id}/stukken", ReadAsync);
    }

    private static Task<IResult> MakeAsync(string id, ApiCall call, RecordDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, _) => desk
            .MakeAsync(call.Actor, signal, body.Text("stuk"), new NewRecord(body.Id("bij"), body.Id("vervangt"), body.Answers("velden") ?? new Dictionary<string, IReadOnlyList<string>>()), cancel)
            .ReplyAsync(made => made.Id is { } record
                ? Replies.Ok(new { Id = record })
                : Replies.Accepted(new { WachtOp = made.WaitingFor })));

    private static Task<IResult> ReadAsync(string id, ApiCall call, RecordDesk desk, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, _) => desk
            .ReadAsync(call.Actor, signal, cancel)
            .ReplyAsync(view => Replies.Ok(new { Stukken = view.Records.Select(Line), Mogelijk = view.Offered.Select(Kind) })));

    private static object Line(CaseRecord record) => new
    {
        record.Id,
        Stuk = record.Kind,
        Bij = record.About,
        Vervangt = record.Replaces,
        Partij = record.Party,
        Gemeente = record.Municipality,
        Fase = record.Phase,
        Op = record.At,
        Uiterlijk = record.Due,
        AfgerondDoor = record.EndedBy,
        Velden = record.Words?.Velden,
    };

    private static object Kind(RecordDefinition kind) => new
    {
        Stuk = kind.Code,
        Naam = kind.Label,
        Onderdeel = kind.Part,
        Toelichting = kind.Step.Explanation,
        Grondslagen = kind.Step.Grounds,
        Zekerheid = kind.Step.Certainty,
        Bij = kind.About,
        Versies = kind.Replaces,
        Velden = kind.Fields.Select(f => new { Veld = f.Code, Vraag = f.Label, Verplicht = f.Required, Uit = f.From }),
    };
}
