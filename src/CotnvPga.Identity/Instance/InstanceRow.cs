using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace CotnvPga.Identity.Instance;

/// <summary>
/// The one row that says what this database is for. It is written when the schema is made and never changes:
/// a working database cannot become a demo, and a demo cannot become a working database.
/// </summary>
public sealed class InstanceRow
{
    public required Guid Id { get; init; }

    public required bool IsDemo { get; init; }

    public required Instant CreatedAt { get; init; }
}

internal sealed class InstanceMapping : IEntityTypeConfiguration<InstanceRow>
{
    public void Configure(EntityTypeBuilder<InstanceRow> builder) => builder.ToTable("instantie");
}
