using CotnvPga.Domain.Departures;
using NodaTime;

namespace CotnvPga.Data.Departures;

/// <summary>A term that was moved in one of several cases, as the database tells it for a list.</summary>
internal sealed class MovedTermRow
{
    public Guid SignaalId { get; init; }
    public string Termijn { get; init; } = "";
    public LocalDate Tot { get; init; }
    public Instant Op { get; init; }

    public MovedTerm ToMovedTerm() => new(Termijn, Tot, Op);
}
