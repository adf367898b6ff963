using CotnvPga.Domain.Registrations;
using CotnvPga.Domain.Signals;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Data.Registrations;

/// <summary>The names of what stands on a line, in a file as in JSON, and the registration that they make together.</summary>
public static class RegistrationForm
{
    private static readonly LocalDatePattern DutchDay = LocalDatePattern.CreateWithInvariantCulture("d-M-uuuu");

    /// <summary>What is read. The first eight are also in the export.</summary>
    public static IReadOnlyList<string> Read { get; } =
    [
        "zaak", "gegeven", "veld", "waarde", "categorie", "bijzonder", "aard", "bron", "betrouwbaarheid", "plaats", "stand", "signaal", "aan", "verstrekker", "noodzaak", "noodzaakBijzonder",
        "wet", "artikel", "instemmingVan", "instemmingOp", "extraZorg", "zorggrond", "zorggrondToelichting",
    ];

    /// <summary>What the export tells besides; it is passed over, because the portal itself says it.</summary>
    public static IReadOnlyList<string> PassedOver { get; } = ["naam", "vastgelegdOp", "versie", "grondslagen"];

    /// <summary>The registration of a line.</summary>
    /// <param name="at">Where it stands.</param>
    /// <param name="cell">The text under a name; null when nothing stands there.</param>
    public static SentRegistration Make(SentPlace at, Func<string, string?> cell)
    {
        var item = new NewItem(
            cell("veld"), cell("waarde"), cell("categorie"), cell("bijzonder"), cell("verstrekker"), cell("noodzaak"), cell("noodzaakBijzonder"), [],
            Any(cell, "wet", "artikel", "instemmingVan", "instemmingOp") ? new NewGate(cell("wet"), cell("artikel"), cell("instemmingVan"), Day(cell("instemmingOp"))) : null)
        {
            ExtraCare = cell("extraZorg"),
            CareGround = Any(cell, "zorggrond", "zorggrondToelichting") ? new NewCareGround(cell("zorggrond"), cell("zorggrondToelichting")) : null,
            Origin = Any(cell, "aard", "bron", "betrouwbaarheid", "plaats", "stand") ? new Origin(cell("aard"), cell("bron"), cell("betrouwbaarheid"), cell("plaats"), cell("stand")) : null,
        };
        return new SentRegistration(at, cell("zaak"), cell("signaal"), cell("gegeven"), cell("aan"), item);
    }

    private static bool Any(Func<string, string?> cell, params string[] names) => names.Any(n => cell(n) is not null);

    private static LocalDate? Day(string? text) => text is null
        ? null
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var iso } ? iso : DutchDay.Parse(text) is { Success: true, Value: var dutch } ? dutch : null;
}
