using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace CotnvPga.Domain.Records;

/// <summary>A text that should tell nobody whom a case is about: finds a citizen service number in it, and values of the case.</summary>
public sealed partial class PersonText(string text)
{
    private const int ShortestTellingWord = 4;

    // 9a + 8b + … + 2h - i is a multiple of eleven.
    private static readonly int[] Weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    private static readonly string[] DayForms = ["d-M-uuuu", "dd-MM-uuuu", "d/M/uuuu", "d MMMM uuuu", "uuuu-MM-dd"];
    private readonly string _words = Plain(text);

    /// <summary>Whether it holds nine digits, or eight, that pass the test of a citizen service number; with or without dots and spaces.</summary>
    public bool HasCitizenNumber => Digits().Matches(text).Any(m => PassesEleven(new string([.. m.Value.Where(char.IsAsciiDigit)])));

    /// <summary>Whether it says this value, or a word of it that is long enough to tell something.</summary>
    public bool Tells(string value)
    {
        if (LocalDatePattern.Iso.Parse(value.Trim()) is { Success: true, Value: var day })
            return DayForms.Any(form => Says(LocalDatePattern.Create(form, CultureInfo.GetCultureInfo("nl-NL")).Format(day)));
        return Says(value) || Plain(value).Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(w => w.Length >= ShortestTellingWord && !w.All(char.IsAsciiDigit) && Says(w));
    }

    private bool Says(string value) => Plain(value) is { Length: > 2 } words && _words.Contains(words, StringComparison.Ordinal);

    private static bool PassesEleven(string digits) =>
        digits.Length is 8 or 9 && digits.PadLeft(9, '0') is var all && all.Trim('0').Length > 0 && Weights.Select((w, i) => w * (all[i] - '0')).Sum() % 11 == 0;

    /// <summary>Lower case, without accents, one blank between words and around them.</summary>
    private static string Plain(string value)
    {
        var plain = new StringBuilder(" ");
        foreach (var letter in value.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (plain[^1] != ' ')
                plain.Append(' ');
        }
        return plain.Append(plain[^1] == ' ' ? "" : " ").ToString();
    }

    [GeneratedRegex(@"(?<!\d)\d(?:[ .\-]?\d){7,8}(?!\d)")]
    private static partial Regex Digits();
}
