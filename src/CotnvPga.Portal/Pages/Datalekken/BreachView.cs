namespace CotnvPga.Portal.Pages.Datalekken;

/// <summary>A breach in words.</summary>
/// <param name="Id">The breach.</param>
/// <param name="Name">Municipality and number.</param>
/// <param name="Kind">What happened, as a kind.</param>
/// <param name="Discovered">When it was discovered.</param>
/// <param name="Before">Until when it can be reported in time.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tone">Tone of the mark that says so.</param>
/// <param name="Description">What happened.</param>
/// <param name="Consequences">What it can mean.</param>
/// <param name="People">About how many people.</param>
/// <param name="Lines">What was done.</param>
public sealed record BreachView(
    Guid Id, string Name, string Kind, string Discovered, string Before, string State, string? Tone, string Description, string Consequences, string People, IReadOnlyList<BreachLineView> Lines);

/// <summary>What was done about a breach.</summary>
public sealed record BreachLineView(string Kind, string Text, string At);
