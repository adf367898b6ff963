using System.Text.RegularExpressions;

namespace CotnvPga.Domain.Exercise;

/// <summary>
/// The text of a fictional case with places between double square brackets, such as <c>[[hij]]</c>. A version fills every place, so two versions
/// differ only in what was filled in: in the trait that the case is about.
/// </summary>
public sealed partial record CaseText(string Text)
{
    private const int Longest = 8_000;
    private const int LongestWord = 120;
    private const int FewestPlaces = 1;

    /// <summary>The places, each once, in order of first use.</summary>
    public IReadOnlyList<string> Places => [.. Place().Matches(Text).Select(m => m.Groups[1].Value).Distinct()];

    /// <summary>The text of a version.</summary>
    /// <param name="words">Per place what stands there.</param>
    public string With(IReadOnlyDictionary<string, string> words) => Place().Replace(Text, m => words[m.Groups[1].Value]);

    /// <summary>Everything that is wrong with two versions of this text.</summary>
    /// <param name="first">What fills the places in the first version.</param>
    /// <param name="second">What fills them in the second.</param>
    public IReadOnlyList<FieldError> Errors(IReadOnlyDictionary<string, string> first, IReadOnlyDictionary<string, string> second)
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(Text))
            errors.Add(new FieldError("tekst", "Schrijf de zaak."));
        else if (Text.Length > Longest)
            errors.Add(new FieldError("tekst", $"Dit is te lang. Gebruik ten hoogste {Longest} tekens."));
        else if (Records.PersonTraces.In(Text) is { Count: > 0 } traces)
            errors.Add(new FieldError("tekst", $"{traces[0]} Een zaak van de oefening is verzonnen."));
        if (Places.Count < FewestPlaces)
            errors.Add(new FieldError("tekst", "Zet ten minste één plek tussen dubbele haken, zoals [[hij]]. Alleen daar verschillen de versies."));
        Version("versieA", first, errors);
        Version("versieB", second, errors);
        if (errors.Count == 0 && Places.All(p => first[p] == second[p]))
            errors.Add(new FieldError("versieB", "De versies zijn gelijk. Vul op ten minste één plek iets anders in."));
        return errors;
    }

    private void Version(string field, IReadOnlyDictionary<string, string> words, List<FieldError> errors)
    {
        foreach (var missing in Places.Where(p => !words.TryGetValue(p, out var word) || string.IsNullOrWhiteSpace(word)))
            errors.Add(new FieldError(field, $"Vul [[{missing}]] in."));
        foreach (var extra in words.Keys.Where(k => !Places.Contains(k)))
            errors.Add(new FieldError(field, $"De tekst heeft geen plek [[{extra}]]."));
        foreach (var (place, word) in words.Where(w => w.Value.Length > LongestWord || w.Value.Contains("[[", StringComparison.Ordinal)))
            errors.Add(new FieldError(field, $"[[{place}]] wordt ten hoogste {LongestWord} tekens, zonder haken."));
    }

    /// <summary>The words of a version as people type them: one a line, <c>plek = woord</c>.</summary>
    public static IReadOnlyDictionary<string, string> ReadWords(string? text)
    {
        var words = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
                words[line[..at].Trim().Trim('[', ']')] = line[(at + 1)..].Trim();
        }
        return words;
    }

    [GeneratedRegex(@"\[\[(\w{1,40})\]\]")]
    private static partial Regex Place();
}
