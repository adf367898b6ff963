using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace CotnvPga.Identity.LoggingIn;

/// <summary>That somebody logged in. The browser holds its id in a sealed cookie; ending the row ends what came from it.</summary>
internal sealed class LogInRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Instant At { get; init; }

    /// <summary>Code of an <see cref="Assurance"/>.</summary>
    public required string Level { get; init; }

    /// <summary>When the person last proved who it is.</summary>
    public required Instant ProvedAt { get; set; }

    /// <summary>When no session can be left of it.</summary>
    public required Instant EndsAt { get; init; }

    public Instant? EndedAt { get; set; }

    /// <summary>Code of the server of an own organisation where the person logged in; null for a password here.</summary>
    public string? Server { get; init; }

    /// <summary>The session there, when that server says which.</summary>
    public string? ServerSession { get; init; }
}

internal sealed class LogInMapping : IEntityTypeConfiguration<LogInRow>
{
    public void Configure(EntityTypeBuilder<LogInRow> builder)
    {
        builder.ToTable("inlog");
        builder.Property(l => l.Id).ValueGeneratedNever();
    }
}
