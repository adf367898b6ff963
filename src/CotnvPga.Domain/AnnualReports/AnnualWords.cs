using System.Text.RegularExpressions;
using CotnvPga.Domain.Records;
using NodaTime;

namespace CotnvPga.Domain.AnnualReports;

/// <summary>
/// What the parties of a consultation write in their public report of a year (wet-pga:18): what it brought and what it did not, without a
/// person in it and without a number of cases. Of a single municipality even a small number, or none, tells something about somebody.
/// </summary>
/// <param name="Opbrengst">What it brought.</param>
/// <param name="WerkteNiet">What did not work.</param>
/// <param name="Gelijk">How the parties look whether all kinds of extremism, and women and men, are seen equally well.</param>
/// <param name="Verbetering">What they change.</param>
public sealed partial record AnnualWords(string? Opbrengst, string? WerkteNiet, string? Gelijk, string? Verbetering)
{
    /// <summary>The longest answer.</summary>
    public const int Longest = 4000;

    /// <summary>The answers by the name of their field, in order.</summary>
    public IEnumerable<(string Field, string? Text)> Answers() =>
        [("opbrengst", Opbrengst), ("werkteNiet", WerkteNiet), ("gelijk", Gelijk), ("verbetering", Verbetering)];

    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="adoptedOn">The day on which the parties adopted it; null for a draft.</param>
    /// <param name="year">The year that it is about.</param>
    /// <param name="today">Today.</param>
    public IReadOnlyList<FieldError> Errors(LocalDate? adoptedOn, int year, LocalDate today)
    {
        var errors = new List<FieldError>();
        foreach (var (field, text) in Answers())
        {
            if (string.IsNullOrWhiteSpace(text))
                errors.Add(new FieldError(field, "Beantwoord deze vraag in gewone woorden."));
            else if (text.Length > Longest)
                errors.Add(new FieldError(field, $"Dit is te lang. Gebruik ten hoogste {Longest} tekens."));
            else if (new PersonText(text).HasCitizenNumber)
                errors.Add(new FieldError(field, "Hierin staat een burgerservicenummer. Schrijf het zonder."));
            else if (NumberOfCases().Match(text) is { Success: true, Value: var found })
                errors.Add(new FieldError(field, $"Hierin staat een aantal: ‘{found}’. Noem geen aantallen zaken of mensen van uw gemeente. De klassen van uw gebied komen vanzelf in het verslag."));
        }
        if (adoptedOn is { } day && (day > today || day.Year <= year))
            errors.Add(new FieldError("vastgesteldOp", $"Kies een dag na {year} en niet later dan vandaag, of laat dit leeg voor een concept."));
        return errors;
    }

    [GeneratedRegex(@"\b(?:\d+|geen|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|enkele)\s+(?:nieuwe\s+|lopende\s+|afgesloten\s+)?(?:zaak|zaken|casus|casussen|signaal|signalen|melding|meldingen|persoon|personen|mensen|inwoner|inwoners|jongere|jongeren|jongens|meisjes|mannen|vrouwen|kind|kinderen|gezin|gezinnen|weging|wegingen)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberOfCases();
}
