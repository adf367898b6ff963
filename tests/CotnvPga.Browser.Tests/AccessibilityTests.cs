namespace CotnvPga.Browser.Tests;

/// <summary>The instrument that looks at every page sees what is wrong.</summary>
[Collection(InBrowser.Name)]
public sealed class AccessibilityTests(PortalInBrowser browser)
{
    [BrowserFact]
    public async Task A_fault_is_found_also_after_the_page_changed()
    {
        var nobody = await browser.PersonAsync(null);
        await nobody.OpenAsync("/inloggen");
        (await Accessibility.ViolationsAsync(nobody.Page)).ShouldBeEmpty();
        await nobody.Page.EvaluateAsync("document.querySelector('main').append(Object.assign(document.createElement('input'), { name: 'zonder' }))");
        (await Accessibility.ViolationsAsync(nobody.Page)).ShouldHaveSingleItem().ShouldBe("label: <input name=\"zonder\">");
    }
}
