using CotnvPga.Convenant.Process;

namespace CotnvPga.Domain.Oversight;

/// <summary>The decision of the contact point on a request, as somebody sends it (besluit-pga:3).</summary>
/// <param name="Text">What the letter says.</param>
/// <param name="Outcome">Code of the outcome; null when it was not said.</param>
/// <param name="Grounds">Codes of the grounds on which (a part) is refused.</param>
/// <param name="NamesGrounds">Whether the letter names those grounds.</param>
public sealed record NewDecision(string? Text, string? Outcome, IReadOnlyList<string> Grounds, bool? NamesGrounds)
{
    private const string Granted = "toegewezen";

    /// <summary>Whether it grants everything.</summary>
    public bool GrantsAll => Outcome == Granted;

    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="process">For the closed lists.</param>
    public IReadOnlyList<FieldError> Errors(ProcessModel process)
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(Text))
            errors.Add(new FieldError("besluit", "Schrijf wat u besluit en waarom."));
        else if (Text.Length > 4000)
            errors.Add(new FieldError("besluit", "Dit is te lang. Gebruik ten hoogste 4000 tekens."));
        if (Outcome is not null && process.Reasons["verzoek_uitkomst"].All(r => r.Code != Outcome))
            errors.Add(new FieldError("uitkomst", $"Kies uit: {string.Join(", ", process.Reasons["verzoek_uitkomst"].Select(r => r.Code))}."));
        if (Grounds.Any(g => process.Reasons["weigeringsgronden"].All(r => r.Code != g)))
            errors.Add(new FieldError("gronden", $"Kies uit: {string.Join(", ", process.Reasons["weigeringsgronden"].Select(r => r.Code))}."));
        if (Outcome is not null && !GrantsAll && Grounds.Count == 0)
            errors.Add(new FieldError("gronden", "Noem de wettelijke grond waarop u (een deel) weigert."));
        if (GrantsAll && Grounds.Count > 0)
            errors.Add(new FieldError("gronden", "Bij toewijzen hoort geen grond om te weigeren."));
        return errors;
    }

    /// <summary>The answers of the record.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Answers()
    {
        var answers = new Dictionary<string, IReadOnlyList<string>> { ["besluit"] = [Text!] };
        if (Outcome is not null)
            answers["uitkomst"] = [Outcome];
        if (Grounds.Count > 0)
            answers["gronden"] = Grounds;
        if (NamesGrounds is { } named)
            answers["gronden_noemen"] = [named ? "ja" : "nee"];
        return answers;
    }
}
