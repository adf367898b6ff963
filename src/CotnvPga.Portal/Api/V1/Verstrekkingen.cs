using CotnvPga.Data.Consultation;
using CotnvPga.Domain.Consultation;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Handing items over outside the system.</summary>
internal static class Verstrekkingen
{
    public static void MapVerstrekkingen(this RouteGroupBuilder api) => api.MapPost("/signalen/{id}/verstrekkingen", HandOverAsync);

    private static Task<IResult> HandOverAsync(string id, ApiCall call, Handovers desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, purpose) => desk
            .HandOverAsync(call.Actor, signal, purpose, Read(body), cancel)
            .ReplyAsync(done => Replies.Created(
                new { done.Id, Aan = done.To, Gegevens = done.Items, Grondslagen = done.Grounds, Geheimhouding = done.Secrecy.Count > 0 ? done.Secrecy : null },
                ApiPaths.Signal(signal))));

    private static NewHandover Read(SentObject body) => new(
        body.Text("aan"),
        body.Ids("gegevens") ?? [],
        body.Text("gemeente"),
        body.Objects("andereGrondslag", one => new OwnLawStatement(one.Id("gegeven") ?? default, one.Text("wet"))) ?? []);
}
