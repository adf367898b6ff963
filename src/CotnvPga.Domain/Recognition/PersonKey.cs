using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CotnvPga.Domain.Recognition;

/// <summary>What of an item tells whether two cases are about the same person: number, surname, or year of birth, in one fixed form.</summary>
/// <param name="Kind"><c>bsn</c>, <c>naam</c> or <c>jaar</c>.</param>
/// <param name="Text">The fixed form.</param>
public sealed partial record PersonKey(string Kind, string Text)
{
    /// <summary>Of a citizen service number.</summary>
    public const string Number = "bsn";

    /// <summary>Of a surname.</summary>
    public const string Surname = "naam";

    /// <summary>Of a year of birth.</summary>
    public const string Year = "jaar";

    /// <summary>The key of an item; null when its field or text gives none.</summary>
    /// <param name="field">Code of the field.</param>
    /// <param name="value">The text.</param>
    public static PersonKey? Of(string field, string value) => field switch
    {
        "bsn" => Digits(value) is { Length: 8 or 9 } digits ? new PersonKey(Number, digits.PadLeft(9, '0')) : null,
        "achternaam" => Letters(value) is { Length: > 1 } letters ? new PersonKey(Surname, letters) : null,
        "geboortedatum" => FourDigits().Match(value) is { Success: true, Value: var year } ? new PersonKey(Year, year) : null,
        _ => null,
    };

    private static string Digits(string value) => new([.. value.Where(char.IsAsciiDigit)]);

    /// <summary>Letters only, without marks and case: "d'Ávila-López" and "DAVILA LOPEZ" are one name.</summary>
    private static string Letters(string value) => new(
    [
        .. value.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetter(c))
            .Select(char.ToUpperInvariant),
    ]);

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)")]
    private static partial Regex FourDigits();
}

/// <summary>Another case about the same person, of which the viewer may see the items by which it was recognised.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Municipality">Its municipality.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="IsSure">By the number; else by surname and year of birth, which more people share.</param>
public sealed record KnownHere(SignalId Id, string Number, Municipality Municipality, Vocabulary.Phase Phase, bool IsSure);
