using CotnvPga.Convenant;
using CotnvPga.Domain.Vocabulary;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Domain.Sharing;

/// <summary>Reads the question "Mag ik dit delen?" against the vocabulary. Finds all errors at once; decides nothing about rights.</summary>
public sealed class SharingIntake(CompiledConvenant convenant)
{
    private const int MostCircumstances = 64;

    /// <summary>The question, or everything that is wrong with it.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="own">Code of the party of who asks; null when there is none.</param>
    /// <param name="today">The day when none is given.</param>
    public Result<SharingQuestion> Read(NewSharing sent, string? own, LocalDate today)
    {
        var errors = new List<FieldError>();
        var sharer = Known("partij", "wie", sent.Sharer ?? own, "Kies wie deelt.", errors);
        var act = Known("handeling", "manier", sent.Act, "Kies op welke manier.", errors);
        var phase = Known("fase", "fase", sent.Phase, "Kies de fase.", errors);
        var purpose = Known("doel", "doel", sent.Purpose ?? convenant.CodesOf("doel")[0], "Kies waarvoor.", errors);
        // Who records, records for itself; in every other way somebody else gets it.
        var records = act == Act.Vastleggen.Code();
        var receiver = records ? sharer : Known("partij", "aan", sent.Receiver, "Kies aan wie.", errors);
        var role = sent.Role is null ? null : Known("rol", "rol", sent.Role, "", errors);
        if (sent.Municipality is { } municipality && convenant.Vocabulary.Shape.Municipality?.Fits(municipality) != true)
            errors.Add(new FieldError("gemeente", $"'{Short(municipality)}' is geen code van een gemeente, zoals 9901."));
        var item = act == Act.Deelnemen.Code() ? null : ReadItem(sent, sharer, errors);
        var day = ReadDay(sent.Day, today, errors);
        var circumstances = ReadCircumstances(sent.Circumstances, errors);
        return errors.Count > 0
            ? new NotValid(errors)
            : new SharingQuestion(sharer!, receiver!, role, sent.Municipality, act!, phase!, purpose!, day, item, circumstances);
    }

    private SharedItem? ReadItem(NewSharing sent, string? sharer, List<FieldError> errors)
    {
        FieldDefinition? field = null;
        if (sent.Field is not null && !convenant.Fields.TryGetValue(sent.Field, out field))
            errors.Add(new FieldError("veld", $"'{Short(sent.Field)}' is geen veld. Kies uit: {string.Join(", ", convenant.Fields.Keys)}."));
        else if (sent.Field is null && sent.Category is null)
            errors.Add(new FieldError("veld", "Kies wat u wilt delen, of kies een soort gegeven."));
        var category = field?.Category ?? (sent.Field is null && sent.Category is not null ? Known("categorie", "categorie", sent.Category, "", errors) : null);
        if (field is not null && sent.Category is not null && sent.Category != field.Category)
            errors.Add(new FieldError("categorie", $"Het veld {field.Label} is van een andere soort. Laat de soort leeg."));

        var none = Nature.Geen.Code();
        var nature = Known("bijzonder", "bijzonder", sent.Nature ?? field?.Nature ?? none, "", errors);
        if (field is not null && nature == none && field.Nature != none)
            errors.Add(new FieldError("bijzonder", $"Het veld {field.Label} is altijd bijzonder ({field.Nature}). Minder streng kan niet."));

        var supplier = sent.Supplier is null && sharer is not null && convenant.CodesOf("verstrekker").Contains(sharer)
            ? sharer
            : Known("verstrekker", "verstrekker", sent.Supplier, "Kies van wie het gegeven komt.", errors);
        return category is null || nature is null || supplier is null ? null : new SharedItem(field?.Code, category, nature, supplier);
    }

    private static LocalDate ReadDay(string? sent, LocalDate today, List<FieldError> errors)
    {
        if (sent is null)
            return today;
        var parsed = LocalDatePattern.Iso.Parse(sent);
        if (parsed.Success && parsed.Value.Year is >= 2000 and <= 2099)
            return parsed.Value;
        errors.Add(new FieldError("dag", "Dit is geen datum tussen 2000 en 2099. Schrijf jjjj-mm-dd."));
        return today;
    }

    private HashSet<string> ReadCircumstances(IReadOnlyList<string> sent, List<FieldError> errors)
    {
        if (sent.Count > MostCircumstances)
            errors.Add(new FieldError("omstandigheden", $"Noem ten hoogste {MostCircumstances} omstandigheden."));
        foreach (var code in sent.Take(MostCircumstances).Where(c => convenant.Vocabulary.Circumstance(c) is null))
            errors.Add(new FieldError("omstandigheden", $"'{Short(code)}' is geen omstandigheid. Kies uit: {string.Join(", ", convenant.CodesOf("omstandigheid"))}."));
        return sent.ToHashSet(StringComparer.Ordinal);
    }

    private string? Known(string axis, string field, string? code, string whenAbsent, List<FieldError> errors)
    {
        if (code is not null && convenant.CodesOf(axis).Contains(code))
            return code;
        errors.Add(new FieldError(field, code is null ? whenAbsent : $"'{Short(code)}' is geen geldige code. Kies uit: {string.Join(", ", convenant.CodesOf(axis))}."));
        return null;
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
