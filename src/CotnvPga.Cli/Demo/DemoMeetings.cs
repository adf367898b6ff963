using CotnvPga.Data.Meetings;
using CotnvPga.Domain;
using CotnvPga.Domain.Meetings;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Demo;
using NodaTime;

namespace CotnvPga.Cli.Demo;

/// <summary>The calendar of the demo: a weegploeg and a consultation every two weeks, with the running cases on the first agenda.</summary>
internal sealed class DemoMeetings(MeetingDesk desk, LocalDate today)
{
    private const int Weeks = 2;
    private const int Times = 6;

    /// <summary>Plans the meetings of the municipalities that have a coordinator, and puts their cases on the agenda.</summary>
    public async Task PlanAsync(CancellationToken cancel)
    {
        foreach (var person in DemoWorld.People.Where(p => p.UserName.StartsWith("coordinator.", StringComparison.Ordinal)))
        {
            foreach (var municipality in person.Municipalities)
                await PlanAsync(person.Actor, municipality, cancel);
        }
    }

    private async Task PlanAsync(Actor coordinator, string municipality, CancellationToken cancel)
    {
        var weighing = await FirstAsync(coordinator, new NewMeeting(municipality, "weegploeg", today.Next(IsoDayOfWeek.Tuesday), "10:00", "12:00", "Stadhuis, kamer 2.14", Weeks, Times), cancel);
        var consultation = await FirstAsync(coordinator, new NewMeeting(municipality, "casusoverleg", today.Next(IsoDayOfWeek.Thursday), "09:30", "11:30", "Zorg- en Veiligheidshuis", Weeks, Times), cancel);
        foreach (var signal in Done(await desk.ListAsync(coordinator, cancel)).Cases)
            Done(await desk.PutAsync(coordinator, signal.Id, signal.Phase is Phase.Weging or Phase.Verzameling ? weighing : consultation, off: false, cancel));
    }

    private async Task<Guid> FirstAsync(Actor coordinator, NewMeeting meeting, CancellationToken cancel) => Done(await desk.PlanAsync(coordinator, meeting, cancel))[0].Id;

    private static T Done<T>(Result<T> result) => result.IsDone ? result.Value : throw new InvalidOperationException($"De demo-agenda past niet bij de regels: {result.Refusal.Message}");
}
