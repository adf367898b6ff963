using Microsoft.Playwright;

namespace CotnvPga.Browser.Tests;

/// <summary>Somebody at a browser window: looks, types, presses. Whatever the browser complains about fails the test.</summary>
public class Person
{
    // What reaches furthest to the right of the window.
    private const string SticksOut = """
        () => [...document.querySelectorAll('body *')].map(e => [Math.round(e.getBoundingClientRect().right), e.outerHTML.slice(0, 200)])
          .sort((a, b) => b[0] - a[0]).slice(0, 3).map(e => e.join(' ')).join('\n')
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly List<string> _complaints = [];

    public Person(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => _complaints.Add(error);
        // A refused load or style is a hole in the security policy; a status of 400 or 404 is an answer like any other.
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal))
                _complaints.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Logs in through the front door.</summary>
    public async Task LogInAsync(string account, string password)
    {
        await Page.GotoAsync("/werkvoorraad");
        await FillLogInAsync(account, password);
    }

    /// <summary>Fills in the log-in page that is on the screen.</summary>
    public async Task FillLogInAsync(string account, string password)
    {
        await Page.FillAsync("[name=Gebruikersnaam]", account);
        await Page.FillAsync("[name=Wachtwoord]", password);
        await GoAsync(() => Page.ClickAsync("main button"));
    }

    /// <summary>Opens an address.</summary>
    public Task OpenAsync(string path) => Page.GotoAsync(path);

    /// <summary>Does something that leads to another page, and waits for it.</summary>
    public async Task GoAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(Patience);
        }
        finally
        {
            Page.Load -= Loaded;
        }
    }

    /// <summary>Presses a button by its words, and waits for the page it leads to.</summary>
    public virtual Task PressAsync(string button) => GoAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync());

    /// <summary>Follows a link by its words.</summary>
    public virtual Task FollowAsync(string words) => GoAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = words }).First.ClickAsync());

    /// <summary>Fills a field of the form.</summary>
    public virtual Task FillAsync(string field, string text) => Page.FillAsync($"[name='Input.{field}']", text);

    /// <summary>Fills a date of which day and month have the same number.</summary>
    public virtual Task FillDateAsync(string field, int year, int dayAndMonth) => FillAsync(field, $"{year}-{dayAndMonth:00}-{dayAndMonth:00}");

    /// <summary>Chooses one of a group of radio buttons.</summary>
    public virtual Task ChooseAsync(string field, string value) => Page.CheckAsync($"[name='Input.{field}'][value='{value}']");

    /// <summary>Ticks a box.</summary>
    public virtual Task TickAsync(string field) => Page.CheckAsync($"[name='Input.{field}'][type=checkbox]");

    /// <summary>Chooses from a list.</summary>
    public virtual Task SelectAsync(string field, string value) => Page.SelectOptionAsync($"[name='Input.{field}']", value);

    /// <summary>What the notices on the page say.</summary>
    public async Task<string> NoticeAsync() => string.Join(' ', await Page.Locator(".portal-melding").AllInnerTextsAsync());

    /// <summary>Looks at the page on a desk, at twice the size and on a telephone: nothing against WCAG 2.2 A/AA, no sideways scrolling, no complaint of the browser.</summary>
    public async Task LookAsync()
    {
        // A screen of 1280 at twice the size has room for 640.
        foreach (var width in new[] { 640, 390, 1280 })
        {
            await Page.SetViewportSizeAsync(width, 900);
            if (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > width)
                wide.ShouldBeLessThanOrEqualTo(width, $"{Page.Url} scrolls sideways at {width}: {await Page.EvaluateAsync<string>(SticksOut)}");
            if (width == 640)
                continue;
            (await Accessibility.ViolationsAsync(Page)).ShouldBeEmpty($"{Page.Url} at {width}");
        }
        _complaints.ShouldBeEmpty(Page.Url);
    }

    /// <summary>What can be worked with on the page but is not reached with Tab; a group of radio buttons is one stop.</summary>
    public async Task<IReadOnlyList<string>> NotReachedWithTabAsync()
    {
        await Page.SetViewportSizeAsync(1280, 900);
        var stops = await Page.EvaluateAsync<int>("""
            () => {
              const seen = new Set();
              const all = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(e => {
                if (e.disabled || e.tabIndex < 0 || !e.checkVisibility({ checkVisibilityCSS: true }) || e.closest('[inert]')) return false;
                if (e.type !== 'radio') return true;
                const group = `${e.form?.id}/${e.name}`;
                return seen.has(group) ? false : seen.add(group);
              });
              window.halten = new Set(all.map(e => e.type === 'radio' ? e.name : e));
              document.activeElement?.blur();
              window.scrollTo(0, 0);
              return all.length;
            }
            """);
        await Page.EvaluateAsync("document.addEventListener('focusin', e => window.halten.delete(e.target.type === 'radio' ? e.target.name : e.target))");
        for (var tab = 0; tab < stops + 10 && await Page.EvaluateAsync<int>("window.halten.size") > 0; tab++)
            await Page.Keyboard.PressAsync("Tab");
        return await Page.EvaluateAsync<string[]>("[...window.halten].map(e => e.outerHTML ?? e).map(h => h.slice(0, 120))");
    }
}
