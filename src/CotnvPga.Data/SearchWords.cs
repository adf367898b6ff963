namespace CotnvPga.Data;

/// <summary>What somebody typed to search with.</summary>
internal static class SearchWords
{
    private const int Longest = 200;

    /// <summary>The words, without signs that nobody types and no longer than anybody searches; null when there are none.</summary>
    public static string? Of(string? typed) =>
        string.Concat((typed ?? "").Where(c => !char.IsControl(c)).Take(Longest)).Trim() is { Length: > 0 } words ? words : null;
}
