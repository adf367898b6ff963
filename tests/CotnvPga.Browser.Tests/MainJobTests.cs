namespace CotnvPga.Browser.Tests;

/// <summary>The main job, from signal to plan, in a real browser.</summary>
[Collection(InBrowser.Name)]
public sealed class MainJobTests(PortalInBrowser browser)
{
    [BrowserFact]
    public async Task The_keyboard_is_enough() => await DoAsync(new MainJob(
        await browser.KeyboardPersonAsync("politie.voorbeeldstad"),
        await browser.KeyboardPersonAsync("om.voorbeeldstad"),
        await browser.KeyboardPersonAsync("coordinator.voorbeeldstad"),
        _ => Task.CompletedTask));

    [BrowserFact]
    [Trait("Category", "Lang")]
    public async Task It_works_without_script() => await DoAsync(new MainJob(
        await browser.PersonAsync("politie.modelveen", script: false),
        await browser.PersonAsync("om.modelveen", script: false),
        await browser.PersonAsync("coordinator.modelveen", script: false),
        _ => Task.CompletedTask));

    private static async Task DoAsync(MainJob job)
    {
        await job.RegisterAsync();
        await job.BringToTheTableAsync();
        await job.WeighAsync();
        await job.FixParticipantsAsync();
        await job.ConsultAsync();
    }
}
