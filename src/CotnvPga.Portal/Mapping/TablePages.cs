using CotnvPga.Convenant;
using CotnvPga.Data.Consultation;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.Coordination;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Case;
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
        [.. table.Handovers.Select(h => new HandoverRow(h.Sheet, words.Party(h.To), words.Party(h.By), h.Count, h.At.ToMomentText()))],
        table.Plan is { } plan ? Plan(plan) : null)
    {
        AskedSeats = [.. table.AskedSeats.Select(s => new AskedSeatRow(
            s.Number, s.Meeting.ToLongDayText(), s.Explanation is { } why ? $"{CoordinationPages.Stage(s.Stage)}. {why}" : CoordinationPages.Stage(s.Stage), s.Stage is SeatStage.Gevraagd or SeatStage.Beoordeeld))],
    };

    /// <summary>The case with, at each item, who is at the table and may not hear it.</summary>
    public CasePage Warned(CasePage page, TableWarnings warnings)
    {
        var notWith = warnings.Items.Where(w => w.NotWith.Count > 0).ToDictionary(w => w.Item, w => (IReadOnlyList<NotWith>)[.. w.NotWith.Select(n => new NotWith(words.Party(n.Party), n.Explanation, words.Articles(n.Grounds)))]);
        return page with { Items = [.. page.Items.Select(g => g with { Visible = [.. g.Visible.Select(i => i with { NotWith = notWith.GetValueOrDefault(i.Id) ?? [] })] })] };
    }

    /// <summary>What everybody present may see, field by field.</summary>
    public ScreenPage Screen(TableScreen screen, Viewer viewer) => new(
        [.. screen.Table.Present.Where(p => p.Party != viewer.Party.Code()).Select(p => new ScreenParty(p.Party, words.Party(p.Party), screen.Present.Contains(p)))],
        [.. screen.Items.GroupBy(i => i.Category).Select(g => new ScreenGroup(words.Category(g.Key), [.. g.Select(i => new ScreenLine(i.FieldLabel, i.Value, words.Supplier(i.Supplier)))]))]);

    /// <summary>The sheet of a hand-over.</summary>
    public SheetPage Sheet(HandoverSheet sheet) => new(
        sheet.Municipality is { } code ? $"{words.Party(sheet.To)} ({municipalities.NameOf(new Municipality(code))})" : words.Party(sheet.To),
        words.Party(sheet.By),
        sheet.At.ToMomentText(),
        [.. sheet.Items.Select(i => new SheetLine(
            i.Item?.FieldLabel ?? "Een gegeven dat u nu niet meer ziet", i.Item?.Value, i.Item is { } item ? words.Supplier(item.Supplier) : null, words.Articles(i.Grounds), i.OwnLaw,
            i.Item?.Category == Category.Politie.Code()))]);

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
