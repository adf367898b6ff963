using CotnvPga.Identity.Demo;
using CotnvPga.TestHost.Pages;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>The portal of the demo, with browsers of its people: for tests that look at all pages.</summary>
public sealed class PagesPortal : IAsyncLifetime
{
    private readonly Dictionary<string, HttpClient> _browsers = [];

    public PortalFixture Fixture { get; private set; } = null!;

    /// <summary>People who see between them what there is to see: a municipality's desk, one of the others of the three, care, oversight, the state.</summary>
    public static IReadOnlyList<string?> Few { get; } =
        ["coordinator.voorbeeldstad", "politie.voorbeeldstad", "zorg.voorbeeldstad", "fg.voorbeeldstad", "coordinator.polderdam", "nctv.adviseur", null];

    /// <summary>Everybody in the demo, and somebody without an account.</summary>
    public static IReadOnlyList<string?> All { get; } = [.. DemoWorld.People.Select(p => p.UserName), null];

    public PageWalk Walk => new(Fixture.Database, BrowserAsync);

    public async Task InitializeAsync() => Fixture = await PortalFixture.StartWithStoriesAsync(("Pga:MeldingenPerMinuut", "100000"));

    /// <summary>A browser in which the account is logged in.</summary>
    public async Task<HttpClient> BrowserAsync(string? account)
    {
        if (_browsers.TryGetValue(account ?? "", out var known))
            return known;
        var browser = Fixture.Portal.Browser();
        if (account is not null)
            (await browser.LogInAsync(account, PortalFixture.PasswordOf(account), "/werkvoorraad")).EnsureSuccessStatusCode();
        return _browsers[account ?? ""] = browser;
    }

    public async Task DisposeAsync() => await Fixture.DisposeAsync();
}

[CollectionDefinition(nameof(PagesPortal))]
public sealed class PagesPortals : ICollectionFixture<PagesPortal>;
