using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Data.Cases;

/// <summary>Where a case stands, as the database's functions tell it.</summary>
internal sealed class StandRow
{
    public Guid Id { get; init; }
    public string Nummer { get; init; } = "";
    public string Gemeente { get; init; } = "";
    public string Fase { get; init; } = "";
    public bool Ongelezen { get; init; }
    public int Ronde { get; init; }
    public LocalDate? SpoedTot { get; init; }
    public bool Bewaarplicht { get; init; }
    public Instant FaseSinds { get; init; }
    public Instant GeopendOp { get; init; }
    public Instant LaatstVerwerktOp { get; init; }
    public int Plaats { get; init; }
    public bool Elders { get; init; }
    public int Bits { get; init; }
    public string Uitgave { get; init; } = "";

    public SignalState ToState() => new(
        new SignalId(Id), Nummer, new Municipality(Gemeente), Codes.Known<Phase>(Fase), Ongelezen, Ronde, SpoedTot, Bewaarplicht, FaseSinds, GeopendOp, LaatstVerwerktOp, Uitgave);
}
