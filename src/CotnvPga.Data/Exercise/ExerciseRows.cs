using CotnvPga.Domain;
using CotnvPga.Domain.Exercise;
using NodaTime;

namespace CotnvPga.Data.Exercise;

internal sealed class RoundRow
{
    public Guid Id { get; init; }
    public int Jaar { get; init; }
    public int Helft { get; init; }
    public LocalDate Van { get; init; }
    public LocalDate Tot { get; init; }
    public string Zaad { get; init; } = "";
    public string Partij { get; init; } = "";
    public Guid Door { get; init; }
    public Instant? VrijgegevenOp { get; init; }
    public Instant? AfgewezenOp { get; init; }
}

internal sealed class DrawRow
{
    public string Zaad { get; init; } = "";

    /// <summary>The municipalities in the draw; null for a round of before they were laid down.</summary>
    public string[]? Gemeenten { get; init; }
}

internal sealed class ExerciseCaseRow
{
    public Guid Id { get; init; }
    public Guid RondeId { get; init; }
    public int Volgorde { get; init; }
    public string Titel { get; init; } = "";
    public string Kenmerk { get; init; } = "";
    public string Tekst { get; init; } = "";
    public string VersieA { get; init; } = "";
    public string VersieB { get; init; } = "";

    public ExerciseCase ToCase() => new(Id, RondeId, Volgorde, Titel, Kenmerk, new CaseText(Tekst), Words(VersieA), Words(VersieB));

    private static SortedDictionary<string, string> Words(string json) => Canonical.Read<SortedDictionary<string, string>>(json);
}

internal sealed class JudgementRow
{
    public Guid ZaakId { get; init; }
    public string Ploeg { get; init; } = "";
    public string Partij { get; init; } = "";
    public string Versie { get; init; } = "";
    public string Oordeel { get; init; } = "";
    public string Inhoud { get; init; } = "";
    public bool Eigen { get; init; }
}

internal sealed class DoneRow
{
    public Guid RondeId { get; init; }
    public long Zaken { get; init; }
    public long Gedaan { get; init; }
    public Instant? Laatst { get; init; }
}

internal sealed class RoundCheckRow
{
    public Guid RondeId { get; init; }
    public string Partij { get; init; } = "";
    public bool Akkoord { get; init; }
    public string Toelichting { get; init; } = "";
    public Instant Op { get; init; }
}
