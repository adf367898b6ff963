using CotnvPga.Convenant;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Domain.Signals;

/// <summary>Reads items as people send them against the catalogue of fields. Finds all errors at once; decides nothing about rights.</summary>
public sealed class ItemIntake(CompiledConvenant convenant)
{
    private const int LongestReason = 4_000;
    private readonly OriginIntake _origins = new(convenant);

    /// <summary>The items, or everything that is wrong with them.</summary>
    /// <param name="items">What was sent.</param>
    /// <param name="own">The party that records: the supplier when none is given.</param>
    /// <param name="today">No gate can be dated later.</param>
    /// <param name="path">Name of the list in what was sent, for the error paths.</param>
    public Result<IReadOnlyList<Item>> Read(IReadOnlyList<NewItem> items, Party own, LocalDate today, string path = "gegevens")
    {
        var (read, errors) = ReadAll(items, own, today, path);
        return errors.Count > 0 ? new NotValid(errors) : Result.Done(read);
    }

    /// <summary>The items that are right, and everything that is wrong with the others.</summary>
    public (IReadOnlyList<Item> Items, IReadOnlyList<FieldError> Errors) ReadAll(IReadOnlyList<NewItem> items, Party own, LocalDate today, string path = "gegevens")
    {
        var errors = new List<FieldError>();
        var read = new List<Item>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (ReadOne(items[i], own, today, $"{path}[{i}]", errors) is { } item)
                read.Add(item);
        }
        return (read, errors);
    }

    private Item? ReadOne(NewItem sent, Party own, LocalDate today, string path, List<FieldError> errors)
    {
        var before = errors.Count;
        void Wrong(string field, string message) => errors.Add(new FieldError($"{path}.{field}", message));

        FieldDefinition? field = null;
        if (string.IsNullOrWhiteSpace(sent.Field))
            Wrong("veld", "Kies een veld.");
        else if (!convenant.Fields.TryGetValue(sent.Field, out field))
            Wrong("veld", $"'{Short(sent.Field)}' is geen veld. Kies uit: {string.Join(", ", convenant.Fields.Keys)}.");

        var (value, origin) = _origins.Read(sent, field?.Code, Wrong);

        var category = Known<Category>(sent.Category, "categorie", Wrong);
        if (field is not null && category is { } given && given.Code() != field.Category)
            Wrong("categorie", $"Het veld {field.Label} hoort bij de categorie {field.Category}.");

        var nature = Known<Nature>(sent.Nature, "bijzonder", Wrong);
        if (field is not null && nature is Nature.Geen && field.Nature != Nature.Geen.Code())
            Wrong("bijzonder", $"Het veld {field.Label} is altijd bijzonder ({field.Nature}). Minder streng kan niet.");

        var supplier = sent.Supplier is null
            ? Codes.Parse<Supplier>(own.Code())
            : Known<Supplier>(sent.Supplier, "verstrekker", Wrong);
        if (sent.Supplier is null && supplier is null)
            Wrong("verstrekker", $"Kies wie het gegeven verstrekt: {string.Join(", ", Codes.All<Supplier>())}.");

        TooLong(sent.Necessity, "noodzaak", Wrong);
        TooLong(sent.SpecialNecessity, "noodzaakBijzonder", Wrong);
        var necessities = new List<Necessity>();
        if (Filled(sent.Necessity) || Filled(sent.SpecialNecessity))
            necessities.Add(new Necessity(null, Clean(sent.Necessity), Clean(sent.SpecialNecessity)));
        for (var i = 0; i < sent.NecessityPerParty.Count; i++)
        {
            var entry = sent.NecessityPerParty[i];
            var at = $"noodzaakPerPartij[{i}]";
            if (entry.Party is null)
                Wrong($"{at}.partij", "Kies een partij.");
            TooLong(entry.Necessity, $"{at}.noodzaak", Wrong);
            TooLong(entry.SpecialNecessity, $"{at}.noodzaakBijzonder", Wrong);
            if (!Filled(entry.Necessity))
                Wrong($"{at}.noodzaak", "Schrijf waarom deze partij het gegeven nodig heeft.");
            if (Known<Party>(entry.Party, $"{at}.partij", Wrong) is { } party)
                necessities.Add(new Necessity(party, Clean(entry.Necessity), Clean(entry.SpecialNecessity)));
        }
        var gate = ReadGate(sent.Gate, today, Wrong);
        if (sent.ExtraCare is { } care)
            convenant.OneOf("extra_zorg", care, "extraZorg", Wrong);
        var ground = ReadCareGround(sent.CareGround, Wrong);

        return sent.IsUnreadable || errors.Count > before || field is null || supplier is null
            ? null
            : new Item(
                field.Code,
                value,
                Codes.Known<Category>(field.Category),
                nature ?? Codes.Known<Nature>(field.Nature),
                supplier.Value,
                necessities,
                gate)
            {
                ExtraCare = sent.ExtraCare,
                CareGround = ground,
                Origin = origin,
            };
    }

    private CareGround? ReadCareGround(NewCareGround? sent, Action<string, string> wrong)
    {
        if (sent is null)
            return null;
        if (sent.Kind is null)
            wrong("zorggrond.soort", "Kies op welke grond de zorgverlener dit deelt.");
        else
            convenant.OneOf("zorggrond", sent.Kind, "zorggrond.soort", wrong);
        if (!Filled(sent.Explanation))
            wrong("zorggrond.toelichting", "Schrijf wat de zorgverlener hierover heeft vastgelegd.");
        TooLong(sent.Explanation, "zorggrond.toelichting", wrong);
        return sent.Kind is null || sent.Explanation is null ? null : new CareGround(sent.Kind, sent.Explanation.Trim());
    }

    private static Gate? ReadGate(NewGate? sent, LocalDate today, Action<string, string> wrong)
    {
        if (sent is null)
            return null;
        if (sent.Law is not ("wpg" or "wjsg"))
            wrong("grondslag.wet", "Kies wpg of wjsg.");
        if (!Filled(sent.Article) || sent.Article!.Length > 100)
            wrong("grondslag.artikel", "Noem het artikel.");
        if (!Filled(sent.ConsentBy) || sent.ConsentBy!.Length > 200)
            wrong("grondslag.instemmingVan", "Noem wie ermee instemde.");
        if (sent.On is not { } on)
            wrong("grondslag.op", "Noem de datum van instemming (jjjj-mm-dd).");
        else if (on > today)
            wrong("grondslag.op", "De datum van instemming ligt in de toekomst.");
        return sent.Law is null || sent.Article is null || sent.ConsentBy is null || sent.On is null
            ? null
            : new Gate(sent.Law, sent.Article.Trim(), sent.ConsentBy.Trim(), sent.On.Value);
    }

    private static T? Known<T>(string? code, string field, Action<string, string> wrong) where T : struct, Enum
    {
        if (code is null)
            return null;
        var value = Codes.Parse<T>(code);
        if (value is null)
            wrong(field, $"'{Short(code)}' is geen geldige code. Kies uit: {string.Join(", ", Codes.All<T>())}.");
        return value;
    }

    private static void TooLong(string? text, string field, Action<string, string> wrong)
    {
        if (text?.Length > LongestReason)
            wrong(field, $"Dit is te lang. Gebruik ten hoogste {LongestReason} tekens.");
    }

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);

    private static string? Clean(string? text) => Filled(text) ? text!.Trim() : null;

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
