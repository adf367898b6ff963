using System.Text.Json;
using CotnvPga.Data.Departures;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Departures;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;
using CotnvPga.Portal.Irreversible;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Steps of the process, and the proposals that wait for the others.</summary>
internal static class Stappen
{
    public static void MapStappen(this RouteGroupBuilder api)
    {
        api.MapPost("/signalen/{id}/stappen", TakeAsync).WithMetadata(new IrreversibleStepsAttribute());
        api.MapGet("/signalen/{id}/stappen", HistoryAsync);
        api.MapGet("/signalen/{id}/voorstellen/{stap}", ProposalAsync);
    }

    /// <summary>A step that took effect, or a proposal that waits for others.</summary>
    public static Data.Repeats.StoredAnswer Answer(StepOutcomeView outcome) => outcome.WaitingFor.Count > 0
        ? Replies.Accepted(new { Stap = outcome.Step, WachtOp = outcome.WaitingFor })
        : Replies.Ok(new { Stap = outcome.Step, Fase = outcome.Phase.Code() });

    private static Task<IResult> TakeAsync(string id, ApiCall call, StepDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, _) => desk
            .TakeAsync(call.Actor, signal, body.Text("stap"), Read(body), cancel)
            .ReplyAsync(Answer));

    private static Task<IResult> HistoryAsync(string id, ApiCall call, StepHistory history, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, _) => history
            .ReadAsync(call.Actor, signal, cancel)
            .ReplyAsync(steps => Replies.Ok(new
            {
                Stappen = steps.Select(s => new { Stap = s.Code, Naam = s.Label, Van = s.From, Naar = s.To, Partij = s.Party, Vervangt = s.StandIn is { } both ? new { Account = both.ForAccount.Value, Naam = both.For, Door = both.Name } : null, Op = s.At, Woorden = s.Words }),
            })));

    private static Task<IResult> ProposalAsync(string id, string stap, ApiCall call, StepDesk desk, CancellationToken cancel) =>
        call.ReadCaseAsync(id, async (signal, _) =>
        {
            var found = await desk.ProposalAsync(call.Actor, signal, stap, cancel);
            if (!found.IsDone)
                return found.Refusal is NotNow ? new NotKnown() : found.Refusal;
            var proposal = found.Value;
            return Replies.Ok(new
            {
                Stap = proposal.Step,
                Woorden = Words(proposal),
                Ingestemd = proposal.Agreed,
                WachtOp = proposal.WaitingFor,
                ZelfIngestemd = proposal.AgreedBySelf,
            });
        });

    private static object Words(ProposalView proposal) => proposal.Step switch
    {
        Toelatingen.Act => Toelatingen.Write(proposal.Words),
        DepartureDesk.Act => Afwijkingen.Write(Canonical.Read<Departure>(proposal.Words)),
        _ => JsonSerializer.Deserialize<JsonElement>(proposal.Words),
    };

    private static StepWords Read(SentObject body) => new()
    {
        Toelichting = body.Text("toelichting"),
        Kwaliteit = body.Object("kwaliteit") is { } quality ? new QualityCheck(quality.Flag("juistheid"), quality.Text("toelichting")) : null,
        Partij = body.Text("partij"),
        Vraag = body.Text("vraag"),
        Deelnemers = body.Objects("deelnemers", one => new NewParticipant(one.Text("partij"), one.Text("reden"), one.Text("gemeente"))),
        Gemeente = body.Text("gemeente"),
        Reden = body.Text("reden"),
        Doelen = body.Texts("doelen"),
        Interventies = body.Objects("interventies", one => new NewIntervention(one.Text("omschrijving"), one.Text("eigenaar"), one.Date("datum"))),
        Stukken = body.Ids("stukken"),
        NogNodig = body.Flag("nogNodig"),
        Spoedreden = body.Text("spoedreden"),
        Gegevens = body.Ids("gegevens"),
    };
}
