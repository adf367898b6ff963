using CotnvPga.TestHost.Portals;

namespace CotnvPga.Browser.Tests;

/// <summary>What somebody typed is never lost, and never does anything.</summary>
[Collection(InBrowser.Name)]
public sealed class TypedTextTests(PortalInBrowser browser)
{
    private const string Hostile = "<script>alert(1)</script>\n\"'><img src=x onerror=alert(2)>\n{{7*7}} ${7*7} %0d%0a \u202Eomgekeerd\u202C 🧨 ' or 1=1 --";

    [BrowserFact]
    public async Task Hostile_text_comes_back_as_it_was_typed()
    {
        var police = await browser.PersonAsync("politie.eenheid");
        var dialogs = 0;
        police.Page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };
        await police.OpenAsync("/signalen/registreren");
        await police.FillAsync("Aanleiding", Hostile);
        await police.FillAsync("Gegevens[0].Waarde", Hostile);
        await police.PressAsync("Registreer signaal");
        (await police.Page.InputValueAsync("[name='Input.Aanleiding']")).ShouldBe(Hostile);
        (await police.Page.InputValueAsync("[name='Input.Gegevens[0].Waarde']")).ShouldBe(Hostile);
        await police.LookAsync();
        dialogs.ShouldBe(0);
    }

    [BrowserFact]
    public async Task Text_survives_a_session_that_ran_out()
    {
        var mayor = await browser.PersonAsync("procesregisseur.zvh");
        await mayor.OpenAsync("/signalen/registreren");
        await mayor.FillAsync("Aanleiding", Hostile);
        await mayor.SelectAsync("Gegevens[0].Veld", "waarneming");
        await mayor.FillAsync("Gegevens[0].Waarde", "Riep op 9 november leuzen op straat.");
        await EndSessionAsync(mayor);

        await mayor.PressAsync("Registreer signaal");
        await mayor.FillLogInAsync("procesregisseur.zvh", PortalFixture.PasswordOf("procesregisseur.zvh"));

        (await mayor.NoticeAsync()).ShouldContain("Wij hebben bewaard wat u typte.");
        (await mayor.Page.InputValueAsync("[name='Input.Aanleiding']")).ShouldBe(Hostile);
        (await mayor.Page.InputValueAsync("[name='Input.Gegevens[0].Waarde']")).ShouldBe("Riep op 9 november leuzen op straat.");
        await mayor.FillAsync("Gegevens[0].Noodzaak", "Nodig om te wegen.");
        await mayor.PressAsync("Registreer signaal");
        (await mayor.NoticeAsync()).ShouldContain("is geregistreerd");
    }

    [BrowserFact]
    public async Task Kept_text_is_only_for_who_typed_it()
    {
        var writer = await browser.PersonAsync("coordinator.polderdam");
        await writer.OpenAsync("/signalen/registreren");
        await writer.FillAsync("Aanleiding", "Alleen van mij.");
        await writer.PressAsync("Bewaar en stop");
        (await writer.NoticeAsync()).ShouldContain("is bewaard");

        var other = await browser.PersonAsync("zorg.polderdam");
        await other.OpenAsync("/signalen/registreren");
        (await other.Page.InputValueAsync("[name='Input.Aanleiding']")).ShouldBe("");

        await writer.OpenAsync("/signalen/registreren");
        (await writer.Page.InputValueAsync("[name='Input.Aanleiding']")).ShouldBe("Alleen van mij.");
        await writer.PressAsync("Gooi dit weg en begin opnieuw");
        (await writer.Page.InputValueAsync("[name='Input.Aanleiding']")).ShouldBe("");
    }

    // The session of the portal and the log-in at its server, as after a night.
    private async Task EndSessionAsync(Person person)
    {
        await browser.Portal.ExecuteAsync("delete from identiteit.sessie");
        await person.Page.Context.ClearCookiesAsync(new() { Name = "pga-inlog" });
    }
}
