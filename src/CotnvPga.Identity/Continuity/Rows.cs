using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.Memberships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace CotnvPga.Identity.Continuity;

/// <summary>Days on which somebody does not work.</summary>
internal sealed class AbsenceRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required LocalDate FirstDay { get; init; }

    public required LocalDate LastDay { get; init; }

    public required Instant NotedAt { get; init; }

    public Instant? WithdrawnAt { get; set; }
}

/// <summary>Somebody whom a municipality is willing to lend.</summary>
internal sealed class OfferRow
{
    public required Guid Id { get; init; }

    public required Guid MembershipId { get; init; }

    public required LocalDate LastDay { get; init; }

    public required Guid OfferedBy { get; init; }

    public required Instant OfferedAt { get; init; }

    public Instant? WithdrawnAt { get; set; }
}

/// <summary>A municipality that asks for somebody of the pool.</summary>
internal sealed class BackupRow
{
    public required Guid Id { get; init; }

    public required Guid OfferId { get; init; }

    /// <summary>The municipality that asks.</summary>
    public required string Municipality { get; init; }

    public required LocalDate FirstDay { get; init; }

    public required LocalDate LastDay { get; init; }

    public required string Reason { get; init; }

    public required Guid AskedBy { get; init; }

    public required Instant AskedAt { get; init; }

    public Guid? AnsweredBy { get; set; }

    public Instant? AnsweredAt { get; set; }

    /// <summary>The membership that came of it; null when it was not agreed to, or not answered.</summary>
    public Guid? MembershipId { get; set; }
}

/// <summary>A decision in the review of access of one quarter.</summary>
internal sealed class ReviewRow
{
    public const string Confirmed = "bevestigd";
    public const string Ended = "beeindigd";

    public required Guid MembershipId { get; init; }

    /// <summary>First day of the quarter.</summary>
    public required LocalDate Quarter { get; init; }

    public required string Decision { get; init; }

    public required Guid DecidedBy { get; init; }

    public required Instant DecidedAt { get; init; }
}

/// <summary>Somebody who was told that the account is not used and will end.</summary>
internal sealed class IdleRow
{
    public required Guid AccountId { get; init; }

    public required LocalDate LastUsed { get; set; }

    public required Instant WarnedAt { get; set; }
}

internal sealed class ContinuityMapping :
    IEntityTypeConfiguration<AbsenceRow>, IEntityTypeConfiguration<OfferRow>, IEntityTypeConfiguration<BackupRow>,
    IEntityTypeConfiguration<ReviewRow>, IEntityTypeConfiguration<IdleRow>
{
    public void Configure(EntityTypeBuilder<AbsenceRow> builder)
    {
        builder.ToTable("afwezigheid").Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
    }

    public void Configure(EntityTypeBuilder<OfferRow> builder)
    {
        builder.ToTable("pool").Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<MembershipRow>().WithMany().HasForeignKey(r => r.MembershipId);
    }

    public void Configure(EntityTypeBuilder<BackupRow> builder)
    {
        builder.ToTable("achtervang").Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<OfferRow>().WithMany().HasForeignKey(r => r.OfferId);
        builder.HasOne<MembershipRow>().WithMany().HasForeignKey(r => r.MembershipId);
    }

    public void Configure(EntityTypeBuilder<ReviewRow> builder) => builder.ToTable("toegangstoets").HasKey(r => new { r.MembershipId, r.Quarter });

    public void Configure(EntityTypeBuilder<IdleRow> builder)
    {
        builder.ToTable("stilte").HasKey(r => r.AccountId);
        builder.Property(r => r.AccountId).ValueGeneratedNever();
    }
}
