using System.Net.Http.Headers;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Instance;
using CotnvPga.TestHost.Cases;
using CotnvPga.TestHost.Databases;
using CotnvPga.TestHost.Portals;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Portal.Tests.Canary;

/// <summary>A whole portal with the demo accounts, tokens and browsers for them, and cases made by those same people.</summary>
public sealed class CanaryPortal : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Passwords = [];

    private static readonly TestTemplate Template = new(async database =>
    {
        await PortalSchema.ApplyAsync(database, InstanceKind.Demo);
        var folder = Directory.CreateTempSubdirectory("cotnvpga-canary-").FullName;
        foreach (var person in await DemoAccounts.SeedAsync(database.OwnerConnection, folder, TimeProvider.System))
            Passwords[person.Account] = person.Wachtwoord;
        Directory.Delete(folder, recursive: true);
    });

    private readonly Dictionary<string, HttpClient> _browsers = [];
    private readonly Dictionary<string, HttpClient> _programs = [];

    private CanaryPortal(TestDatabase database)
    {
        Database = database;
        Portal = new TestPortal(database);
        World = CaseWorld.On(database);
    }

    public TestDatabase Database { get; }
    public TestPortal Portal { get; }
    public CaseWorld World { get; }

    public static async Task<CanaryPortal> CreateAsync() => new(await TestDatabase.CreateAsync(Template));

    /// <summary>The people of a municipality, as the demo accounts that they are.</summary>
    public CaseTable Table(string municipality) => new(World, municipality, Person);

    /// <summary>The name of the demo account of a party in a municipality.</summary>
    public static string AccountOf(Party party, string? municipality, string role = "lid") => DemoWorld.People
        .First(p => p.Places.Any(m => m.Party == party && m.Municipality == municipality) && (role != "plaatsvervanger" || p.Account.StartsWith("plaatsvervanger", StringComparison.Ordinal)))
        .Account;

    public Actor ActorOf(string account)
    {
        using var scope = Portal.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IActors>().FindAsync(DemoWorld.Person(account).Id, default).GetAwaiter().GetResult()!;
    }

    /// <summary>A program with a bearer token of the account.</summary>
    public async Task<HttpClient> ProgramAsync(string account)
    {
        if (!_programs.TryGetValue(account, out var program))
        {
            var token = await new DemoTokens(Portal.Program(), Portal.Clock).AskAsync(new DemoInstance(Portal.Address, Portal.KeysFolder), account, [], default);
            program = Portal.Program();
            program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            _programs[account] = program;
        }
        return program;
    }

    /// <summary>A browser in which the account is logged in.</summary>
    public async Task<HttpClient> BrowserAsync(string account)
    {
        if (!_browsers.TryGetValue(account, out var browser))
        {
            browser = Portal.Browser();
            (await browser.LogInAsync(account, Passwords[account], "/werkvoorraad")).EnsureSuccessStatusCode();
            _browsers[account] = browser;
        }
        return browser;
    }

    public async Task ExecuteAsync(string sql) => await (await PostgresServer.StartedAsync()).ExecuteAsync(Database.Name, sql);

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await Portal.DisposeAsync();
    }

    private Actor Person(Party party, string? municipality, string role) => ActorOf(AccountOf(party, municipality, role));
}
