using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace CotnvPga.Identity.Sessions;

/// <summary>A session of the portal. The browser only holds its key; ending the row ends the session everywhere.</summary>
internal sealed class SessionRow
{
    /// <summary>SHA-256 of the key in the browser's cookie, so that a copy of the table opens no session.</summary>
    public required byte[] KeyHash { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>The log-in that it began from; null when it began before log-ins were kept.</summary>
    public Guid? LogInId { get; init; }

    /// <summary>The serialised ticket, encrypted with the data-protection keys.</summary>
    public required byte[] Ticket { get; set; }

    public required Instant ExpiresAt { get; set; }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("sessie");
        builder.HasKey(s => s.KeyHash);
    }
}
