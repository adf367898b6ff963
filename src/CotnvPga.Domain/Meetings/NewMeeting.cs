using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Domain.Meetings;

/// <summary>A meeting as somebody sends it: a day and a place, nothing of a case.</summary>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Kind"><c>weegploeg</c> or <c>casusoverleg</c>.</param>
/// <param name="Day">The day.</param>
/// <param name="From">When it begins, as <c>uu:mm</c>.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Place">Where.</param>
/// <param name="Weeks">Weeks between repeats; null when it is held once.</param>
/// <param name="Times">How often, this one counted; null for once.</param>
public sealed record NewMeeting(string? Municipality, string? Kind, LocalDate? Day, string? From, string? Until, string? Place, int? Weeks = null, int? Times = null)
{
    private const int LongestPlace = 120;
    private const int MostTimes = 26;
    private const int MostWeeks = 12;

    /// <summary>The kinds of meeting.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["weegploeg", "casusoverleg"];

    /// <summary>The meetings to plan, or everything that is wrong.</summary>
    /// <param name="mayPlan">Whether the person plans meetings in a municipality.</param>
    /// <param name="today">The day.</param>
    public Result<IReadOnlyList<Meeting>> Read(Func<string, bool> mayPlan, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(mayPlan);
        var errors = new List<FieldError>();
        if (Municipality is null || !mayPlan(Municipality))
            errors.Add(new FieldError("gemeente", "Kies een gemeente waarvoor u bijeenkomsten plant."));
        if (Kind is null || !Kinds.Contains(Kind))
            errors.Add(new FieldError("soort", $"Kies: {string.Join(", ", Kinds)}."));
        if (Day is not { } day || day < today || day > today.PlusYears(2))
            errors.Add(new FieldError("dag", "Kies een dag van vandaag tot twee jaar verder (jjjj-mm-dd)."));
        var (from, until) = (Time(From), Time(Until));
        if (from is null)
            errors.Add(new FieldError("van", "Schrijf een tijd als 10:00."));
        if (until is null || until <= from)
            errors.Add(new FieldError("tot", "Schrijf een latere tijd, als 12:00."));
        if (string.IsNullOrWhiteSpace(Place) || Place.Length > LongestPlace)
            errors.Add(new FieldError("plaats", $"Schrijf waar, in ten hoogste {LongestPlace} tekens."));
        if (Weeks is < 1 or > MostWeeks)
            errors.Add(new FieldError("weken", $"Kies 1 tot en met {MostWeeks} weken."));
        if (Times is < 1 or > MostTimes)
            errors.Add(new FieldError("keren", $"Kies 1 tot en met {MostTimes} keer."));
        if (errors.Count > 0)
            return new NotValid(errors);
        return Result.Done<IReadOnlyList<Meeting>>([.. Enumerable.Range(0, Times ?? 1).Select(i => new Meeting(
            Guid.NewGuid(), Municipality!, Kind!, Day!.Value.PlusWeeks(i * (Weeks ?? 1)), from!.Value, until!.Value, Place!.Trim(), false))]);
    }

    private static LocalTime? Time(string? text) => text is not null && LocalTimePattern.CreateWithInvariantCulture("H:mm").Parse(text.Trim().Replace('.', ':')) is { Success: true, Value: var time } ? time : null;
}

/// <summary>A meeting of the weegploeg or a consultation: when and where.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Kind"><c>weegploeg</c> or <c>casusoverleg</c>.</param>
/// <param name="Day">The day.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Place">Where.</param>
/// <param name="IsCancelled">Whether it was called off.</param>
public sealed record Meeting(Guid Id, string Municipality, string Kind, LocalDate Day, LocalTime From, LocalTime Until, string Place, bool IsCancelled);
