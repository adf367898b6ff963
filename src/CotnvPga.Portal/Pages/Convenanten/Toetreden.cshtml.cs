using CotnvPga.Convenant;
using CotnvPga.Data.Accession;
using CotnvPga.Domain;
using CotnvPga.Domain.Accession;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Drafts;

namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>Accedes for a municipality to a version of its covenant, or to the national one alone.</summary>
[KeepsTyped]
public sealed class ToetredenModel(AccessionDesk desk, CompiledConvenant convenant, DutchClock clock) : SigningPage(desk, convenant, clock)
{
    /// <summary>The versions that can be signed.</summary>
    public IReadOnlyList<Choice> Versions =>
    [
        .. Accession.History.Locals.Select(l => new Choice(
            l.Version, $"Lokaal convenant {l.Version}", l.Validity.From is { } from ? $"Geldt vanaf {from.ToDateText()}." : null)),
        new Choice(NewDeclaration.NationalAlone, "Alleen het modelconvenant", "Zonder eigen keuzes: overal geldt de strengste."),
    ];

    protected override Task<Result<Declaration>> SignAsync(AccessionDesk at, NewDeclaration sent, CancellationToken cancel) => at.AccedeAsync(Actor, Gemeente, sent, cancel);

    protected override string DoneText(Declaration declared) =>
        $"{Accession.Name} is toegetreden{(declared.Version is { } version ? $" tot versie {version}" : "")}. Binnen een minuut beslist het portaal hiermee.";
}
