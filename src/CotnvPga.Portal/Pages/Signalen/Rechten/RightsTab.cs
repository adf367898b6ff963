using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Portal.Pages.Signalen.Rechten;

/// <summary>When the rights of the person concerned have a page: from the consultation on, as long as there is something to ask about (besluit-pga:2).</summary>
internal static class RightsTab
{
    public static bool IsOpen(CaseView view) => view.State.Phase is Phase.Casusoverleg or Phase.Uitvoering or Phase.Afgesloten;
}
