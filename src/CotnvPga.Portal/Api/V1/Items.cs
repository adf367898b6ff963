using CotnvPga.Convenant.Asking;
using CotnvPga.Domain.Signals;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>How items stand in JSON, coming in and going out.</summary>
internal static class Items
{
    /// <summary>The list <c>gegevens</c> of a body.</summary>
    public static IReadOnlyList<NewItem> Read(SentObject body) => body.Objects("gegevens", ReadOne) ?? [];

    /// <summary>The list <c>noodzaakPerPartij</c> of an item.</summary>
    public static IReadOnlyList<PartyNecessity> ReadPerParty(SentObject body) => body.Objects(
        "noodzaakPerPartij", one => new PartyNecessity(one.Text("partij"), one.Text("noodzaak"), one.Text("noodzaakBijzonder"))) ?? [];

    /// <summary>An item that is visible to the caller.</summary>
    public static object Write(VisibleItem item) => new
    {
        Id = item.Id.Value,
        Veld = item.Field,
        Waarde = item.Value,
        Categorie = item.Category,
        Bijzonder = item.Nature,
        Verstrekker = item.Supplier,
        Uitkomst = item.Answer.Outcome.Code(),
        Grondslagen = item.Answer.Grounds,
        Toelichting = item.Answer.Explanation,
        Herkomst = item.Marks.Origin is { } origin
            ? new { Aard = origin.Nature, Bron = origin.Source, Betrouwbaarheid = origin.Reliability, Vindplaats = origin.Place, Stand = origin.State }
            : null,
        Kwaliteit = Quality(item.Marks),
        Geheimhouding = item.Marks.SecretUnder,
        Bijlagen = item.Marks.Attachments.Count > 0 ? item.Marks.Attachments.Select(Write) : null,
    };

    /// <summary>What was written about an item; absent where nothing was.</summary>
    private static object? Quality(ItemMarks marks) => marks is { Version: 1, TestedBy: null, OpenProposals: 0, OpenMessages: 0 }
        ? null
        : new
        {
            Versie = marks.Version,
            GecorrigeerdOp = marks.CorrectedAt,
            GetoetstDoor = marks.TestedBy,
            GetoetstOp = marks.TestedAt,
            OpenVoorstellen = marks.OpenProposals,
            OpenTerugmeldingen = marks.OpenMessages,
        };

    /// <summary>A document of an item.</summary>
    public static object Write(AttachmentLine document) => new
    {
        document.Id,
        Naam = document.Name,
        Soort = document.Kind,
        Grootte = document.Size,
        ToegevoegdNamens = document.AddedFor,
        Op = document.AddedAt,
    };

    /// <summary>An item that would be visible if something about it were added: never its field, nature or value.</summary>
    public static object Write(ConditionalItem item) => new
    {
        Id = item.Id.Value,
        Categorie = item.Category,
        Verstrekker = item.Supplier,
        Uitkomst = item.Answer.Outcome.Code(),
        Ontbreekt = item.Answer.Missing,
        Grondslagen = item.Answer.Grounds,
        Toelichting = item.Answer.Explanation,
    };

    private static NewItem ReadOne(SentObject item)
    {
        var read = new NewItem(
            item.Text("veld"),
            item.Text("waarde"),
            item.Text("categorie"),
            item.Text("bijzonder"),
            item.Text("verstrekker"),
            item.Text("noodzaak"),
            item.Text("noodzaakBijzonder"),
            ReadPerParty(item),
            item.Object("grondslag") is { } gate ? new NewGate(gate.Text("wet"), gate.Text("artikel"), gate.Text("instemmingVan"), gate.Date("op")) : null);
        return read with
        {
            ExtraCare = item.Text("extraZorg"),
            CareGround = item.Object("zorggrond") is { } ground ? new NewCareGround(ground.Text("soort"), ground.Text("toelichting")) : null,
            Origin = item.Object("herkomst") is { } origin
                ? new Origin(origin.Text("aard"), origin.Text("bron"), origin.Text("betrouwbaarheid"), origin.Text("vindplaats"), origin.Text("stand"))
                : null,
            IsUnreadable = !item.IsReadable,
        };
    }
}
