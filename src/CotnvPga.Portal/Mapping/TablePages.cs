using CotnvPga.Convenant;
using CotnvPga.Data.Consultation;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Signalen.Overleg;
using CotnvPga.Portal.Pages.Signalen.Stap;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out the table of a consultation.</summary>
public sealed class TablePages(CompiledConvenant convenant, SignalLifecycle lifecycle, Municipalities municipalities, Words words, StepLines lines, DutchClock clock)
{
    /// <summary>The table in words.</summary>
    public TablePage Of(TableView table) => new(
        [.. table.Seats.Select(Seat)],
        [.. table.Guests.Select(Guest)],
        [.. table.Handovers.Select(h => new HandoverRow(words.Party(h.To), words.Party(h.By), h.Count, h.At.ToMomentText()))],
        table.Plan is { } plan ? Plan(plan) : null);

    /// <summary>Whether this viewer's party decides who is let in.</summary>
    public bool MayAdmit(Viewer viewer) => SignalLifecycle.Belongs(lifecycle.Act("toelaten"), viewer.Party, viewer.CircumstanceCodes);

    /// <summary>Who can be let in: parties that never have a place of their own in a case.</summary>
    public IReadOnlyList<Choice> Guests => [.. NewAdmission.Guests.Select(p => new Choice(p, convenant.LabelOf("partij", p)))];

    /// <summary>What an act beside the steps does, and on which articles.</summary>
    public (string Explanation, string Articles) Act(string code) => (lifecycle.Act(code).Explanation, words.Articles(lifecycle.Act(code).Grounds));

    /// <summary>Name of a party that must agree.</summary>
    public string Party(string code) => words.PartyOrSecondPerson(code);

    private SeatRow Seat(Seat seat)
    {
        var name = seat.Municipality is { } code ? $"{words.Party(seat.Party)} ({municipalities.NameOf(new Municipality(code))})" : words.Party(seat.Party);
        return new SeatRow(name, $"Betrokken bij deze zaak sinds {clock.DayOf(seat.Since).ToDateText()}", words.Articles(["wet-pga:5.5"]));
    }

    private GuestRow Guest(GuestSeat guest)
    {
        var admission = guest.Admission;
        return new GuestRow(
            admission.Person, admission.Organisation, words.Party(admission.Party.Code()), admission.Purpose, admission.MeetingOn.ToLongDayText(), AdmissionGrounds.Label(admission.Basis));
    }

    private PlanPage Plan(PlanView plan) => new(
        plan.Goals,
        [.. plan.Interventions.Select(i => new InterventionRow(i.Omschrijving ?? "–", lines.Owner(i.Eigenaar), i.Datum?.ToDateText() ?? "–"))],
        plan.Explanation,
        clock.DayOf(plan.At).ToDateText());
}
