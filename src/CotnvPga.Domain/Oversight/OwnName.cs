using System.Globalization;
using System.Text;

namespace CotnvPga.Domain.Oversight;

/// <summary>Whether a surname in a case is that of who looks.</summary>
public static class OwnName
{
    private static readonly string[] Prefixes = ["van", "de", "der", "den", "het", "ten", "ter", "el", "al", "ben", "la", "le", "du", "in", "t", "op", "von"];

    /// <summary>Whether all words of the surname, but for prefixes, end the name of the person.</summary>
    /// <param name="name">The name that colleagues see.</param>
    /// <param name="surname">The surname in the case.</param>
    public static bool IsOf(string name, string surname)
    {
        var (own, other) = (Words(name), Words(surname));
        return other.Count > 0 && own.Count > other.Count - 1 && own.TakeLast(other.Count).SequenceEqual(other);
    }

    private static List<string> Words(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            plain.Append(char.IsLetter(letter) ? char.ToLowerInvariant(letter) : ' ');
        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Prefixes.Contains(w))];
    }
}
