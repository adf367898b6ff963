namespace CotnvPga.Convenant.Diagnostics;

/// <summary>Finds the known word that was probably meant.</summary>
internal static class Nearest
{
    private const int LongestWordTried = 64;

    /// <summary>" Bedoelde u 'x'?", or nothing when no known word is near.</summary>
    public static string Suggestion(string given, IEnumerable<string> known) =>
        To(given, known) is { } nearest ? $" Bedoelde u '{nearest}'?" : "";

    /// <summary>The nearest known word, or null when none is near enough to be a slip.</summary>
    public static string? To(string given, IEnumerable<string> known)
    {
        if (given.Length > LongestWordTried)
            return null;
        string? best = null;
        var bestDistance = (given.Length <= 3 ? 1 : Math.Max(2, given.Length / 3)) + 1;
        foreach (var word in known)
        {
            var distance = Distance(given, word);
            var tied = best is not null && distance == bestDistance && given.AsSpan().CommonPrefixLength(word) > given.AsSpan().CommonPrefixLength(best);
            if (distance >= bestDistance && !tied && !(best is null && IsPartOf(given, word)))
                continue;
            best = word;
            bestDistance = Math.Min(distance, bestDistance);
        }
        return best;
    }

    private static bool IsPartOf(string given, string word) =>
        given.Length >= 3 && word.Contains(given, StringComparison.OrdinalIgnoreCase);

    /// <summary>Edits between two words, a swap of neighbours counting as one.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, rows[i - 2, j - 2] + 1);
                rows[i, j] = best;
            }
        }
        return rows[a.Length, b.Length];
    }
}
