using CotnvPga.Domain.Steps;
using NodaTime;

namespace CotnvPga.Portal.Pages.Signalen.Stap;

/// <summary>The words of a step as they are typed. A page shows only the fields that the step asks for; the names are those of the API.</summary>
public sealed class StepInput
{
    public string? Toelichting { get; set; }

    public QualityInput Kwaliteit { get; set; } = new();

    public string? Partij { get; set; }

    public string? Vraag { get; set; }

    public List<ParticipantInput> Deelnemers { get; set; } = [];

    public string? Gemeente { get; set; }

    public string? Reden { get; set; }

    public List<string?> Doelen { get; set; } = [];

    public List<InterventionInput> Interventies { get; set; } = [];

    /// <summary>The records that were ticked.</summary>
    public List<string> Stukken { get; set; } = [];

    public bool? NogNodig { get; set; }

    public string? Spoedreden { get; set; }

    /// <summary>The participants that were ticked, in the order of the form.</summary>
    public IEnumerable<ParticipantInput> Chosen => Deelnemers.Where(d => d.DoetMee);

    /// <summary>What is sent: nothing for what was left empty.</summary>
    public StepWords ToWords() => new()
    {
        Toelichting = Clean(Toelichting),
        Kwaliteit = Kwaliteit.Juistheid is null && Kwaliteit.Toelichting is null ? null : new QualityCheck(Kwaliteit.Juistheid, Clean(Kwaliteit.Toelichting)),
        Partij = Clean(Partij),
        Vraag = Clean(Vraag),
        Deelnemers = Chosen.Any() ? [.. Chosen.Select(d => new NewParticipant(d.Partij, Clean(d.Reden), Clean(d.Gemeente)))] : null,
        Gemeente = Clean(Gemeente),
        Reden = Clean(Reden),
        Doelen = Doelen.Any(d => Clean(d) is not null) ? [.. Doelen.Select(Clean).OfType<string>()] : null,
        Interventies = Interventies.Any(i => !i.IsEmpty) ? [.. Interventies.Where(i => !i.IsEmpty).Select(i => new NewIntervention(Clean(i.Omschrijving), Clean(i.Eigenaar), i.Datum))] : null,
        Stukken = Stukken.Select(s => Guid.TryParseExact(s, "D", out var id) ? id : (Guid?)null).OfType<Guid>().Distinct().ToList() is { Count: > 0 } chosen ? chosen : null,
        NogNodig = NogNodig,
        Spoedreden = Clean(Spoedreden),
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>The quality check as it is typed.</summary>
public sealed class QualityInput
{
    public bool? Juistheid { get; set; }

    public string? Toelichting { get; set; }
}

/// <summary>A party that may take part, as it is ticked and explained.</summary>
public sealed class ParticipantInput
{
    public bool DoetMee { get; set; }

    public string? Partij { get; set; }

    public string? Reden { get; set; }

    public string? Gemeente { get; set; }
}

/// <summary>An intervention as it is typed.</summary>
public sealed class InterventionInput
{
    public string? Omschrijving { get; set; }

    public string? Eigenaar { get; set; }

    public LocalDate? Datum { get; set; }

    /// <summary>True when nothing of it was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Omschrijving) && string.IsNullOrWhiteSpace(Eigenaar) && Datum is null;
}
