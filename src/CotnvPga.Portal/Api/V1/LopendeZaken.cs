using CotnvPga.Data.PriorCases;
using CotnvPga.Domain.Attachments;
using CotnvPga.Domain.PriorCases;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Cases of before the portal: concepts, one by one or from a file, confirmed by the three, then opened.</summary>
internal static class LopendeZaken
{
    private const string Path = "/lopende-zaken";

    /// <summary>A document in base64 and the items, or a file of cases.</summary>
    private const int BodyLimit = NewAttachment.LargestSize / 3 * 4 + 512 * 1024;

    public static void MapLopendeZaken(this RouteGroupBuilder api)
    {
        api.MapGet(Path, ListAsync);
        api.MapPost(Path, EnterAsync).WithMetadata(new RequestSizeLimitAttribute(BodyLimit));
        api.MapPost($"{Path}/_import", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(BodyLimit));
        api.MapGet($"{Path}/{{concept}}", ReadAsync);
        api.MapPost($"{Path}/{{concept}}/voorleggen", SubmitAsync);
        api.MapPost($"{Path}/{{concept}}/bevestigen", AgreeAsync);
        api.MapPost($"{Path}/{{concept}}/intrekken", WithdrawAsync);
        api.MapPost($"{Path}/{{concept}}/openen", OpenAsync);
    }

    private static Task<IResult> ListAsync(ApiCall call, RunningCaseDesk desk, CancellationToken cancel) => call.ReadAsync(_ => desk
        .ListAsync(call.Actor, cancel)
        .ReplyAsync(lines => Replies.Ok(new { LopendeZaken = lines.Select(Write) })));

    private static Task<IResult> EnterAsync(ApiCall call, RunningCaseDesk desk, CancellationToken cancel) => call.ChangeAsync(
        (body, _) => desk
            .EnterAsync(call.Actor, Read(body), cancel)
            .ReplyAsync(line => Replies.Created(Write(line), Address(line.Id))),
        BodyLimit);

    private static Task<IResult> ImportAsync(ApiCall call, RunningCaseDesk desk, CancellationToken cancel) => call.ChangeAsync(
        (body, _) => desk
            .ImportAsync(call.Actor, body.Text("gemeente"), body.Text("csv"), cancel)
            .ReplyAsync(lines => Replies.Created(new { LopendeZaken = lines.Select(Write) }, $"{ApiPaths.V1}{Path}")),
        BodyLimit);

    private static Task<IResult> ReadAsync(string concept, ApiCall call, RunningCaseDesk desk, CancellationToken cancel) => call.ReadAsync(_ => desk
        .ReadAsync(call.Actor, RouteId.Of(concept), cancel)
        .ReplyAsync(line => Replies.Ok(Write(line))));

    private static Task<IResult> SubmitAsync(string concept, ApiCall call, RunningCaseDesk desk, CancellationToken cancel) => call.ChangeAsync((_, _) => desk
        .SubmitAsync(call.Actor, RouteId.Of(concept), cancel)
        .ReplyAsync(line => Replies.Ok(Write(line))), required: false);

    private static Task<IResult> AgreeAsync(string concept, ApiCall call, RunningCaseDesk desk, CancellationToken cancel) => call.ChangeAsync((_, _) => desk
        .AgreeAsync(call.Actor, RouteId.Of(concept), cancel)
        .ReplyAsync(line => Replies.Ok(Write(line))), required: false);

    private static Task<IResult> WithdrawAsync(string concept, ApiCall call, RunningCaseDesk desk, CancellationToken cancel) => call.ChangeAsync((_, _) => desk
        .WithdrawAsync(call.Actor, RouteId.Of(concept), cancel)
        .ReplyAsync(_ => Replies.Nothing()), required: false);

    private static Task<IResult> OpenAsync(string concept, ApiCall call, RunningCaseDesk desk, CancellationToken cancel) => call.ChangeAsync((_, _) => desk
        .OpenAsync(call.Actor, RouteId.Of(concept), cancel)
        .ReplyAsync(state => Replies.Created(new { Id = state.Id.Value, Nummer = state.Number, Fase = state.Phase.Code() }, ApiPaths.Signal(state.Id))), required: false);

    private static NewRunningCase Read(SentObject body) => new(
        body.Text("gemeente"), body.Text("kenmerk"), body.Text("fase"), body.Date("sinds"), body.Date("wegingOp"), body.Texts("partijen") ?? [], body.Text("aanleiding"),
        Items.Read(body), body.Object("document") is { } document ? new NewAttachment(document.Text("naam"), document.Bytes("inhoud")) : null);

    private static object Write(RunningCaseLine line) => new
    {
        line.Id,
        Nummer = line.Number,
        Gemeente = line.Municipality,
        Kenmerk = line.Reference,
        IngevoerdNamens = line.EnteredFor,
        Fase = line.Phase,
        Sinds = line.Since,
        WegingOp = line.WeighedOn,
        Partijen = line.Parties,
        MetDocument = line.HasDocument,
        Stand = line.Stage,
        WachtOp = line.WaitingFor,
        Zelf = line.IsOwn,
        Gegevens = line.Items.Count > 0 ? line.Items.Select(Write) : null,
    };

    private static object Write(Item item) => new { Veld = item.Field, Waarde = item.Value, Bijzonder = item.Nature.Code(), Verstrekker = item.Supplier.Code() };

    private static string Address(Guid id) => $"{ApiPaths.V1}{Path}/{id}";
}
