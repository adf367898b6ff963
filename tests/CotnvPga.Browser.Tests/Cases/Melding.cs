namespace CotnvPga.Browser.Tests.Cases;

/// <summary>A report of somebody without an account: what came of it for the portal, and what the reporter hears.</summary>
internal sealed class Melding(Zaak zaak, Person melder, string code)
{
    public Zaak Zaak => zaak;

    /// <summary>What the reporter reads who comes back with the code.</summary>
    public async Task MelderLeest(string tekst)
    {
        await melder.OpenAsync("/melden/stand");
        await melder.Page.FillAsync("[name=Code]", code);
        await melder.PressAsync("Kijk");
        (await melder.NoticeAsync()).ShouldContain(tekst);
    }
}
