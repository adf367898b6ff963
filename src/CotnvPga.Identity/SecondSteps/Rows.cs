using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace CotnvPga.Identity.SecondSteps;

/// <summary>The secret that an account shares with somebody's telephone.</summary>
internal sealed class SecondStepRow
{
    public required Guid AccountId { get; init; }

    /// <summary>The secret, encrypted with the data-protection keys.</summary>
    public required byte[] Secret { get; init; }

    public required Instant MadeAt { get; init; }

    /// <summary>When the first right code came; null while the telephone still has to show that it has the secret.</summary>
    public Instant? ConfirmedAt { get; set; }

    /// <summary>The step of the last code that was accepted: that one and older ones are worth nothing any more.</summary>
    public required long LastStep { get; set; }

    /// <summary>Attempts since the last right code.</summary>
    public required int Failed { get; set; }

    public Instant? WaitUntil { get; set; }
}

/// <summary>A code on paper, for when the telephone is gone. Only its hash is kept.</summary>
internal sealed class RecoveryCodeRow
{
    public required Guid AccountId { get; init; }

    public required byte[] CodeHash { get; init; }

    public Instant? UsedAt { get; set; }
}

internal sealed class SecondStepMapping : IEntityTypeConfiguration<SecondStepRow>, IEntityTypeConfiguration<RecoveryCodeRow>
{
    public void Configure(EntityTypeBuilder<SecondStepRow> builder)
    {
        builder.ToTable("tweede_stap");
        builder.HasKey(s => s.AccountId);
        builder.Property(s => s.AccountId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<RecoveryCodeRow> builder)
    {
        builder.ToTable("herstelcode");
        builder.HasKey(c => new { c.AccountId, c.CodeHash });
    }
}
