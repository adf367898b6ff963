using CotnvPga.Data.Consultation;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Letting a third party or an adviser in for one meeting.</summary>
internal static class Toelatingen
{
    /// <summary>The act in the process data.</summary>
    public const string Act = "toelaten";

    public static void MapToelatingen(this RouteGroupBuilder api) => api.MapPost("/signalen/{id}/toelatingen", AdmitAsync);

    /// <summary>The words of a proposal, as they are posted again to agree.</summary>
    public static object Write(string canonical)
    {
        var admission = Canonical.Read<Admission>(canonical);
        return new
        {
            Partij = admission.Party.Code(),
            Persoon = admission.Person,
            Organisatie = admission.Organisation,
            Grondslag = admission.Basis,
            Doel = admission.Purpose,
            Overleg = admission.Meeting,
            ConcreteGebeurtenis = admission.Event is null ? null : new { Wat = admission.Event, Maatregel = admission.Measure, Reden = admission.Reason },
        };
    }

    private static Task<IResult> AdmitAsync(string id, ApiCall call, Admissions desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, _) => desk
            .AdmitAsync(call.Actor, signal, Read(body), cancel)
            .ReplyAsync(admission => admission.Id is { } admitted
                ? Replies.Ok(new { Id = admitted })
                : Replies.Accepted(new { WachtOp = admission.WaitingFor })));

    private static NewAdmission Read(SentObject body) => new(
        body.Text("partij"),
        body.Text("persoon"),
        body.Text("organisatie"),
        body.Text("grondslag"),
        body.Text("doel"),
        body.Text("overleg"),
        body.Object("concreteGebeurtenis") is { } happened ? new NewConcreteEvent(happened.Text("wat"), happened.Text("maatregel"), happened.Text("reden")) : null);
}
