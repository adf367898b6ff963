using Microsoft.Playwright;

namespace CotnvPga.Browser.Tests;

/// <summary>Somebody who has only a keyboard: everything is reached with Tab, and done with Enter, Space, arrows and letters.</summary>
public sealed class KeyboardPerson(IPage page) : Person(page)
{
    private const int MostTabs = 400;

    // How many controls on, in the order of the page, the first of these is; a group of radio buttons counts once. 1 when it is behind us.
    private const string Distance = """
        targets => {
          const now = document.activeElement;
          if (targets.includes(now)) return 0;
          const next = targets.find(t => now.compareDocumentPosition(t) & Node.DOCUMENT_POSITION_FOLLOWING);
          if (!next) return 1;
          const groups = new Set();
          const stops = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(e =>
            (now.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) && (e.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING)
            && !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ checkVisibilityCSS: true })
            && (e.type !== 'radio' || !groups.has(e.name) && groups.add(e.name)));
          return stops.length + 1;
        }
        """;

    public override async Task FollowAsync(string words)
    {
        await ReachAsync(Page.GetByRole(AriaRole.Link, new() { Name = words }).First);
        await GoAsync(() => Page.Keyboard.PressAsync("Enter"));
    }

    public override async Task PressAsync(string button)
    {
        await ReachAsync(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);
        await GoAsync(() => Page.Keyboard.PressAsync("Enter"));
    }

    public override async Task FillAsync(string field, string text)
    {
        var control = Page.Locator($"[name='Input.{field}']");
        await ReachAsync(control);
        await Page.Keyboard.TypeAsync(text);
    }

    // The order of day and month in a date field is the browser's; a date in which they are the same is typed alike in both.
    public override Task FillDateAsync(string field, int year, int dayAndMonth) => FillAsync(field, $"{dayAndMonth:00}{dayAndMonth:00}{year}");

    public override async Task ChooseAsync(string field, string value)
    {
        // A group of radio buttons is one stop; arrows go through it.
        var group = Page.Locator($"[name='Input.{field}']");
        await ReachAsync(group);
        await Page.Keyboard.PressAsync("Space");
        for (var i = await group.CountAsync(); !await Page.Locator($"[name='Input.{field}'][value='{value}']").IsCheckedAsync(); i--)
        {
            i.ShouldBeGreaterThan(0, $"{field} has no choice {value}");
            await Page.Keyboard.PressAsync("ArrowDown");
        }
    }

    public override async Task TickAsync(string field)
    {
        await ReachAsync(Page.Locator($"[name='Input.{field}'][type=checkbox]"));
        await Page.Keyboard.PressAsync("Space");
    }

    public override async Task SelectAsync(string field, string value)
    {
        var list = Page.Locator($"[name='Input.{field}']");
        await ReachAsync(list);
        await Page.Keyboard.TypeAsync(await list.Locator($"option[value='{value}']").InnerTextAsync());
        (await list.InputValueAsync()).ShouldBe(value);
    }

    /// <summary>Presses Tab until the focus is on one of these; at the top of a page the skip link is used first.</summary>
    private async Task ReachAsync(ILocator target)
    {
        await target.First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        if (await Page.EvaluateAsync<bool>("document.activeElement === document.body"))
        {
            await Page.Keyboard.PressAsync("Tab");
            await Page.Keyboard.PressAsync("Enter");
        }
        for (var tabs = 0; tabs < MostTabs;)
        {
            var distance = await target.EvaluateAllAsync<int>(Distance);
            if (distance == 0)
                return;
            // Half of the way without looking: never past it, also when not everything in between is a stop.
            for (var blind = Math.Max(1, distance / 2); blind > 0; blind--, tabs++)
                await Page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"{target} cannot be reached with Tab on {Page.Url}.");
    }
}
