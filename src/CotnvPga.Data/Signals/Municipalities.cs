using CotnvPga.Domain;
using NodaTime;

namespace CotnvPga.Data.Signals;

/// <summary>The municipalities that this instance serves.</summary>
public sealed class Municipalities(IReadOnlyList<NamedMunicipality> all)
{
    /// <summary>All of them, in order of code.</summary>
    public IReadOnlyList<NamedMunicipality> All => all;

    /// <summary>Whether it is one of them.</summary>
    public bool Exists(string code) => all.Any(m => m.Code == code);

    /// <summary>Its name; the code itself when it is not one of them.</summary>
    public string NameOf(Municipality municipality) => all.FirstOrDefault(m => m.Code == municipality.Code)?.Name ?? municipality.Code;
}

/// <summary>A municipality with its name.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Area">Code of the area in which it lies, for the national tables; null when it is not counted there.</param>
public sealed record NamedMunicipality(string Code, string Name, string? Area = null)
{
    /// <summary>Name of the Zorg- en Veiligheidshuis whose region it belongs to; null when that is not known.</summary>
    public string? SafetyHouse { get; init; }

    /// <summary>The day of its agreement with the Zorg- en Veiligheidshuis; null when there is none.</summary>
    public LocalDate? AgreedWithSafetyHouse { get; init; }

    /// <summary>Where people can call about a concern; null when it is not known.</summary>
    public ReportingPoint? ReportingPoint { get; init; }
}

/// <summary>The reporting point (meldpunt) of a municipality, for who would rather call.</summary>
/// <param name="Telephone">Its number.</param>
/// <param name="Hours">When somebody answers, in Dutch.</param>
public sealed record ReportingPoint(string Telephone, string Hours);
