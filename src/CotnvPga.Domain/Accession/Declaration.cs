using NodaTime;

namespace CotnvPga.Domain.Accession;

/// <summary>What a declaration does.</summary>
public enum DeclarationKind
{
    /// <summary>The municipality accedes: to a version of its local covenant, or to the national one alone.</summary>
    Toetreding,

    /// <summary>It leaves, whatever it acceded to.</summary>
    Uittreding,
}

/// <summary>A signed declaration of accession or of leaving (<c>verklaring</c>), as it is kept. Never changed: a later one follows it.</summary>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Number">Its number within the municipality, from 1.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Version">The version of the local covenant; null for the national covenant alone, and when it leaves.</param>
/// <param name="ModelVersion">The version of the national covenant on that day; null where there was none.</param>
/// <param name="Signer">Who signed.</param>
/// <param name="Function">In which function.</param>
/// <param name="Mandate">On which mandate: its text or where it stands.</param>
/// <param name="On">First day on which it counts: the day of signing, or when it leaves the first day without.</param>
/// <param name="Convenant">SHA-256 of the rule data that was signed, in lower-case hex.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Declaration(
    string Municipality,
    int Number,
    DeclarationKind Kind,
    string? Version,
    string? ModelVersion,
    string Signer,
    string Function,
    string Mandate,
    LocalDate On,
    string Convenant,
    Instant At);
