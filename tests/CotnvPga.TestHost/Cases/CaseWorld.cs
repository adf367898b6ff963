using CotnvPga.Convenant;
using CotnvPga.Convenant.Editions;
using CotnvPga.Data;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Migrations;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Databases;
using CotnvPga.TestHost.Portals;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CotnvPga.TestHost.Cases;

/// <summary>The case services on a database of their own, without a web host: for tests of Data.</summary>
public sealed class CaseWorld : IAsyncDisposable
{
    private static KeyFolder Keys => TestKeys.OfCases;

    private static readonly Lazy<CompiledConvenant> Shared = new(() => ConvenantFolder.Load(Repository.PathOf("convenant")).Valid());

    private static readonly TestTemplate Template = new(database =>
        DatabaseMigrations.ApplyAsync(database.OwnerConnection, Convenant, Keys));

    private readonly ServiceProvider _services;

    private CaseWorld(TestDatabase database, ServiceProvider services) => (Database, _services) = (database, services);

    /// <summary>The convenant of the repository.</summary>
    public static CompiledConvenant Convenant => Shared.Value;

    public static Municipalities Municipalities { get; } = new(
        [new NamedMunicipality("9901", "Voorbeeldstad"), new NamedMunicipality("9902", "Modelveen"), new NamedMunicipality("9903", "Polderdam")]);

    public TestDatabase Database { get; }

    public static async Task<CaseWorld> CreateAsync() => On(await TestDatabase.CreateAsync(Template));

    /// <summary>The same with keys of its own, of which those of the tickets are those of every test.</summary>
    public static async Task<CaseWorld> CreateAsync(KeyFolder keys) => On(await TestDatabase.CreateAsync(Template), Convenant, keys);

    /// <summary>Another portal on the same database, with a folder of keys of its own.</summary>
    public static CaseWorld On(TestDatabase database, KeyFolder keys) => On(database, Convenant, keys);

    /// <summary>Brings the database to this version again.</summary>
    public static Task MigrateAsync(TestDatabase database, KeyFolder keys) => DatabaseMigrations.ApplyAsync(database.OwnerConnection, Convenant, keys);

    /// <summary>The case services beside a portal on the same database.</summary>
    public static CaseWorld On(TestDatabase database) => On(database, Convenant);

    /// <summary>The case services on a database whose rule data has changed since; brings the database to it first, as a new version would.</summary>
    public static async Task<CaseWorld> AfterChangeAsync(TestDatabase database, CompiledConvenant changed)
    {
        await DatabaseMigrations.ApplyAsync(database.OwnerConnection, changed, Keys);
        return On(database, changed);
    }

    private static CaseWorld On(TestDatabase database, CompiledConvenant convenant) => On(database, convenant, Keys);

    private static CaseWorld On(TestDatabase database, CompiledConvenant convenant, KeyFolder keys)
    {
        var services = new ServiceCollection();
        services.AddPortalData(database.AppConnection, convenant, keys, Municipalities);
        services.AddPortalJobs(database.JobConnection);
        services.AddSingleton<KnownColleagues>();
        services.AddSingleton<IColleagues>(provider => provider.GetRequiredService<KnownColleagues>());
        return new CaseWorld(database, services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }));
    }

    /// <summary>The people of this world, as colleagues of each other.</summary>
    public KnownColleagues Colleagues => _services.GetRequiredService<KnownColleagues>();

    /// <summary>Runs a call in a scope of its own, as a request would.</summary>
    public async Task<T> Do<TService, T>(Func<TService, Task<T>> call) where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>What holds in the municipality of the test cases, which has not signed its covenant.</summary>
    public static Edition Edition => Convenant.WithoutLocal("9901");

    /// <summary>A person with one membership in force.</summary>
    public static Actor Person(Party party, string? municipality, string role = "lid")
    {
        var today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date;
        var membership = new Membership(
            Guid.NewGuid(), party, municipality is null ? null : new Municipality(municipality), role,
            today.PlusDays(-100), null, today.PlusDays(300), today.PlusDays(300), today.PlusDays(300));
        return new Actor(new AccountId(Guid.NewGuid()), $"{party.Code()}.{municipality}", $"{party.Code()} {municipality}", [membership]);
    }

    /// <summary>Ends the services and leaves the database to who made it.</summary>
    public ValueTask DisposeServicesAsync() => _services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await DisposeServicesAsync();
        await Database.DisposeAsync();
    }
}
