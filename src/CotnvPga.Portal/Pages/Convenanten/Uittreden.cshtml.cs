using CotnvPga.Convenant;
using CotnvPga.Data.Accession;
using CotnvPga.Domain;
using CotnvPga.Domain.Accession;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Drafts;

namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>Leaves the covenant for a municipality: from the given day law and national covenant hold, with the strictest choices.</summary>
[KeepsTyped]
public sealed class UittredenModel(AccessionDesk desk, CompiledConvenant convenant, DutchClock clock) : SigningPage(desk, convenant, clock)
{
    protected override Task<Result<Declaration>> SignAsync(AccessionDesk at, NewDeclaration sent, CancellationToken cancel) => at.LeaveAsync(Actor, Gemeente, sent, cancel);

    protected override string DoneText(Declaration declared) => $"{Accession.Name} treedt uit op {declared.On.ToDateText()}.";
}
