using CotnvPga.Data.Attachments;
using CotnvPga.Domain.Attachments;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Documents of an item: added by who answers for it, given to who sees it.</summary>
internal static class Bijlagen
{
    /// <summary>A document of the largest size in base64, with room for what stands around it.</summary>
    private const int BodyLimit = NewAttachment.LargestSize / 3 * 4 + 8 * 1024;

    public static void MapBijlagen(this RouteGroupBuilder api)
    {
        api.MapPost("/gegevens/{id}/bijlagen", AddAsync).WithMetadata(new RequestSizeLimitAttribute(BodyLimit));
        api.MapGet("/gegevens/{id}/bijlagen/{bijlage}", DownloadAsync);
    }

    private static Task<IResult> AddAsync(string id, ApiCall call, AttachmentDesk desk, CancellationToken cancel) => call.ChangeItemAsync(
        id,
        (item, body) => desk
            .AddAsync(call.Actor, item, new NewAttachment(body.Text("naam"), body.Bytes("inhoud")), cancel)
            .ReplyAsync(document => Replies.Created(Items.Write(document), $"{ApiPaths.V1}/gegevens/{item}/bijlagen/{document.Id}")),
        BodyLimit);

    private static Task<IResult> DownloadAsync(string id, string bijlage, ApiCall call, AttachmentDesk desk, CancellationToken cancel) => call.DownloadAsync(id, async (item, purpose) =>
    {
        var document = RouteId.Of(bijlage);
        var found = await desk.DownloadAsync(call.Actor, item, document, purpose, cancel);
        return found.IsDone ? new FileAnswer(found.Value.Name, found.Value.MediaType, found.Value.Content) : found.Refusal;
    });
}
