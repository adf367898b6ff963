using CotnvPga.Convenant.Process;
using CotnvPga.Data.Records;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Steps;
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

    private static Task<IResult> ReadAsync(string id, ApiCall call, RecordDesk desk, SignalLifecycle lifecycle, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, _) => desk
            .ReadAsync(call.Actor, signal, cancel)
            .ReplyAsync(view => Replies.Ok(new { Stukken = view.Records.Select(r => Line(r, lifecycle)), Mogelijk = view.Offered.Select(Kind) })));

    private static object Line(CaseRecord record, SignalLifecycle lifecycle) => new
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
        Aan = record.To,
        Velden = record.Words is { } words ? Answers(words, lifecycle.Record(record.Kind)!) : null,
    };

    /// <summary>Per field the answers; a row is an object.</summary>
    private static Dictionary<string, object> Answers(RecordWords words, RecordDefinition kind) => words.Velden.ToDictionary(
        v => v.Key,
        object (v) => kind.Fields.First(f => f.Code == v.Key).Kind == RecordFieldKind.Rijen ? words.Rows(v.Key) : v.Value);

    private static object Field(RecordField field) => new
    {
        Veld = field.Code,
        Vraag = field.Label,
        Verplicht = field.Required,
        Uit = field.From,
        Rij = field.Rows.Count == 0 ? null : field.Rows.Select(r => new { Veld = r.Code, Vraag = r.Label, Verplicht = r.Required, Uit = r.From }),
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
        Velden = kind.Fields.Select(Field),
    };
}
