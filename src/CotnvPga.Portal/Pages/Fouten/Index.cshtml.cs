using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CotnvPga.Portal.Pages.Fouten;

/// <summary>
/// What people see when something cannot be shown. 404 says the same for what does not exist and for what the reader cannot know of;
/// no page names the address or anything technical.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class IndexModel : PageModel
{
    public string Title { get; private set; } = string.Empty;

    public string Explanation { get; private set; } = string.Empty;

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code) => (Title, Explanation) = code switch
    {
        400 => ("Dit formulier kwam niet goed aan", "Ga terug met de knop van uw browser en probeer het opnieuw. Wat u typte, staat daar nog."),
        401 or 403 => ("Dit mag u hier niet doen", "U bent bekend in het portaal, maar deze handeling hoort niet bij uw partij of rol."),
        404 => ("Wij vinden deze zaak niet", "Het nummer klopt niet, of de zaak is niet voor u. Meer kunnen wij hier niet zeggen."),
        409 => ("Dit kan nu niet", "Iemand anders was u net voor, of er ontbreekt nog iets. Open de zaak opnieuw en kijk hoe het staat."),
        429 => ("Te veel verzoeken", "Wacht een minuut en probeer het opnieuw."),
        _ => ("Er ging iets mis", "Dat ligt aan het portaal, niet aan u. Wat eerder is bewaard, staat er nog. Probeer het over een paar minuten opnieuw."),
    };
}
