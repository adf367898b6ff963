using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace CotnvPga.Browser.Tests;

/// <summary>WCAG 2.2 A and AA as axe-core checks it, in the page itself: the script is loaded once per page and runs as often as asked.</summary>
internal static class Accessibility
{
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } }))
          .violations.map(v => `${v.id}: ${v.nodes[0].html}`)
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What goes against the rules on the page as it is now: rule and first element.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync($"{Script}; undefined");
        return await page.EvaluateAsync<string[]>(Run);
    }
}
