using CotnvPga.Data.Attachments;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Quality;
using CotnvPga.Data.Recognition;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CotnvPga.Data;

/// <summary>Schema <c>zaak</c>, as the role <c>pga_app</c> may see it: row-level security decides what comes back.</summary>
public sealed class ZaakContext(DbContextOptions<ZaakContext> options) : DbContext(options)
{
    /// <summary>How the schema is reached, for every role.</summary>
    internal static TBuilder On<TBuilder>(TBuilder builder, NpgsqlDataSource source) where TBuilder : DbContextOptionsBuilder
    {
        builder.UseNpgsql(source, npgsql => npgsql.UseNodaTime()).UseSnakeCaseNamingConvention().AddInterceptors(new TicketCarrier());
        return builder;
    }

    /// <summary>Makes the model, which takes long the first time; needs no database.</summary>
    public static void Prepare()
    {
        using var source = NpgsqlDataSource.Create("Host=localhost");
        using var context = new ZaakContext(On(new DbContextOptionsBuilder<ZaakContext>(), source).Options);
        _ = context.Model;
    }

    internal DbSet<GegevenRow> Gegevens => Set<GegevenRow>();
    internal DbSet<NoodzaakRow> Noodzaken => Set<NoodzaakRow>();
    internal DbSet<GrondslagRow> Grondslagen => Set<GrondslagRow>();
    internal DbSet<ZorgvuldigheidRow> Zorgvuldigheid => Set<ZorgvuldigheidRow>();
    internal DbSet<OmstandigheidRow> Omstandigheden => Set<OmstandigheidRow>();
    internal DbSet<WegingRow> Wegingen => Set<WegingRow>();
    internal DbSet<VoorstelRow> Voorstellen => Set<VoorstelRow>();
    internal DbSet<InstemmingRow> Instemmingen => Set<InstemmingRow>();
    internal DbSet<StapRow> Stappen => Set<StapRow>();
    internal DbSet<HandelingRow> Handelingen => Set<HandelingRow>();
    internal DbSet<AfwijkingRow> Afwijkingen => Set<AfwijkingRow>();
    internal DbSet<BelangRow> Belangen => Set<BelangRow>();
    internal DbSet<WerkoverdrachtRow> Werkoverdrachten => Set<WerkoverdrachtRow>();
    internal DbSet<VersieRow> Versies => Set<VersieRow>();
    internal DbSet<KwaliteitstoetsRow> Kwaliteitstoetsen => Set<KwaliteitstoetsRow>();
    internal DbSet<WijzigingsvoorstelRow> Wijzigingsvoorstellen => Set<WijzigingsvoorstelRow>();
    internal DbSet<TerugmeldingRow> Terugmeldingen => Set<TerugmeldingRow>();
    internal DbSet<BijlageRow> Bijlagen => Set<BijlageRow>();
    internal DbSet<HerkomstRow> Herkomsten => Set<HerkomstRow>();
    internal DbSet<TekenRow> Persoonstekens => Set<TekenRow>();
    internal DbSet<StukRow> Stukken => Set<StukRow>();
    internal DbSet<StukGegevenRow> StukGegevens => Set<StukGegevenRow>();
    internal DbSet<OverdrachtRow> Overdrachten => Set<OverdrachtRow>();
    internal DbSet<HerhalingRow> Herhalingen => Set<HerhalingRow>();

    /// <summary>The ticket that the next question of its transaction carries along.</summary>
    internal ShownTicket? Shown { private get; set; }

    /// <summary>The ticket to carry along, once; one of a transaction that has ended is worth nothing.</summary>
    internal ShownTicket? TakeTicket()
    {
        var ticket = Shown;
        Shown = null;
        return ticket is not null && Database.CurrentTransaction?.TransactionId == ticket.Transaction ? ticket : null;
    }

