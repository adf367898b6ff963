using CotnvPga.Convenant;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Continuity;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Continuiteit;
using CotnvPga.Portal.Pages.Werkvoorraad;
using CotnvPga.Portal.Shell;
using NodaTime;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out who can do the work.</summary>
public sealed class ContinuityPages(CompiledConvenant convenant, ContinuityRules rules, Words words, Municipalities municipalities, DutchClock clock)
{
    /// <summary>Today, in the Netherlands.</summary>
    public LocalDate Today => clock.Today;

    /// <summary>The review of access that runs now.</summary>
    public AccessReview Review => rules.ReviewOn(Today);

    /// <summary>The articles that it all rests on.</summary>
    public string Articles => words.Articles(rules.Grounds);

    /// <summary>How many people a function needs.</summary>
    public int Needed => rules.Needed;

    /// <summary>Name of a municipality.</summary>
    public string Name(Municipality municipality) => municipalities.NameOf(municipality);

    /// <summary>Name of a party.</summary>
    public string Party(Party party) => words.Party(party.Code());

    /// <summary>The functions in words.</summary>
    public IReadOnlyList<BenchRow> Of(IReadOnlyList<Bench> benches) => [.. benches.Select(Row)];

    /// <summary>People of these functions to choose from, by function.</summary>
    public IReadOnlyList<Choice> Seats(IReadOnlyList<Bench> benches, Func<Seat, bool> which, Func<Seat, Guid> value) =>
    [
        .. benches.SelectMany(b => b.Seats.Where(which).Select(s => new Choice(value(s).ToString(), s.Name, Group: words.Party(b.Party.Code())))).DistinctBy(c => (c.Value, c.Group)),
    ];

    /// <summary>What the worklist says about who is there: functions that rest on one person, colleagues who are away, and a review that waits.</summary>
    public IReadOnlyList<PeopleLine> ForWorklist(IReadOnlyList<Bench> benches, IReadOnlyList<Municipality> arranged)
    {
        var lines = new List<PeopleLine>();
        foreach (var bench in benches.Where(b => b.IsThin))
        {
            lines.Add(new PeopleLine(
                $"{Function(bench)} {(bench.Available == 1 ? "rust nu op één persoon" : "heeft nu niemand die kan werken")}.",
                IsWarning: true,
                arranged.Contains(bench.Municipality) ? bench.Municipality.Code : null,
                "/Continuiteit/Gemeente",
                "Regel een plaatsvervanger"));
        }
        foreach (var (bench, seat) in benches.SelectMany(b => b.Seats.Where(s => s.AwayUntil is not null).Select(s => (b, s))))
            lines.Add(new PeopleLine($"{seat.Name} is afwezig tot en met {seat.AwayUntil!.Value.ToMonthDayText()} ({Function(bench)}).", IsWarning: false, null, null, null));
        return lines;
    }

    /// <summary>The review of access as a task for who arranges it; null when it is done.</summary>
    public PeopleLine? ReviewTask(Municipality municipality, int left) => left == 0 ? null : new PeopleLine(
        $"Toegang nagaan in {Name(municipality)}: nog {left} {(left == 1 ? "persoon" : "personen")}, uiterlijk {Review.Due.ToMonthDayText()}{(Today > Review.Due ? " (te laat)" : null)}.",
        Today > Review.Due,
        municipality.Code,
        "/Continuiteit/Toegang",
        "Ga de toegang na");

    /// <summary>An offer of the pool to choose.</summary>
    public Choice Offer(PoolOffer offer) => new(offer.Id.ToString(), $"{offer.Name}, {Name(offer.Lender)}, tot en met {offer.Until.ToDateText()}", Group: words.Party(offer.Party.Code()));

    private BenchRow Row(Bench bench) => new(
        Function(bench),
        bench.Municipality.Code,
        $"{bench.Available} van minstens {bench.Needed} beschikbaar",
        bench.IsThin,
        [.. bench.Seats.Select(Row)]);

    private string Function(Bench bench) => $"{words.Party(bench.Party.Code())} in {Name(bench.Municipality)}";

    private SeatRow Row(Seat seat) => new(
        seat.Membership,
        seat.Name,
        convenant.ShortLabelOf("rol", seat.Role),
        [.. Notes(seat)],
        seat.IsAvailable,
        seat.DeputyFor is not null || seat.LentBy is not null,
        seat.Review switch
        {
            ReviewState.NietNodig => "dit kwartaal niet nodig",
            ReviewState.Bevestigd => "bevestigd",
            ReviewState.TeDoen => $"nagaan voor {Review.Due.PlusDays(1).ToMonthDayText()}",
            _ => "niet op tijd nagegaan",
        },
        seat.Review is ReviewState.TeDoen or ReviewState.TeLaat);

    private IEnumerable<string> Notes(Seat seat)
    {
        if (seat.DeputyFor is { } replaced)
            yield return $"vervangt {replaced}";
        if (seat.LentBy is { } lender)
            yield return $"uitgeleend door {Name(lender)}";
        if (seat.Until is { } until)
            yield return $"tot en met {until.ToDateText()}";
        if (!seat.CanWork)
            yield return "screening of autorisatie geldt niet";
        if (!seat.IsTrained)
            yield return "niet opgeleid voor dit werk";
        if (seat.AwayUntil is { } back)
            yield return $"afwezig tot en met {back.ToDateText()}";
        foreach (var (first, last) in seat.WillBeAway)
            yield return $"afwezig van {first.ToDateText()} tot en met {last.ToDateText()}";
        if (seat.EndsUnused is { } end)
            yield return $"logt niet in: toegang eindigt op {end.ToDateText()}";
    }
}
