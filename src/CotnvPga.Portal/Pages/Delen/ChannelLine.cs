namespace CotnvPga.Portal.Pages.Delen;

/// <summary>A way in which a signal is passed on, in words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Explanation">What happens.</param>
/// <param name="Phases">In which phases.</param>
/// <param name="Givers">Who passes it on.</param>
/// <param name="Opened">What becomes open, to whom.</param>
/// <param name="Tests">How it is tested first.</param>
/// <param name="Articles">On which basis.</param>
/// <param name="Certainty">How sure that is.</param>
public sealed record ChannelLine(
    string Name,
    string Explanation,
    string Phases,
    string Givers,
    IReadOnlyList<OpeningLine> Opened,
    IReadOnlyList<string> Tests,
    string Articles,
    string Certainty);

/// <summary>What becomes open.</summary>
/// <param name="Parties">To whom.</param>
/// <param name="What">How and what.</param>
public sealed record OpeningLine(string Parties, string What);
