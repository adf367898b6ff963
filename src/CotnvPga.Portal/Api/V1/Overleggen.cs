using CotnvPga.Data.Meetings;
using CotnvPga.Domain.Meetings;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;
using NodaTime.Text;

namespace CotnvPga.Portal.Api.V1;

/// <summary>The calendar of the weegploeg and the consultations, and putting a case on an agenda.</summary>
internal static class Overleggen
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static void MapOverleggen(this RouteGroupBuilder api)
    {
        api.MapGet("/overleggen", ListAsync);
        api.MapPost("/overleggen", PlanAsync);
        api.MapPost("/overleggen/{bijeenkomst}/vervallen", CancelAsync);
        api.MapGet("/overleggen/{bijeenkomst}/voorzitten", ChairAsync);
        api.MapPost("/signalen/{id}/agenda", PutAsync);
    }

    private static Task<IResult> ListAsync(ApiCall call, MeetingDesk desk, CancellationToken cancel) => call.ReadAsync(_ => desk
        .ListAsync(call.Actor, cancel)
        .ReplyAsync(calendar => Replies.Ok(new
        {
            Overleggen = calendar.Meetings.Select(m => new
            {
                m.Meeting.Id,
                Gemeente = m.Meeting.Municipality,
                Soort = m.Meeting.Kind,
                Dag = m.Meeting.Day,
                Van = Clock.Format(m.Meeting.From),
                Tot = Clock.Format(m.Meeting.Until),
                Plaats = m.Meeting.Place,
                Vervallen = m.Meeting.IsCancelled,
                Zaken = m.Cases.Select(c => new { Id = c.State.Id.Value, Nummer = c.State.Number, Fase = c.State.Phase.Code() }),
            }),
        })));

    private static Task<IResult> PlanAsync(ApiCall call, MeetingDesk desk, CancellationToken cancel) => call.ChangeAsync((body, _) => desk
        .PlanAsync(call.Actor, new NewMeeting(
            body.Text("gemeente"), body.Text("soort"), body.Date("dag"), body.Text("van"), body.Text("tot"), body.Text("plaats"), body.Number("weken"), body.Number("keren")), cancel)
        .ReplyAsync(meetings => Replies.Ok(new { Overleggen = meetings.Select(m => new { m.Id, Dag = m.Day }) })));

    private static Task<IResult> CancelAsync(string bijeenkomst, ApiCall call, MeetingDesk desk, CancellationToken cancel) => call.ChangeAsync((_, _) => desk
        .CancelAsync(call.Actor, RouteId.Of(bijeenkomst), cancel)
        .ReplyAsync(id => Replies.Ok(new { Id = id })));

    private static Task<IResult> ChairAsync(string bijeenkomst, ApiCall call, MeetingDesk desk, CancellationToken cancel) => call.ReadAsync(_ => desk
        .ChairAsync(call.Actor, RouteId.Of(bijeenkomst), cancel)
        .ReplyAsync(chaired => Replies.Ok(new
        {
            Zaken = chaired.Cases.Select(c => new
            {
                Nummer = c.State.Number,
                Fase = c.State.Phase.Code(),
                Aanwezig = c.Present,
                Acties = c.Actions.Select(a => new { Door = a.By, Uiterlijk = a.Due }),
            }),
        })));

    private static Task<IResult> PutAsync(string id, ApiCall call, MeetingDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, _) => desk
            .PutAsync(call.Actor, signal, body.Id("bijeenkomst"), body.Flag("eraf") is true, cancel)
            .ReplyAsync(meeting => Replies.Ok(new { Id = meeting })));
}
