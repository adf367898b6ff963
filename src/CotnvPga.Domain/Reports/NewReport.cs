using CotnvPga.Convenant.Process;

namespace CotnvPga.Domain.Reports;

/// <summary>A report as anyone sends it.</summary>
/// <param name="Municipality">Code of the municipality where the person stays.</param>
/// <param name="Receiver">Code of one of the three; the mayor when not given.</param>
/// <param name="Description">What was seen or heard.</param>
/// <param name="Person">Whom it is about, by field of the catalogue; empty when not told.</param>
/// <param name="Reporter">Name and contact of who reports; null when not told.</param>
/// <param name="ReporterKind">Kind of reporter, from the closed list.</param>
public sealed record NewReport(
    string? Municipality, string? Receiver, string? Description, IReadOnlyDictionary<string, string> Person, string? Reporter, string? ReporterKind)
{
    /// <summary>Fields of the catalogue that a report may name a person by.</summary>
    public static IReadOnlyList<string> PersonFields { get; } = ["achternaam", "voornamen", "alias", "adres", "telefoon_email"];

    private const int Longest = 8_000;

    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<FieldError> Errors(Func<string, bool> municipalityExists, IReadOnlySet<string> receivers, IReadOnlyList<ReasonDefinition> kinds)
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(Municipality) || !municipalityExists(Municipality))
            errors.Add(new FieldError("gemeente", "Kies de gemeente waar de persoon woont of verblijft."));
        if (Receiver is not null && !receivers.Contains(Receiver))
            errors.Add(new FieldError("aan", $"Kies aan wie u meldt: {string.Join(", ", receivers.Order(StringComparer.Ordinal))}."));
        if (string.IsNullOrWhiteSpace(Description))
            errors.Add(new FieldError("omschrijving", "Schrijf wat u hebt gezien of gehoord."));
        foreach (var (field, text) in Person.Append(new("omschrijving", Description ?? "")).Append(new("melder", Reporter ?? "")))
        {
            if (text.Length > Longest)
                errors.Add(new FieldError(field, $"Dit is te lang. Gebruik ten hoogste {Longest} tekens."));
        }
        foreach (var unknown in Person.Keys.Where(k => !PersonFields.Contains(k)))
            errors.Add(new FieldError($"persoon.{unknown}", $"Dit veld kennen we niet. Gebruik: {string.Join(", ", PersonFields)}."));
        if (ReporterKind is not null && kinds.All(k => k.Code != ReporterKind))
            errors.Add(new FieldError("soortMelder", $"Kies: {string.Join(", ", kinds.Select(k => k.Code))}."));
        return errors;
    }

    /// <summary>The report as items of the catalogue.</summary>
    public IEnumerable<(string Field, string Value)> Items()
    {
        yield return ("aanleiding", Description!.Trim());
        foreach (var (field, value) in Person.Where(p => !string.IsNullOrWhiteSpace(p.Value)))
            yield return (field, value.Trim());
        if (!string.IsNullOrWhiteSpace(Reporter))
            yield return ("inbrenger", Reporter.Trim());
    }
}
