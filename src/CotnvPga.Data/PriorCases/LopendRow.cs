using NodaTime;

namespace CotnvPga.Data.PriorCases;

/// <summary>A concept of a running case, as the policies let this person see it.</summary>
internal sealed class LopendRow
{
    public Guid Id { get; init; }
    public string Nummer { get; init; } = "";
    public string Gemeente { get; init; } = "";
    public string Partij { get; init; } = "";
    public Guid Door { get; init; }
    public string Fase { get; init; } = "";
    public LocalDate Sinds { get; init; }
    public LocalDate? WegingOp { get; init; }
    public string[] Partijen { get; init; } = [];
    public byte[] Kenmerk { get; init; } = [];
    public bool MetDocument { get; init; }
    public string Stand { get; init; } = "";
    public string[] Akkoord { get; init; } = [];
}

/// <summary>What a concept says of the person, and the document of the old weighing.</summary>
internal sealed class LopendInhoudRow
{
    public byte[] Inhoud { get; init; } = [];
    public byte[]? Document { get; init; }
}

/// <summary>The words of a concept that only who entered it reads.</summary>
internal sealed record ConceptWords(IReadOnlyList<Domain.Signals.Item> Gegevens, string? Documentnaam, string? Documentsoort);
