using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace CotnvPga.Identity.Keys;

/// <summary>A data-protection key, or its revocation, as all portals read it.</summary>
internal sealed class RingKeyRow
{
    public required Guid Id { get; init; }

    /// <summary>The name that data protection gives it.</summary>
    public required string Name { get; init; }

    /// <summary>Its XML, encrypted.</summary>
    public required byte[] Sealed { get; init; }

    public required Instant AddedAt { get; init; }
}

internal sealed class RingKeyMapping : IEntityTypeConfiguration<RingKeyRow>
{
    public void Configure(EntityTypeBuilder<RingKeyRow> builder)
    {
        builder.ToTable("ringsleutel");
        builder.Property(k => k.Id).ValueGeneratedNever();
    }
}
