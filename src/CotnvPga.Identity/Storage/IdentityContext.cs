using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.Continuity;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.Instance;
using CotnvPga.Identity.Keys;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.Notifications;
using CotnvPga.Identity.SecondSteps;
using CotnvPga.Identity.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Storage;

/// <summary>Schema <c>identiteit</c>: people, what they are members of, their sessions. It knows nothing of cases.</summary>
/// <remarks>The tables are made by the SQL files in <c>Migrations</c>; a test holds this model equal to them.</remarks>
public sealed class IdentityContext(DbContextOptions<IdentityContext> options) : IdentityUserContext<Account, Guid>(options)
{
    /// <summary>Name of the schema.</summary>
    public const string Schema = "identiteit";

    /// <summary>Makes the model, which takes long the first time; needs no database.</summary>
    public static void Prepare()
    {
        using var context = new IdentityContext(IdentityDatabase.Options<IdentityContext>("Host=localhost"));
        _ = context.Model;
    }

    public DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    public DbSet<IdentityEvent> Events => Set<IdentityEvent>();

    public DbSet<InstanceRow> Instances => Set<InstanceRow>();

    internal DbSet<SessionRow> Sessions => Set<SessionRow>();

    internal DbSet<LogInRow> LogIns => Set<LogInRow>();

    internal DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    internal DbSet<SecondStepRow> SecondSteps => Set<SecondStepRow>();

    internal DbSet<RecoveryCodeRow> RecoveryCodes => Set<RecoveryCodeRow>();

    internal DbSet<RingKeyRow> RingKeys => Set<RingKeyRow>();

    internal DbSet<AbsenceRow> Absences => Set<AbsenceRow>();

    internal DbSet<OfferRow> Offers => Set<OfferRow>();

    internal DbSet<BackupRow> Backups => Set<BackupRow>();

    internal DbSet<ReviewRow> Reviews => Set<ReviewRow>();

    internal DbSet<IdleRow> Idle => Set<IdleRow>();

    internal DbSet<MessageRow> Messages => Set<MessageRow>();

    internal DbSet<MailRow> Mails => Set<MailRow>();

    internal DbSet<PreferenceRow> Preferences => Set<PreferenceRow>();

    // Fixed here, so that the model does not depend on the services it happens to be made with.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasDefaultSchema(Schema);
        builder.ApplyConfigurationsFromAssembly(typeof(IdentityContext).Assembly);
    }
}
