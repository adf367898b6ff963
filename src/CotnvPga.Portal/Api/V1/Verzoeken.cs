using CotnvPga.Data.Oversight;
using CotnvPga.Domain.Oversight;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Requests of the person concerned, at the contact point.</summary>
internal static class Verzoeken
{
    public static void MapVerzoeken(this RouteGroupBuilder api)
    {
        api.MapPost("/signalen/{id}/verzoeken", OpenAsync);
        api.MapPost("/signalen/{id}/verzoeken/{verzoek}/besluit", DecideAsync);
    }

    private static Task<IResult> DecideAsync(string id, string verzoek, ApiCall call, OversightDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, _) => desk
            .DecideRequestAsync(call.Actor, signal, RouteId.Of(verzoek),
                new NewDecision(body.Text("besluit"), body.Text("uitkomst"), body.Texts("gronden") ?? [], body.Flag("grondenNoemen")), cancel)
            .ReplyAsync(decided => Replies.Ok(new { Id = decided })));

    private static Task<IResult> OpenAsync(string id, ApiCall call, OversightDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, _) => desk
            .OpenRequestAsync(call.Actor, signal, new NewRequest(body.Text("soort"), body.Text("verzoeker"), body.Ids("gegevens") ?? []), cancel)
            .ReplyAsync(opened => Replies.Created(new { Id = opened }, ApiPaths.Signal(signal))));
}
