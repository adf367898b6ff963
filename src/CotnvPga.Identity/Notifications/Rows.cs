using CotnvPga.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace CotnvPga.Identity.Notifications;

/// <summary>Something that somebody was told.</summary>
internal sealed class MessageRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Code of the notification; its text stands in the rule data.</summary>
    public required string Code { get; init; }

    public required Guid EventId { get; init; }

    public required Instant ToldAt { get; init; }

    public Instant? ReadAt { get; set; }

    public Guid? MailId { get; set; }
}

/// <summary>A mail that goes out once. Its id is also its Message-ID.</summary>
internal sealed class MailRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Instant MadeAt { get; init; }

    public int Attempts { get; set; }

    /// <summary>From when somebody may try to send it.</summary>
    public required Instant NextAt { get; set; }

    public Instant? SentAt { get; set; }
}

/// <summary>How somebody wants to get mail.</summary>
internal sealed class PreferenceRow
{
    public required Guid AccountId { get; init; }

    /// <summary>One mail a day, instead of at once.</summary>
    public required bool Daily { get; set; }
}

internal sealed class NotificationMapping : IEntityTypeConfiguration<MessageRow>, IEntityTypeConfiguration<MailRow>, IEntityTypeConfiguration<PreferenceRow>
{
    public void Configure(EntityTypeBuilder<MessageRow> builder)
    {
        builder.ToTable("bericht").Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
        builder.HasOne<MailRow>().WithMany().HasForeignKey(r => r.MailId);
    }

    public void Configure(EntityTypeBuilder<MailRow> builder)
    {
        builder.ToTable("mail").Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
    }

    public void Configure(EntityTypeBuilder<PreferenceRow> builder)
    {
        builder.ToTable("berichtvoorkeur").HasKey(r => r.AccountId);
        builder.Property(r => r.AccountId).ValueGeneratedNever();
    }
}
