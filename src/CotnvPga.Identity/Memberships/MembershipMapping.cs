using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CotnvPga.Identity.Memberships;

internal sealed class MembershipMapping : IEntityTypeConfiguration<MembershipRow>
{
    public void Configure(EntityTypeBuilder<MembershipRow> builder)
    {
        builder.ToTable("lidmaatschap");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Party).HasConversion(party => party.Code(), code => Codes.Known<Party>(code));
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.DeputyFor);
    }
}
