using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CotnvPga.Identity.Events;

internal sealed class IdentityEventMapping : IEntityTypeConfiguration<IdentityEvent>
{
    public void Configure(EntityTypeBuilder<IdentityEvent> builder) => builder.ToTable("gebeurtenis");
}
