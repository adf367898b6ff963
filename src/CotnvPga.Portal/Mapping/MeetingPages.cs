using CotnvPga.Convenant;
using CotnvPga.Data.Meetings;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Meetings;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Overleggen;
using CotnvPga.Portal.Shell;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out the calendar of meetings.</summary>
public sealed class MeetingPages(CompiledConvenant convenant, Words words, Municipalities municipalities, DutchClock clock, DateTimeZone zone)
{
    /// <summary>The kinds of meeting to choose from.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } = [new("weegploeg", "Weegploeg"), new("casusoverleg", "Casusoverleg")];

    /// <summary>The meetings by municipality.</summary>
    public IReadOnlyList<MeetingGroup> Groups(IReadOnlyList<PlannedMeeting> meetings) =>
        [.. meetings.GroupBy(m => m.Meeting.Municipality).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new MeetingGroup(municipalities.NameOf(new Municipality(g.Key)), [.. g.Select(Line)]))];

    /// <summary>Meetings that are still to come.</summary>
    public IReadOnlyList<Choice> Ahead(IReadOnlyList<PlannedMeeting> meetings) =>
        [.. meetings.Where(m => !m.Meeting.IsCancelled && m.Meeting.Day >= clock.Today).Select(m => new Choice(m.Meeting.Id.ToString(), $"{Kind(m.Meeting)} {municipalities.NameOf(new Municipality(m.Meeting.Municipality))}, {m.Meeting.Day.ToDayText(clock.Today)}"))];

    /// <summary>Cases by number.</summary>
    public IReadOnlyList<Choice> Cases(IReadOnlyList<SignalState> cases) => [.. cases.Select(c => new Choice(c.Id.ToString(), $"{c.Number}, {words.Phase(c.Phase).ToLowerInvariant()}"))];

    /// <summary>The municipalities for which this person plans meetings.</summary>
    public IReadOnlyList<Choice> Places(Actor actor) =>
    [
        .. actor.Memberships.Where(m => m.Municipality is not null && convenant.Process.Memberships[m.Party.Code()].Gives(MeetingDesk.Plan, m.Role))
            .Select(m => m.Municipality!.Value).Distinct().Select(m => new Choice(m.Code, municipalities.NameOf(m))),
    ];

    /// <summary>What a meeting is, and when and where.</summary>
    public (string Title, string When) Head(Meeting meeting) =>
        ($"{Kind(meeting)} {municipalities.NameOf(new Municipality(meeting.Municipality))}", $"{meeting.Day.ToLongDayText()}, {Time(meeting)}, {meeting.Place}");

    /// <summary>The agenda by number.</summary>
    public IReadOnlyList<ChairedLine> Chaired(ChairedMeeting meeting) => [.. meeting.Cases.Select(c => new ChairedLine(
        c.State.Number, words.Phase(c.State.Phase), [.. c.Present.Select(words.Party)],
        [.. c.Actions.Select(a => $"{string.Join(", ", a.By.Select(words.Party))}, {a.Due.ToDayText(clock.Today)}")]))];

    /// <summary>A meeting as iCalendar: kind, municipality, time and place, nothing of a case.</summary>
    public string CalendarFile(Meeting meeting)
    {
        var calendar = new Calendar { ProductId = "-//CotnvPga//overleg//NL" };
        calendar.Events.Add(new CalendarEvent
        {
            Uid = meeting.Id.ToString(),
            Summary = Head(meeting).Title,
            Location = meeting.Place,
            Status = meeting.IsCancelled ? "CANCELLED" : "CONFIRMED",
            Start = Moment(meeting.Day.At(meeting.From)),
            End = Moment(meeting.Day.At(meeting.Until)),
        });
        return new CalendarSerializer().SerializeToString(calendar) ?? throw new InvalidOperationException("A meeting could not be written as a calendar.");
    }

    private CalDateTime Moment(LocalDateTime local) => new(local.InZoneLeniently(zone).ToDateTimeUtc(), "UTC");

    private MeetingLine Line(PlannedMeeting planned) => new(
        planned.Meeting.Id, Kind(planned.Meeting), planned.Meeting.Day.ToDayText(clock.Today), Time(planned.Meeting), planned.Meeting.Place, planned.Meeting.IsCancelled,
        planned.Meeting.Day < clock.Today, planned.MayPlan, planned.MayChair, [.. planned.Cases.Select(c => new AgendaLine(c.State.Id.Value, c.State.Number, words.Phase(c.State.Phase)))]);

    private static string Kind(Meeting meeting) => Kinds.First(k => k.Value == meeting.Kind).Label;

    private static string Time(Meeting meeting) => $"{meeting.From.ToString("HH.mm", null)} tot {meeting.Until.ToString("HH.mm", null)} uur";
}
