namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>Two texts as the words that are the same at the begin and at the end, and the words between that differ.</summary>
/// <param name="Same">The words at the begin.</param>
/// <param name="Was">What the first text has then.</param>
/// <param name="Now">What the second text has then.</param>
/// <param name="Rest">The words at the end.</param>
public sealed record ChangedText(string Same, string Was, string Now, string Rest)
{
    /// <summary>Compares two texts word by word; a text that is empty has nothing in common with the other.</summary>
    public static ChangedText Of(string before, string after)
    {
        if (before.Length == 0 || after.Length == 0)
            return new ChangedText("", before, after, "");
        var (old, now) = (before.Split(' '), after.Split(' '));
        var begin = 0;
        while (begin < old.Length && begin < now.Length && old[begin] == now[begin])
            begin++;
        var end = 0;
        while (end < old.Length - begin && end < now.Length - begin && old[^(end + 1)] == now[^(end + 1)])
            end++;
        return new ChangedText(Joined(old[..begin], " "), string.Join(' ', old[begin..^end]), string.Join(' ', now[begin..^end]), end == 0 ? "" : " " + string.Join(' ', old[^end..]));
    }

    private static string Joined(string[] words, string after) => words.Length == 0 ? "" : string.Join(' ', words) + after;
}
