using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Domain.Records;

/// <summary>A record as somebody sends it: every answer as text, the codes and days in the form of the API.</summary>
/// <param name="About">The record that it is about; null when it stands alone.</param>
/// <param name="Replaces">The older version whose place it takes; null for a first version.</param>
/// <param name="Answers">Per field what was answered.</param>
public sealed record NewRecord(Guid? About, Guid? Replaces, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers)
{
    private const int LongestText = 10_000;
    private const int LongestLine = 300;
    private const int MostYearsAhead = 5;
    private const int MostRows = 60;

    /// <summary>The record that can be laid down, or everything that is wrong with it.</summary>
    /// <param name="kind">The kind of record.</param>
    /// <param name="convenant">For lists of reasons and groups of parties.</param>
    /// <param name="municipalityExists">Whether a municipality works with the portal.</param>
    /// <param name="today">The day.</param>
    public Result<RecordWords> Read(RecordDefinition kind, CompiledConvenant convenant, Func<string, bool> municipalityExists, LocalDate today)
    {
        var errors = new List<FieldError>();
        if (kind.NeedsAbout && About is null)
            errors.Add(new FieldError("bij", "Zeg bij welk stuk dit hoort."));
        if (kind.About.Count == 0 && About is not null)
            errors.Add(new FieldError("bij", "Dit stuk hoort niet bij een ander stuk."));
        if (Replaces is not null && !kind.Replaces)
            errors.Add(new FieldError("vervangt", "Van dit stuk bestaat één versie. Maak een nieuw stuk."));
        foreach (var name in Answers.Keys.Where(name => kind.Fields.All(f => f.Code != name)))
            errors.Add(new FieldError(name, $"Dit stuk heeft geen veld '{name}'. Het kent: {string.Join(", ", kind.Fields.Select(f => f.Code))}."));
        var read = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var field in kind.Fields)
        {
            IReadOnlyList<string> answer = field.Kind == RecordFieldKind.Rijen
                ? ReadRows(field, convenant, municipalityExists, today, errors)
                : [.. (Answers.GetValueOrDefault(field.Code) ?? []).Select(a => a.Trim()).Where(a => a.Length > 0)];
            if (Check(field, answer, field.Code, convenant, municipalityExists, today, errors))
                read[field.Code] = answer;
        }
        return errors.Count > 0 ? new NotValid(errors) : new RecordWords(kind.Code, About, Replaces, read);
    }

    /// <summary>The rows of a field in their fixed form; a row in which nothing was filled in does not count.</summary>
    private List<string> ReadRows(RecordField field, CompiledConvenant convenant, Func<string, bool> municipalityExists, LocalDate today, List<FieldError> errors)
    {
        var rows = new List<string>();
        var sent = Answers.GetValueOrDefault(field.Code) ?? [];
        if (sent.Count > MostRows)
            errors.Add(new FieldError(field.Code, $"Dit zijn te veel regels. Gebruik er ten hoogste {MostRows}."));
        foreach (var (text, at) in sent.Take(MostRows).Select((text, i) => (text, $"{field.Code}[{i}]")))
        {
            if (RecordRow.Parse(text) is not { } row)
            {
                errors.Add(new FieldError(at, "Dit moet een regel met velden zijn."));
                continue;
            }
            if (row.Values.All(string.IsNullOrWhiteSpace))
                continue;
            foreach (var name in row.Keys.Where(name => field.Rows.All(f => f.Code != name)))
                errors.Add(new FieldError($"{at}.{name}", $"Een regel heeft geen veld '{name}'. Zij kent: {string.Join(", ", field.Rows.Select(f => f.Code))}."));
            var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var part in field.Rows)
            {
                IReadOnlyList<string> answer = row.GetValueOrDefault(part.Code)?.Trim() is { Length: > 0 } said ? [said] : [];
                if (Check(part, answer, $"{at}.{part.Code}", convenant, municipalityExists, today, errors))
                    read[part.Code] = answer[0];
            }
            rows.Add(RecordRow.Write(read));
        }
        return rows;
    }

    /// <summary>Whether there is an answer that fits; else what is wrong with it is added, unless it may be empty.</summary>
    private static bool Check(
        RecordField field, IReadOnlyList<string> answer, string at, CompiledConvenant convenant, Func<string, bool> municipalityExists, LocalDate today, List<FieldError> errors)
    {
        if (answer.Count == 0)
        {
            if (field.Required)
                errors.Add(new FieldError(at, $"Vul dit in: {field.Label}"));
            return false;
        }
        if (ErrorOf(field, answer, convenant, municipalityExists, today) is not { } error)
            return true;
        errors.Add(new FieldError(at, error));
        return false;
    }

    private static string? ErrorOf(RecordField field, IReadOnlyList<string> answer, CompiledConvenant convenant, Func<string, bool> municipalityExists, LocalDate today)
    {
        if (answer.Count > 1 && !field.TakesMany)
            return "Geef hier één antwoord.";
        switch (field.Kind)
        {
            case RecordFieldKind.Tekst:
                return TooLong(answer[0], field.Longest ?? LongestText);
            case RecordFieldKind.Regel:
                return answer[0].Contains('\n', StringComparison.Ordinal) ? "Schrijf dit op één regel." : TooLong(answer[0], field.Longest ?? LongestLine);
            case RecordFieldKind.Dag:
                if (RecordWords.DayOf(answer[0]) is not { } day)
                    return "Dit is geen datum. Schrijf jjjj-mm-dd.";
                return field.IsDue && (day < today || day > today.PlusYears(MostYearsAhead))
                    ? $"Kies een dag van vandaag tot {MostYearsAhead} jaar verder."
                    : null;
            case RecordFieldKind.JaNee:
                return answer[0] is "ja" or "nee" ? null : "Antwoord met ja of nee.";
            case RecordFieldKind.Getal:
                return int.TryParse(answer[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _) ? null : "Schrijf een heel getal van 0 of meer.";
            case RecordFieldKind.Reden or RecordFieldKind.Redenen:
                var reasons = convenant.Process.Reasons[field.From!];
                return answer.All(a => reasons.Any(r => r.Code == a)) ? null : $"Kies uit: {string.Join(", ", reasons.Select(r => r.Code))}.";
            case RecordFieldKind.Partij or RecordFieldKind.Partijen:
                var parties = convenant.GroupOf("partij", field.From!);
                return answer.All(parties.Contains) ? null : $"Kies uit: {string.Join(", ", parties.Order(StringComparer.Ordinal))}.";
            case RecordFieldKind.Stukken or RecordFieldKind.Gegevens:
                return answer.All(a => Guid.TryParseExact(a, "D", out _)) && answer.Distinct().Count() == answer.Count ? null : "Kies uit de lijst, elk één keer.";
            case RecordFieldKind.Interventie:
                return convenant.Process.Interventions.Find(answer[0]) is null ? $"Kies uit: {string.Join(", ", convenant.Process.Interventions.All.Select(i => i.Code))}." : null;
            case RecordFieldKind.Gemeente:
                return municipalityExists(answer[0]) ? null : "Kies een gemeente die met het portaal werkt.";
            case RecordFieldKind.Rijen:
                return null;
            default:
                throw new InvalidOperationException($"A field of kind {field.Kind} cannot be read.");
        }
    }

    private static string? TooLong(string text, int most) => text.Length > most ? $"Dit is te lang. Gebruik ten hoogste {most} tekens." : null;
}

