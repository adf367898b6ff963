using CotnvPga.Convenant;
using CotnvPga.Data.Transfer;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>Whether a link to change something about an item is worth showing. The service decides; this only spares people a refusal.</summary>
public sealed class ItemRights(CompiledConvenant convenant, Words words)
{
    /// <summary>The choice that stands for the three and the supplier's own party.</summary>
    public const string Standard = "standaard";

    private IReadOnlySet<string> Three => convenant.GroupOf("partij", "drie");

    /// <summary>For whom necessity can be recorded: also for who only receives, else nothing could be handed to a guest or go along to another municipality.</summary>
    public IReadOnlyList<Choice> Parties { get; } =
    [
        new(Standard, "De drie partijen van de weging en wie het verstrekte"),
        .. convenant.CodesOf("partij")
            .Where(p => convenant.GroupOf("partij", "overige_deelnemers").Contains(p) || NewAdmission.Guests.Contains(p) || p == TransferDesk.Elsewhere)
            .Select(p => new Choice(p, words.Party(p))),
    ];

    /// <summary>Whether this viewer may say why an item is needed: one of the three, or its supplier.</summary>
    public bool MayExplain(CaseView view, Guid item) => Three.Contains(view.Viewer.Party.Code()) || MayShield(view, item);

    /// <summary>Whether this viewer may hold an item back: its supplier.</summary>
    public bool MayShield(CaseView view, Guid item) => SupplierOf(view, item) == view.Viewer.Party.Code();

    private static string? SupplierOf(CaseView view, Guid item) =>
        view.Items.FirstOrDefault(i => i.Id.Value == item)?.Supplier ?? view.Conditional.FirstOrDefault(i => i.Id.Value == item)?.Supplier;
}
