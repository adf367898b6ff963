using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Portal.Pages.Signalen.Overleg;

/// <summary>An admission as it is typed. The names are those of the API.</summary>
public sealed class AdmissionInput
{
    public string? Partij { get; set; }

    public string? Persoon { get; set; }

    public string? Organisatie { get; set; }

    public string? Grondslag { get; set; }

    public string? Doel { get; set; }

    public LocalDate? Overleg { get; set; }

    public EventInput ConcreteGebeurtenis { get; set; } = new();

    /// <summary>What is sent.</summary>
    public NewAdmission ToAdmission() => new(
        Partij, Persoon, Organisatie, Grondslag, Doel,
        Overleg is { } day ? LocalDatePattern.Iso.Format(day) : null,
        ConcreteGebeurtenis.IsEmpty ? null : new NewConcreteEvent(ConcreteGebeurtenis.Wat, ConcreteGebeurtenis.Maatregel, ConcreteGebeurtenis.Reden));

    /// <summary>The same words as an admission that was proposed, to agree to it.</summary>
    public static NewAdmission Again(Admission proposed) => new(
        proposed.Party.Code(), proposed.Person, proposed.Organisation, proposed.Basis, proposed.Purpose, proposed.Meeting,
        proposed.Event is null ? null : new NewConcreteEvent(proposed.Event, proposed.Measure, proposed.Reason));
}

/// <summary>A concrete event as it is typed.</summary>
public sealed class EventInput
{
    public string? Wat { get; set; }

    public string? Maatregel { get; set; }

    public string? Reden { get; set; }

    /// <summary>True when nothing of it was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Wat) && string.IsNullOrWhiteSpace(Maatregel) && string.IsNullOrWhiteSpace(Reden);
}