    /// <summary>
    /// Runs one piece of work in one transaction: kept when done, undone when refused or failed. Inside another such piece it joins that one.
    /// </summary>
    public async Task<Result<T>> InTransactionAsync<T>(Func<Task<Result<T>>> work, CancellationToken cancel)
    {
        if (Database.CurrentTransaction is not null)
            return await work();
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        var result = await work();
        if (result.IsDone)
            await transaction.CommitAsync(cancel);
        return result;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("zaak");
        modelBuilder.Entity<GegevenRow>().ToTable("gegeven").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<NoodzaakRow>().ToTable("noodzaak").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<GrondslagRow>().ToTable("grondslag").HasKey(r => r.GegevenId);
        modelBuilder.Entity<GrondslagRow>().Property(r => r.GegevenId).ValueGeneratedNever();
        modelBuilder.Entity<ZorgvuldigheidRow>().ToTable("zorgvuldigheid").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<OmstandigheidRow>().ToTable("omstandigheid").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<WegingRow>().ToTable("weging").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<VoorstelRow>().ToTable("voorstel").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<InstemmingRow>().ToTable("instemming").HasKey(r => new { r.VoorstelId, r.Partij, r.Door });
        modelBuilder.Entity<StapRow>().ToTable("stap").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<HandelingRow>().ToTable("handeling").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<AfwijkingRow>().ToTable("afwijking").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<BelangRow>().ToTable("belang").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<WerkoverdrachtRow>().ToTable("werkoverdracht").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<StukRow>().ToTable("stuk").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<StukGegevenRow>().ToTable("stuk_gegeven").HasKey(r => new { r.StukId, r.GegevenId });
        modelBuilder.Entity<StukGegevenRow>().HasOne<StukRow>().WithMany().HasForeignKey(r => r.StukId);
        modelBuilder.Entity<OverdrachtRow>().ToTable("overdracht").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<HerhalingRow>().ToTable("herhaling").HasKey(r => new { r.Account, r.Pad, r.Sleutel });
        modelBuilder.Entity<VersieRow>().ToTable("gegeven_versie").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<KwaliteitstoetsRow>().ToTable("kwaliteitstoets").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<WijzigingsvoorstelRow>().ToTable("wijzigingsvoorstel").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<TerugmeldingRow>().ToTable("terugmelding").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<BijlageRow>().ToTable("bijlage").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<HerkomstRow>().ToTable("herkomst").HasKey(r => r.GegevenId);
        modelBuilder.Entity<HerkomstRow>().Property(r => r.GegevenId).ValueGeneratedNever();
        modelBuilder.Entity<TekenRow>().ToTable("persoonsteken").HasKey(r => r.GegevenId);
        modelBuilder.Entity<TekenRow>().Property(r => r.GegevenId).ValueGeneratedNever();
        // The database's foreign keys order the inserts; EF only needs to know who comes first.
        modelBuilder.Entity<NoodzaakRow>().HasOne<GegevenRow>().WithMany().HasForeignKey(r => r.GegevenId);
        modelBuilder.Entity<ZorgvuldigheidRow>().HasOne<GegevenRow>().WithMany().HasForeignKey(r => r.GegevenId);
        modelBuilder.Entity<GrondslagRow>().HasOne<GegevenRow>().WithMany().HasForeignKey(r => r.GegevenId);
        modelBuilder.Entity<TekenRow>().HasOne<GegevenRow>().WithOne().HasForeignKey<TekenRow>(r => r.GegevenId);
        modelBuilder.Entity<HerkomstRow>().HasOne<GegevenRow>().WithOne().HasForeignKey<HerkomstRow>(r => r.GegevenId);
        modelBuilder.Entity<InstemmingRow>().HasOne<VoorstelRow>().WithMany().HasForeignKey(r => r.VoorstelId);
        modelBuilder.Entity<StapRow>().HasOne<VoorstelRow>().WithMany().HasForeignKey(r => r.VoorstelId);
    }
}
