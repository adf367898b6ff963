using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.Records;

namespace CotnvPga.Data.Records;

/// <summary>
/// Texts that leave the case without a person in them (<c>zonder</c>): no citizen service number, and nothing of the items that say whom it is
/// about, as far as the writer sees those. What is compared, is read: it gets a line in the log.
/// </summary>
public sealed class PersonFree(CompiledConvenant convenant, CaseReader reader)
{
    internal async Task<IReadOnlyList<FieldError>> ErrorsAsync(CaseEntry entry, RecordDefinition kind, RecordWords words, CancellationToken cancel)
    {
        var texts = kind.Fields.Where(f => f.Without.Count > 0 && words.Answer(f.Code) is not null).ToList();
        if (texts.Count == 0)
            return [];
        var names = texts.SelectMany(f => f.Without).ToHashSet(StringComparer.Ordinal);
        var items = await reader.ReadSomeAsync(entry, (_, field) => names.Contains(field), cancel);
        var errors = new List<FieldError>();
        foreach (var field in texts)
        {
            var text = new PersonText(words.Answer(field.Code)!);
            if (text.HasCitizenNumber)
                errors.Add(new FieldError(field.Code, "Hierin staat een burgerservicenummer. Schrijf het zonder."));
            foreach (var found in items.Where(i => field.Without.Contains(i.Field) && text.Tells(i.Value)).Select(i => i.Field).Distinct())
                errors.Add(new FieldError(field.Code, $"Hierin staat iets uit ‘{convenant.Fields[found].Label}’. Schrijf het zo dat niemand weet om wie het gaat."));
        }
        return errors;
    }
}
