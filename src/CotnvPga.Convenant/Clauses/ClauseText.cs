using System.Globalization;
using System.Text;
using CotnvPga.Convenant.Editions;

namespace CotnvPga.Convenant.Clauses;

/// <summary>Fills in the text of a clause.</summary>
public static class ClauseText
{
    /// <summary>The text with what was chosen in the place of each <c>{word}</c>; the text itself names the unit.</summary>
    public static string Of(Clause clause, Edition edition)
    {
        ArgumentNullException.ThrowIfNull(clause);
        ArgumentNullException.ThrowIfNull(edition);
        var text = new StringBuilder(clause.Text.Length + 40);
        var at = 0;
        foreach (var (start, end) in Places(clause.Text))
        {
            var word = clause.Text[(start + 1)..end];
            text.Append(clause.Text, at, start - at).Append(
                edition.Choices.TryGetValue(word, out var chosen) ? chosen
                : edition.Terms.TryGetValue(word, out var term) ? term.Value.ToString(CultureInfo.InvariantCulture)
                : word);
            at = end + 1;
        }
        return text.Append(clause.Text, at, clause.Text.Length - at).ToString();
    }

    /// <summary>The words between braces.</summary>
    internal static IEnumerable<string> Words(string text) => Places(text).Select(p => text[(p.Start + 1)..p.End]);

    private static IEnumerable<(int Start, int End)> Places(string text)
    {
        for (var start = text.IndexOf('{'); start >= 0; start = text.IndexOf('{', start + 1))
        {
            var end = text.IndexOf('}', start);
            if (end < 0)
                yield break;
            yield return (start, end);
        }
    }
}
