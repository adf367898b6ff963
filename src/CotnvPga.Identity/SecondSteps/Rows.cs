using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace CotnvPga.Identity.SecondSteps;

/// <summary>A code that somebody gets in person, with which the account makes a second step.</summary>
internal sealed class InvitationRow
{
    public const string New = "nieuw";

    public const string Recovery = "herstel";

    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary><see cref="New"/> for an account that has none yet, made on the host; <see cref="Recovery"/> by two colleagues.</summary>
    public required string Kind { get; init; }

    /// <summary>Who asked for it; null for the host.</summary>
    public Guid? AskedBy { get; init; }

    public required Instant MadeAt { get; init; }

    /// <summary>The second person, who gets to see the code.</summary>
    public Guid? ConfirmedBy { get; set; }

    /// <summary>Hash of the code; null while nobody confirmed it.</summary>
    public byte[]? CodeHash { get; set; }

    public required Instant ExpiresAt { get; set; }

    public Instant? UsedAt { get; set; }
}

/// <summary>The secret that an account shares with somebody's telephone.</summary>
internal sealed class SecondStepRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>With which invitation it was made.</summary>
    public required Guid InvitationId { get; init; }

    /// <summary>The secret, encrypted with the data-protection keys.</summary>
    public required byte[] Secret { get; init; }

    public required Instant MadeAt { get; init; }

    /// <summary>When the first right code came; null while the telephone still has to show that it has the secret.</summary>
    public Instant? ConfirmedAt { get; set; }

    /// <summary>When another one came in its place; null while it counts.</summary>
    public Instant? ReplacedAt { get; set; }

    /// <summary>The step of the last code that was accepted: that one and older ones are worth nothing any more.</summary>
    public required long LastStep { get; set; }

    /// <summary>Attempts since the last right code.</summary>
    public required int Failed { get; set; }

    public Instant? WaitUntil { get; set; }
}

/// <summary>A code on paper, for when the telephone is gone. Only its hash is kept.</summary>
internal sealed class RecoveryCodeRow
{
    public required Guid StepId { get; init; }

    public required byte[] CodeHash { get; init; }

    public Instant? UsedAt { get; set; }
}

internal sealed class SecondStepMapping :
    IEntityTypeConfiguration<InvitationRow>, IEntityTypeConfiguration<SecondStepRow>, IEntityTypeConfiguration<RecoveryCodeRow>
{
    public void Configure(EntityTypeBuilder<InvitationRow> builder)
    {
        builder.ToTable("uitnodiging");
        builder.Property(i => i.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SecondStepRow> builder)
    {
        builder.ToTable("tweede_stap");
        builder.Property(s => s.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<RecoveryCodeRow> builder)
    {
        builder.ToTable("herstelcode");
        builder.HasKey(c => new { c.StepId, c.CodeHash });
    }
}
