namespace CotnvPga.Portal.Pages.Shared;

/// <summary>A part of a list that is too long for one page: which part it is, and where the rest is.</summary>
/// <param name="Page">The Razor page.</param>
/// <param name="What">What is listed, such as <c>zaken</c>.</param>
/// <param name="Number">The part, from 1.</param>
/// <param name="Size">How many there are in a part.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="List">Which list of the page; null when it has one.</param>
public sealed record PagedList(string Page, string What, int Number, int Size, int Total, string? List)
{
    private const int MostParts = 10_000;

    /// <summary>Which of them come first.</summary>
    public string InFront { get; init; } = "die het langst wachten";

    /// <summary>The part that is asked for; the first when that is no part.</summary>
    public static int NumberOf(int? asked) => Math.Clamp(asked ?? 1, 1, MostParts);

    /// <summary>How many to pass over.</summary>
    public static int SkipOf(int number, int size) => (number - 1) * size;

    /// <summary>Whether it does not fit on one page.</summary>
    public bool IsCut => Number > 1 || Total > Size;

    /// <summary>Number of the first one that is shown.</summary>
    public int First => Math.Min(SkipOf(Number, Size) + 1, Total);

    /// <summary>Number of the last one that is shown.</summary>
    public int Last => Math.Min(Number * Size, Total);

    /// <summary>Whether there are more after these.</summary>
    public bool HasMore => Last < Total;
}
