using CotnvPga.Domain.Meetings;
using NodaTime;

namespace CotnvPga.Data.Meetings;

// The rows of schema agenda, as the desk reads them.

internal sealed class MeetingRow
{
    public Guid Id { get; init; }
    public string Gemeente { get; init; } = "";
    public string Soort { get; init; } = "";
    public LocalDate Dag { get; init; }
    public LocalTime Van { get; init; }
    public LocalTime Tot { get; init; }
    public string Plaats { get; init; } = "";
    public Instant? VervallenOp { get; init; }

    public Meeting ToMeeting() => new(Id, Gemeente, Soort, Dag, Van, Tot, Plaats, VervallenOp is not null);
}

internal sealed class PointRow
{
    public Guid BijeenkomstId { get; init; }
    public Guid SignaalId { get; init; }
}

internal sealed class PresenceRow
{
    public Guid SignaalId { get; init; }
    public string[] Aan { get; init; } = [];
}
