using System.Text.RegularExpressions;

namespace CotnvPga.Domain.Records;

/// <summary>
/// Finds what points at one person in a text that is about no person: a citizen service number, an address of mail, a telephone number, an
/// account on a platform, a day of birth, a name after a form of address. What it does not find, people look for.
/// </summary>
public static partial class PersonTraces
{
    /// <summary>What was found, each in a sentence for the writer; empty when nothing was.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var found = new List<string>();
        if (new PersonText(text).HasCitizenNumber)
            found.Add("Hierin staat een burgerservicenummer.");
        if (Mail().IsMatch(text))
            found.Add("Hierin staat een e-mailadres.");
        if (Account().IsMatch(text))
            found.Add("Hierin staat een account van iemand.");
        if (Telephone().IsMatch(text))
            found.Add("Hierin staat een telefoonnummer.");
        if (Birth().IsMatch(text))
            found.Add("Hierin staat een geboortedatum.");
        if (Address().IsMatch(text))
            found.Add("Hierin staat een naam.");
        return found;
    }

    // From the last letter before the sign: so a long word is read once.
    [GeneratedRegex(@"\w@[\w-]+\.\w")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\w.@])@\w{2,}")]
    private static partial Regex Account();

    [GeneratedRegex(@"(?<!\d)(?:\+31|0031|0)[ -]?(?:6[ -]?(?:\d[ -]?){8}|[1-57-9](?:[ -]?\d){8})(?!\d)")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\bgeb(?:oren|\.)\s*(?:op|dd\.?)?\s*\d{1,2}[-/ ]", RegexOptions.IgnoreCase)]
    private static partial Regex Birth();

    [GeneratedRegex(@"\b(?:[Dd]e heer|[Mm]eneer|[Mm]evrouw|[Dd]hr\.?|[Mm]evr\.?|[Mm]w\.?)\s+(?:\p{Lu}\.\s*)*(?:van |de |den |der |el |al )*\p{Lu}\p{Ll}+")]
    private static partial Regex Address();
}
