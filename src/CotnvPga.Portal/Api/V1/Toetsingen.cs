using CotnvPga.Data.Oversight;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Opening a review of a case.</summary>
internal static class Toetsingen
{
    public static void MapToetsingen(this RouteGroupBuilder api) => api.MapPost("/signalen/{id}/toetsingen", OpenAsync);

    private static Task<IResult> OpenAsync(string id, ApiCall call, OversightDesk desk, CancellationToken cancel) =>
        call.ReviewAsync(id, (signal, body) => desk
            .OpenReviewAsync(call.Actor, signal, body.Text("reden"), body.Date("tot"), cancel)
            .ReplyAsync(opened => Replies.Created(new { Id = opened }, ApiPaths.Signal(signal))));
}
