using CotnvPga.Data.Oversight;

namespace CotnvPga.Portal.Pages.Toezicht;

/// <summary>Something in the log that asks for a look.</summary>
/// <param name="Flag">What it is.</param>
/// <param name="Label">Name of the rule that points at it.</param>
/// <param name="Why">Why somebody should look.</param>
/// <param name="Who">Whose lines.</param>
/// <param name="Day">On which day.</param>
/// <param name="Where">In which municipality.</param>
/// <param name="Verdict">What was said of it; null while nobody did.</param>
public sealed record FlagLine(LogFlag Flag, string Label, string Why, string Who, string Day, string Where, string? Verdict);

/// <summary>A look at the lines of a person.</summary>
public sealed record LookLine(Guid Id, string Of, string Purpose, string Reason, string Until, string By, bool CanOpen);

/// <summary>A line of the log of a person.</summary>
public sealed record UserLine(string At, string? Case, string Party, string What, string Purpose, string Articles);

/// <summary>What waits of one kind in one municipality.</summary>
public sealed record WaitingLine(string Part, string Kind, string Where, long Open, long Late);

/// <summary>A processing of the register.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Label">Its name.</param>
/// <param name="Parties">Parties that take part.</param>
/// <param name="Categories">Categories of data.</param>
/// <param name="Articles">On which articles.</param>
/// <param name="Retention">When data are destroyed.</param>
public sealed record ProcessingView(string Code, string Label, IReadOnlyList<string> Parties, IReadOnlyList<ProcessedLine> Categories, string Articles, IReadOnlyList<string> Retention);

/// <summary>A category of data in a processing.</summary>
public sealed record ProcessedLine(string Category, IReadOnlyList<string> Natures, IReadOnlyList<string> Sees, IReadOnlyList<string> Receives);
