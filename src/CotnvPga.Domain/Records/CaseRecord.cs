using NodaTime;

namespace CotnvPga.Domain.Records;

/// <summary>A record of a case as one viewer may read it.</summary>
/// <param name="Id">The record.</param>
/// <param name="Kind">Code of its kind.</param>
/// <param name="About">The record that it is about.</param>
/// <param name="Replaces">The version whose place it took.</param>
/// <param name="Party">The party that made it; for a joint record the one that completed it.</param>
/// <param name="Municipality">Its municipality when that is another one than the case's.</param>
/// <param name="Phase">The phase that the case was in.</param>
/// <param name="At">When.</param>
/// <param name="Due">The last day on which it waits; null when it waits for nothing.</param>
/// <param name="EndedBy">The record that ended it, or the newer version.</param>
/// <param name="Words">What it says; null when this viewer knows of it and may not read it.</param>
public sealed record CaseRecord(
    Guid Id,
    string Kind,
    Guid? About,
    Guid? Replaces,
    string Party,
    string? Municipality,
    string Phase,
    Instant At,
    LocalDate? Due,
    Guid? EndedBy,
    RecordWords? Words)
{
    /// <summary>The parties to whom it is addressed.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Whether the record that ended it fixed it: nothing more is laid down about it.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Whether it still stands: no record ended it and no newer version took its place.</summary>
    public bool Stands => EndedBy is null;

    /// <summary>Whether it waits for somebody.</summary>
    public bool Waits => Due is not null && Stands;
}
