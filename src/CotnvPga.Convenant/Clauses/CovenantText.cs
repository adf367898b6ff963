using NodaTime;

namespace CotnvPga.Convenant.Clauses;

/// <summary>What happens to open cases when a covenant gets a new version.</summary>
public enum RunningCases
{
    /// <summary>They go on under the new version from its first day.</summary>
    NieuweVersie,

    /// <summary>They stay under the version of the day on which they were opened.</summary>
    OudeVersie,
}

/// <summary>What a national covenant says of itself.</summary>
/// <param name="Layer">The layer whose covenant it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Adoption">Who adopted it; null while it is a draft (<c>ontwerp, niet vastgesteld</c>).</param>
/// <param name="Validity">When it holds.</param>
/// <param name="RunningCases">What happens to open cases when the version changes.</param>
/// <param name="Introduction">Its preamble.</param>
public sealed record CovenantText(string Layer, string Name, string Version, Adoption? Adoption, Validity Validity, RunningCases RunningCases, string Introduction)
{
    /// <summary>Whether no named body has adopted it.</summary>
    public bool IsDraft => Adoption is null;

    /// <summary>How far it is, for every page and file that shows it.</summary>
    public string Standing => Adoption is { } adopted ? $"vastgesteld door {adopted.By} op {adopted.On:yyyy-MM-dd}" : "ontwerp, niet vastgesteld";
}

/// <summary>The adoption of a version.</summary>
/// <param name="By">The body that adopted it.</param>
/// <param name="On">When.</param>
/// <param name="Document">Where that stands.</param>
public sealed record Adoption(string By, LocalDate On, string Document);
