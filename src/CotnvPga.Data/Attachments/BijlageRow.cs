using NodaTime;

namespace CotnvPga.Data.Attachments;

internal sealed class BijlageRow
{
    public Guid Id { get; init; }
    public Guid SignaalId { get; init; }
    public Guid GegevenId { get; init; }
    public required byte[] Kenmerken { get; init; }
    public required byte[] Inhoud { get; init; }
    public required string Namens { get; init; }
    public Guid Door { get; init; }
    public Instant Op { get; init; }
}
