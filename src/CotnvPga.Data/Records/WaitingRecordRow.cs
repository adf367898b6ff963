using NodaTime;

namespace CotnvPga.Data.Records;

/// <summary>A record that waits in one of several cases, as the database tells it for a list.</summary>
internal sealed class WaitingRecordRow
{
    public Guid SignaalId { get; init; }
    public string Soort { get; init; } = "";
    public string[] Aan { get; init; } = [];
    public LocalDate Uiterlijk { get; init; }

    public WaitingRecord ToWaiting() => new(Soort, Aan, Uiterlijk);
}
