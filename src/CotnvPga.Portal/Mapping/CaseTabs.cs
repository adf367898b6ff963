using CotnvPga.Domain.Signals;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Pages.Signalen.Rechten;

namespace CotnvPga.Portal.Mapping;

/// <summary>Which pages about a case somebody has: those that would show something.</summary>
internal static class CaseTabs
{
    public static IReadOnlyList<Tab> Of(CaseView view)
    {
        var count = view.Items.Count + view.Conditional.Count;
        List<Tab> tabs = [new("/Signalen/Zaak/Index", "Gegevens", count > 0 ? count : null)];
        if (view.Standing.Count > 0)
            tabs.Add(new Tab("/Signalen/Weging/Index", "Weging"));
        if (view.SitsAtConsultation)
        {
            tabs.Add(new Tab("/Signalen/Overleg/Index", "Overleg en plan"));
            tabs.Add(new Tab("/Signalen/Plan/Index", "Plan van aanpak"));
        }
        if (view.HasRecords)
            tabs.Add(new Tab("/Signalen/Stukken/Index", "Stukken"));
        if (view.TransferWaits || view.SitsAtConsultation)
            tabs.Add(new Tab("/Signalen/Overdracht/Index", "Overdracht"));
        if (view.HasRecords && RightsTab.IsOpen(view))
            tabs.Add(new Tab("/Signalen/Rechten/Index", "Rechten"));
        if (view.WorksOn)
        {
            tabs.Add(new Tab("/Signalen/Zaak/Samenhang", "Samenhang"));
            tabs.Add(new Tab("/Signalen/Zaak/Tijdlijn", "Tijdlijn"));
        }
        if (view.KeepsInterests)
            tabs.Add(new Tab("/Signalen/Belangen/Index", "Belangen"));
        tabs.Add(new Tab("/Signalen/Zaak/Logboek", "Wie zag wat"));
        return tabs;
    }
}
