using CotnvPga.Domain.Registers;
using NodaTime;

namespace CotnvPga.Data.Registers;

// The rows of schema register, as the desk reads them.

internal sealed class RegisterRow
{
    public Guid Id { get; init; }
    public string Register { get; init; } = "";
    public string Soort { get; init; } = "";
    public int Nummer { get; init; }
    public string? Gemeente { get; init; }
    public string Titel { get; init; } = "";
    public string? Uitkomst { get; init; }
    public string Inhoud { get; init; } = "";
    public string Partij { get; init; } = "";
    public Guid Door { get; init; }
    public Instant Op { get; init; }
    public LocalDate? Uiterlijk { get; init; }
    public LocalDate? GeldtTot { get; init; }
    public string Regels { get; init; } = "";
    public string Vorige { get; init; } = "";
    public string Vingerafdruk { get; init; } = "";
    public Guid? Einde { get; init; }
    public long Totaal { get; init; }

    public RegisterRecord ToRecord() => new(
        Id, Register, Soort, Nummer, Gemeente, Titel, Uitkomst, Partij, Door, Op, Uiterlijk, GeldtTot, Regels, Inhoud, Vorige, Vingerafdruk)
    { EndedBy = Einde };
}

/// <summary>What there is of a drawn case to look at, in numbers.</summary>
public sealed class DrawnCase
{
    /// <summary>Its place in the draw.</summary>
    public int Volgorde { get; init; }

    /// <summary>The case.</summary>
    public Guid Zaak { get; init; }

    /// <summary>Its number for people.</summary>
    public string Nummer { get; init; } = "";

    /// <summary>Code of its municipality.</summary>
    public string Gemeente { get; init; } = "";

    /// <summary>Code of its phase.</summary>
    public string Fase { get; init; } = "";

    /// <summary>Steps that were taken.</summary>
    public long Stappen { get; init; }

    /// <summary>Judgements that were given.</summary>
    public long Wegingen { get; init; }

    /// <summary>Records that were laid down.</summary>
    public long Stukken { get; init; }

    /// <summary>Items that it holds.</summary>
    public long Gegevens { get; init; }

    /// <summary>Lines of the log that say that somebody saw an item.</summary>
    public long Gezien { get; init; }

    /// <summary>Parties in the log.</summary>
    public string[]? Partijen { get; init; }

    /// <summary>The last line of the log.</summary>
    public Instant? Laatst { get; init; }
}
