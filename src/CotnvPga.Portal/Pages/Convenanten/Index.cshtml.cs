using CotnvPga.Convenant;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Mapping;

namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>The covenants: the national one, and what holds in each municipality today.</summary>
public sealed class IndexModel(CompiledConvenant convenant, CovenantPages pages, DutchClock clock) : PortalPage
{
    /// <summary>The national covenant; null where there is only law.</summary>
    public CovenantText? Model => convenant.Covenants.Model;

    /// <summary>How many articles it has.</summary>
    public int Clauses => convenant.Covenants.Clauses.Count;

    /// <summary>A line for each municipality.</summary>
    public IReadOnlyList<CovenantLine> Lines { get; private set; } = [];

    /// <summary>Hash of the rule data.</summary>
    public string Hash => convenant.Hash;

    public void OnGet() => Lines = pages.Lines(clock.Today);
}
