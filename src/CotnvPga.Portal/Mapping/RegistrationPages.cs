using System.Globalization;
using CotnvPga.Data.Registrations;
using CotnvPga.Portal.Api;

namespace CotnvPga.Portal.Mapping;

/// <summary>What one's own party recorded as a file for another system: names of columns are those of the API.</summary>
internal static class RegistrationPages
{
    private static readonly string[] Columns =
        ["zaak", "gegeven", "veld", "naam", "waarde", "categorie", "bijzonder", "vastgelegdOp", "versie", "aard", "bron", "betrouwbaarheid", "plaats", "stand", "grondslagen"];

    /// <summary>For a spreadsheet.</summary>
    public static byte[] Csv(IReadOnlyList<OwnRegistration> registrations) => SpreadsheetFile.Of(Columns, registrations.Select(r => new[]
    {
        r.Case, r.Item.Id.ToString(), r.Item.Field, r.Item.FieldLabel, r.Item.Value, r.Item.Category, r.Item.Nature,
        r.Item.RecordedAt.ToString(), r.Item.Marks.Version.ToString(CultureInfo.InvariantCulture),
        r.Item.Marks.Origin?.Nature ?? "", r.Item.Marks.Origin?.Source ?? "", r.Item.Marks.Origin?.Reliability ?? "", r.Item.Marks.Origin?.Place ?? "", r.Item.Marks.Origin?.State ?? "",
        string.Join(", ", r.Item.Answer.Grounds),
    }));

    /// <summary>For a program.</summary>
    public static byte[] Json(IReadOnlyList<OwnRegistration> registrations) => ApiJson.Write(new { Registraties = registrations.Select(Line) });

    /// <summary>One item as the API tells it.</summary>
    internal static object Line(OwnRegistration registration) => new
    {
        Zaak = registration.Case,
        Gegeven = registration.Item.Id.Value,
        Veld = registration.Item.Field,
        Naam = registration.Item.FieldLabel,
        Waarde = registration.Item.Value,
        Categorie = registration.Item.Category,
        Bijzonder = registration.Item.Nature,
        VastgelegdOp = registration.Item.RecordedAt,
        Versie = registration.Item.Marks.Version,
        Aard = registration.Item.Marks.Origin?.Nature,
        Bron = registration.Item.Marks.Origin?.Source,
        Betrouwbaarheid = registration.Item.Marks.Origin?.Reliability,
        Plaats = registration.Item.Marks.Origin?.Place,
        Stand = registration.Item.Marks.Origin?.State,
        Grondslagen = registration.Item.Answer.Grounds,
    };
}
