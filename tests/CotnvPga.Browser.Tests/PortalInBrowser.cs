using CotnvPga.TestHost.Portals;
using Microsoft.Playwright;

namespace CotnvPga.Browser.Tests;

/// <summary>One running portal and one Chromium for all browser tests; every person gets a browser window of its own.</summary>
public sealed class PortalInBrowser : IAsyncLifetime
{
    // Chromium as root needs no-sandbox; without the rest it keeps asking the outside world for updates.
    private static readonly string[] Switches =
        ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly Dictionary<string, Person> _colleagues = [];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public RunningPortal Portal { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (BrowserFactAttribute.Chromium is not { } chromium)
            return;
        Portal = await RunningPortal.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Switches });
    }

    /// <summary>Somebody at a browser window, logged in; as nobody when there is no account.</summary>
    public Task<Person> PersonAsync(string? account, bool script = true) => PersonAtAsync(Portal, account, script);

    /// <summary>Somebody who comes back in more than one test and stays at the same window; logs in again when that is asked.</summary>
    public async Task<Person> ColleagueAsync(string account)
    {
        if (!_colleagues.TryGetValue(account, out var colleague))
            return _colleagues[account] = await PersonAsync(account);
        await colleague.OpenAsync("/werkvoorraad");
        if (new Uri(colleague.Page.Url).AbsolutePath != "/werkvoorraad")
            await colleague.FillLogInAsync(account, PortalFixture.PasswordOf(account));
        return colleague;
    }

    /// <summary>The same, at another portal.</summary>
    public async Task<Person> PersonAtAsync(RunningPortal portal, string? account, bool script = true)
    {
        var person = new Person(await PageAsync(portal, script));
        if (account is not null)
            await person.LogInAsync(account, PortalFixture.PasswordOf(account));
        return person;
    }

    /// <summary>The same, for somebody who has only a keyboard.</summary>
    public async Task<Person> KeyboardPersonAsync(string account)
    {
        var person = new KeyboardPerson(await PageAsync(Portal, script: true));
        await person.LogInAsync(account, PortalFixture.PasswordOf(account));
        return person;
    }

    private async Task<IPage> PageAsync(RunningPortal portal, bool script)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = portal.Address.AbsoluteUri,
            Locale = "nl-NL",
            JavaScriptEnabled = script,
            ViewportSize = new() { Width = 1280, Height = 900 },
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (Portal is not null)
            await Portal.DisposeAsync();
    }
}

/// <summary>The tests that share the portal and the browser; one at a time.</summary>
[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<PortalInBrowser>
{
    public const string Name = "browser";
}
