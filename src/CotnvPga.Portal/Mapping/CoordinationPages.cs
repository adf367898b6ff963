using CotnvPga.Convenant;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Coordination;
using CotnvPga.Domain.People;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Coordinatie;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out the desk without persons.</summary>
public sealed class CoordinationPages(CompiledConvenant convenant, Words words, Municipalities municipalities, DutchClock clock)
{
    private const string Bases = "zetel_grondslag";

    /// <summary>The laws to choose from, and that it is no task of the minister.</summary>
    public IReadOnlyList<Choice> Laws =>
        [.. convenant.Process.Reasons[Bases].Select(r => new Choice(r.Code, r.Label, r.Explanation)), new Choice(AdviserSeat.NoTask, "Geen taak van de minister", "De adviseur komt niet. Ook dat ligt vast.")];

    /// <summary>The subjects to ask help on.</summary>
    public IReadOnlyList<Choice> Subjects => [.. convenant.Process.Reasons["hulp_onderwerp"].Select(r => new Choice(r.Code, r.Label, r.Explanation))];

    /// <summary>The municipalities of a person.</summary>
    public IReadOnlyList<Choice> Places(Actor actor) =>
        [.. actor.Memberships.Select(m => m.Municipality).OfType<Municipality>().Distinct().Select(m => new Choice(m.Code, municipalities.NameOf(m)))];

    /// <summary>A seat in words.</summary>
    public SeatLine Line(AdviserSeat seat, Actor actor) => new(
        seat.Id,
        seat.Number,
        municipalities.NameOf(new Municipality(seat.Municipality)),
        $"{words.Reason(Bases, seat.Basis)}; {words.Reason("zetel_doel", seat.Purpose).ToLowerInvariant()}{(seat.HasEvent ? "; er is een concrete gebeurtenis" : "")}",
        seat.Meeting.ToLongDayText(),
        seat.StageOn(clock.Today),
        Stage(seat.StageOn(clock.Today)),
        seat.Law is { } law ? $"{(law == AdviserSeat.NoTask ? "Geen taak van de minister" : words.Reason(Bases, law))}: {seat.Explanation}" : null,
        seat.Assessor != actor.Account.Value,
        seat.DestroyBefore(clock.Today)?.ToDateText());

    /// <summary>A request for help in words.</summary>
    public HelpLine Line(HelpRequest help) => new(
        help.Id, municipalities.NameOf(new Municipality(help.Municipality)), words.Reason("hulp_onderwerp", help.Subject), clock.DayOf(help.At).ToDateText(), help.TakenUpAt is not null);

    /// <summary>How far a seat is, in words.</summary>
    public static string Stage(SeatStage stage) => stage switch
    {
        SeatStage.Gevraagd => "Gevraagd",
        SeatStage.Beoordeeld => "Wacht op een tweede persoon",
        SeatStage.Toegestaan => "Toegestaan",
        SeatStage.NietToegestaan => "Niet toegestaan",
        _ => "Geëindigd",
    };
}
