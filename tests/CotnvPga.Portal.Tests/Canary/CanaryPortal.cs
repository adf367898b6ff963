using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Demo;
using CotnvPga.TestHost.Cases;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Canary;

/// <summary>A whole portal, tokens and browsers for its demo accounts, and cases made by those same people.</summary>
public sealed class CanaryPortal : IAsyncDisposable
{
    private readonly Dictionary<string, HttpClient> _browsers = [];
    private readonly Dictionary<string, HttpClient> _programs = [];

    private CanaryPortal(PortalFixture fixture)
    {
        Fixture = fixture;
        World = CaseWorld.On(fixture.Database);
    }

    public PortalFixture Fixture { get; }

    public CaseWorld World { get; }

    public static async Task<CanaryPortal> StartAsync(params (string Name, string Value)[] settings) =>
        new(await PortalFixture.StartAsync([("Pga:MeldingenPerMinuut", "100000"), .. settings]));

    /// <summary>The people of a municipality, as the demo accounts that they are.</summary>
    public CaseTable Table(string municipality) => new(World, municipality, Person);

    /// <summary>The name of the demo account of a party in a municipality.</summary>
    public static string AccountOf(Party party, string? municipality, string role = "lid") => DemoWorld.People
        .First(p => p.Party == party && (municipality is null ? p.Municipalities.Count == 0 : p.Municipalities.Contains(municipality)) && (role == "plaatsvervanger") == (p.Role == "plaatsvervanger"))
        .UserName;

    public Actor ActorOf(string account) =>
        Fixture.WithAsync<IActors, Actor?>(actors => actors.FindAsync(DemoWorld.Person(account).Account, default)).GetAwaiter().GetResult()
        ?? throw new InvalidOperationException($"{account} cannot act.");

    /// <summary>A program with a bearer token of the account.</summary>
    public async Task<HttpClient> ProgramAsync(string account) =>
        _programs.TryGetValue(account, out var program) ? program : _programs[account] = await Fixture.ProgramAsync(account);

    /// <summary>A browser in which the account is logged in.</summary>
    public async Task<HttpClient> BrowserAsync(string account)
    {
        if (!_browsers.TryGetValue(account, out var browser))
        {
            browser = Fixture.Portal.Browser();
            (await browser.LogInAsync(account, PortalFixture.PasswordOf(account), "/werkvoorraad")).EnsureSuccessStatusCode();
            _browsers[account] = browser;
        }
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await World.DisposeServicesAsync();
        await Fixture.DisposeAsync();
    }

    private Actor Person(Party party, string? municipality, string role) => ActorOf(AccountOf(party, municipality, role));
}
