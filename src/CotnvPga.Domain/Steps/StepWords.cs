using NodaTime;

namespace CotnvPga.Domain.Steps;

/// <summary>The words of a step, as somebody sends them. Which ones a step needs stands in the process data.</summary>
public sealed record StepWords
{
    /// <summary>Why, in free text.</summary>
    public string? Toelichting { get; init; }

    /// <summary>The quality check of besluit-pga:7.</summary>
    public QualityCheck? Kwaliteit { get; init; }

    /// <summary>Whom to consult, or whose consultation ends.</summary>
    public string? Partij { get; init; }

    /// <summary>What is asked.</summary>
    public string? Vraag { get; init; }

    /// <summary>Who takes part, each with a reason.</summary>
    public IReadOnlyList<NewParticipant>? Deelnemers { get; init; }

    /// <summary>Another municipality.</summary>
    public string? Gemeente { get; init; }

    /// <summary>A reason: a code of the list of the step, or words.</summary>
    public string? Reden { get; init; }

    /// <summary>Goals of the plan, positively worded.</summary>
    public IReadOnlyList<string>? Doelen { get; init; }

    /// <summary>Interventions of the plan.</summary>
    public IReadOnlyList<NewIntervention>? Interventies { get; init; }

    /// <summary>Records that the plan consists of besides these words: goals, what protects, interventions.</summary>
    public IReadOnlyList<Guid>? Stukken { get; init; }

    /// <summary>Whether the tailored plan is still needed.</summary>
    public bool? NogNodig { get; init; }

    /// <summary>Why it cannot wait for the third party.</summary>
    public string? Spoedreden { get; init; }

    /// <summary>Items that go along with a transfer; all that may when not given.</summary>
    public IReadOnlyList<Guid>? Gegevens { get; init; }
}

/// <summary>Whether the facts are right and complete enough to register the case (besluit-pga:7).</summary>
public sealed record QualityCheck(bool? Juistheid, string? Toelichting);

/// <summary>A party that takes part, and why; with its municipality when that is another one.</summary>
public sealed record NewParticipant(string? Partij, string? Reden, string? Gemeente);

/// <summary>An intervention: what, who owns it, when it is due.</summary>
public sealed record NewIntervention(string? Omschrijving, string? Eigenaar, LocalDate? Datum);