/// <summary>The words of a record that can be laid down. Equal records have equal words.</summary>
/// <param name="Stuk">Code of its kind.</param>
/// <param name="Bij">The record that it is about.</param>
/// <param name="Vervangt">The older version.</param>
/// <param name="Velden">Per field the answers, in order of code; a field that was left empty is absent.</param>
public sealed record RecordWords(string Stuk, Guid? Bij, Guid? Vervangt, SortedDictionary<string, IReadOnlyList<string>> Velden)
{
    /// <summary>The one answer of a field; null when it was left empty.</summary>
    public string? Answer(string field) => Velden.GetValueOrDefault(field)?[0];

    /// <summary>The ids in a field that names records or items; empty when it was left empty.</summary>
    public IReadOnlyList<Guid> Ids(string field) => [.. (Velden.GetValueOrDefault(field) ?? []).Select(id => Guid.ParseExact(id, "D"))];

    /// <summary>The rows of a field; empty when it was left empty.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string field) =>
        [.. (Velden.GetValueOrDefault(field) ?? []).Select(RecordRow.Parse).OfType<IReadOnlyDictionary<string, string>>()];

    /// <summary>The parties to whom it is addressed, by the field of its kind that says so, or the party that makes it.</summary>
    public IReadOnlyList<string> Addressees(RecordDefinition kind, string party) => kind.Addressee switch
    {
        null => kind.ToSelf ? [party] : [],
        { Rows: { Count: > 0 } parts } rows => [.. Rows(rows.Code).Select(r => r.GetValueOrDefault(parts.First(p => p.IsAddressee).Code)).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
        var field => Velden.GetValueOrDefault(field.Code) ?? (kind.ToSelf ? [party] : []),
    };

    /// <summary>A day as a record writes it; null when it is none, or lies outside what a case can be about.</summary>
    public static LocalDate? DayOf(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: > 1900 and < 2200 } day } ? day : null;
}
