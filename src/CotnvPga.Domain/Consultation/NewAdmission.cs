using CotnvPga.Domain.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Domain.Consultation;

/// <summary>An admission as somebody sends it.</summary>
public sealed record NewAdmission(string? Party, string? Person, string? Organisation, string? Basis, string? Purpose, string? Meeting, NewConcreteEvent? Event)
{
    // What each basis means in circumstances of the vocabulary (the contract's table: set by toelatingen).
    private static readonly Dictionary<string, Circumstance[]> Bases = new(StringComparer.Ordinal)
    {
        ["deskundigheid"] = [Circumstance.Toegelaten],
        ["taak_cotnv"] = [Circumstance.Toegelaten, Circumstance.TaakCotnv],
        ["twbmt"] = [Circumstance.Toegelaten, Circumstance.Twbmt],
    };

    private const int Longest = 2000;
    private const string TooLong = "Dit is te lang. Gebruik ten hoogste 2000 tekens.";

    // The last day on which the law is asked anything (the same bound as the access API's date of decision).
    private static readonly LocalDate LastDay = new(2099, 12, 31);

    /// <summary>Codes of the parties that can be let in: they never have access to a case of their own (wet-pga:3.3).</summary>
    public static IReadOnlyList<string> Guests { get; } = [Vocabulary.Party.Derde.Code(), Vocabulary.Party.Nctv.Code()];

    /// <summary>The admission, or everything that is wrong with it.</summary>
    public Result<Admission> Read(LocalDate today)
    {
        var errors = new List<FieldError>();
        if (Party is null || !Guests.Contains(Party))
            errors.Add(new FieldError("partij", $"Kies wie u toelaat: {string.Join(", ", Guests)}."));
        if (Basis is null || !Bases.ContainsKey(Basis))
            errors.Add(new FieldError("grondslag", $"Kies een grondslag: {string.Join(", ", Bases.Keys)}."));
        Required(Person, "persoon", "Noem de persoon.", errors);
        Required(Organisation, "organisatie", "Noem de organisatie.", errors);
        Required(Purpose, "doel", "Schrijf waarvoor deze persoon nodig is.", errors);
        Required(Meeting, "overleg", "Noem het overleg: de datum (jjjj-mm-dd).", errors);
        if (Event is { } sent)
        {
            Required(sent.What, "concreteGebeurtenis.wat", "Schrijf welke gebeurtenis.", errors);
            Required(sent.Measure, "concreteGebeurtenis.maatregel", "Schrijf tot welke maatregel die leidt.", errors);
            if (sent.Reason?.Length > Longest)
                errors.Add(new FieldError("concreteGebeurtenis.reden", TooLong));
        }
        var meeting = MeetingDay(Meeting, today);
        if (meeting < today)
            errors.Add(new FieldError("overleg", "Dit overleg is al geweest."));
        if (meeting > LastDay)
            errors.Add(new FieldError("overleg", "Deze datum ligt te ver weg."));
        if (errors.Count > 0)
            return new NotValid(errors);
        // The purpose is asked of every guest, so what the covenant asks for holds from the moment of admission.
        Circumstance[] circumstances = [.. Bases[Basis!], Circumstance.DoelSchriftelijk, .. Event is null ? (Circumstance[])[] : [Circumstance.ConcreteGebeurtenis]];
        return new Admission(
            Codes.Known<Party>(Party!), Person!.Trim(), Organisation!.Trim(), Basis!, Purpose!.Trim(), Meeting!.Trim(), meeting, Event?.What, Event?.Measure, circumstances,
            Given(Event?.Reason));
    }

    /// <summary>The day the seat ends: the date in the name of the meeting; today when it names none, the strictest reading.</summary>
    private static LocalDate MeetingDay(string? meeting, LocalDate today) =>
        meeting is { Length: >= 10 } && LocalDatePattern.Iso.Parse(meeting.Trim()[..Math.Min(10, meeting.Trim().Length)]) is { Success: true } parsed ? parsed.Value : today;

    private static void Required(string? text, string field, string message, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(new FieldError(field, message));
        else if (text.Length > Longest)
            errors.Add(new FieldError(field, TooLong));
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A concrete event that leads to a measure (wet-cotnv:2.2.b), as somebody sends it.</summary>
/// <param name="What">The event.</param>
/// <param name="Measure">The measure to which it leads.</param>
/// <param name="Reason">Why it does; an open term of the law, so the covenant asks for it.</param>
public sealed record NewConcreteEvent(string? What, string? Measure, string? Reason = null);

/// <summary>An admission that can be agreed to. Equal admissions have equal words.</summary>
public sealed record Admission(
    Party Party, string Person, string Organisation, string Basis, string Purpose, string Meeting, LocalDate MeetingOn, string? Event, string? Measure,
    IReadOnlyList<Circumstance> Circumstances, string? Reason = null);
