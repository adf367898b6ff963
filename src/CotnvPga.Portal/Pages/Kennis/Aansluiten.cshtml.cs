using System.Globalization;
using CotnvPga.Data.Accession;
using CotnvPga.Data.Knowledge;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Identity.Continuity;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Landelijk;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Kennis;

/// <summary>What a municipality that begins has to arrange, how far it is, and the drafts that go with it. For a municipality that one works for.</summary>
public sealed class AansluitenModel(AccessionDesk accessions, ContinuityBoard board, Municipalities municipalities, RegisterPages register, ShippedDrafts drafts) : PortalPage
{
    /// <summary>The municipalities that this person works for; all for who works for the country.</summary>
    public IReadOnlyList<NamedMunicipality> Mine { get; private set; } = [];

    public NamedMunicipality? Chosen { get; private set; }

    public IReadOnlyList<StartLine> Lines { get; private set; } = [];

    public IReadOnlyList<ShippedDraft> Drafts => drafts.All;

    public async Task OnGetAsync(string? gemeente, CancellationToken cancel)
    {
        if (!Choose(gemeente))
            return;
        var accession = (await accessions.AllAsync(cancel)).First(a => a.Code == Chosen!.Code);
        var line = register.Line(Chosen!, accession, await board.FactsAsync([new Municipality(Chosen!.Code)], cancel));
        Lines =
        [
            new("Toegetreden tot het convenant", line.TakesPart, line.Covenant, "/Convenanten/Index"),
            new("Genoeg mensen voor elk van de drie, ook bij ziekte", line.IsStaffed, string.Join(", ", line.Benches), "/Continuiteit/Index"),
            new("Iedereen opgeleid", line.AllTrained, line.Training, "/Continuiteit/Index"),
            new("Iedereen gescreend en geautoriseerd", line.AllScreened, line.Screening, "/Continuiteit/Index"),
            new("Meldpunt bekend", Chosen.ReportingPoint is not null, Chosen.ReportingPoint is { } point ? $"{point.Telephone}, {point.Hours}" : "Er is geen nummer bekend.", "/Meldpunt/Index"),
            new("Afspraken met het Zorg- en Veiligheidshuis", line.HasAgreement, line.SafetyHouse, "/Landelijk/Register"),
            new("Contactpunt voor mensen over wie het gaat", null, "De burgemeester (artikel 2 lid 2 Besluit PGA). Kijk of de balie en het klantcontactcentrum dit weten.", null),
            new("Functionaris voor gegevensbescherming", null, "Bel haar of hem vóór de eerste zaak. De coördinerende functionaris kijkt mee in het portaal.", null),
            new("De eerste zaak geoefend", null, "Loop met de drie een verzonnen zaak door.", "/Kennis/Index"),
        ];
    }

    /// <summary>A draft with the names filled in (<c>docx</c> or <c>html</c>); 404 when there is none.</summary>
    public IActionResult OnGetConcept(string? gemeente, string? concept, string? vorm) =>
        Choose(gemeente) && ReportFile.Knows(vorm) && drafts.All.FirstOrDefault(d => d.Code == concept) is { } draft
            ? ReportFile.Of(KnowledgePages.Draft(draft, Chosen!), vorm!, string.Create(CultureInfo.InvariantCulture, $"{draft.Code}-{Chosen!.Code}"))
            : NotFound();

    private bool Choose(string? code)
    {
        var own = Actor.Memberships.Select(m => m.Municipality?.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
        Mine = own.Count == 0 ? municipalities.All : [.. municipalities.All.Where(m => own.Contains(m.Code))];
        Chosen = code is null ? Mine.Count > 0 ? Mine[0] : null : Mine.FirstOrDefault(m => m.Code == code);
        return Chosen is not null;
    }
}

/// <summary>Something to arrange.</summary>
/// <param name="What">What.</param>
/// <param name="Done">Whether the portal sees that it is done; null when only people know.</param>
/// <param name="How">How it stands.</param>
/// <param name="Page">Where it is arranged; null when that is outside the portal.</param>
public sealed record StartLine(string What, bool? Done, string How, string? Page);
