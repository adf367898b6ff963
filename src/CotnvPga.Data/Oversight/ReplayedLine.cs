using NodaTime;

namespace CotnvPga.Data.Oversight;

/// <summary>What came of making a logged decision again.</summary>
public enum ReplayOutcome
{
    /// <summary>The same answer, byte for byte, and the line says what it said.</summary>
    Gelijk,

    /// <summary>Another answer, or the line or its receipt says something else than the engine did.</summary>
    Anders,

    /// <summary>What it was decided on is not there any more.</summary>
    NietTeHerhalen,
}

/// <summary>One logged decision, made again. Names no item: what it was about is for who may see that.</summary>
/// <param name="At">When it was decided.</param>
/// <param name="Account">Whose account.</param>
/// <param name="Party">For which party.</param>
/// <param name="Municipality">Of which other municipality.</param>
/// <param name="To">Who received, when it was handed over outside the system.</param>
/// <param name="Act">Code of the action.</param>
/// <param name="Purpose">Code of the purpose.</param>
/// <param name="Convenant">Hash of the rule data of then.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Words">Why, for people.</param>
/// <param name="Differences">Which parts differ: <c>antwoord</c>, <c>bewijs</c>, <c>regel</c>, <c>grondslagen</c>, <c>partij</c>; only with <see cref="ReplayOutcome.Anders"/>.</param>
public sealed record ReplayedLine(
    Instant At, Guid? Account, string Party, string? Municipality, string? To, string Act, string Purpose, string Convenant,
    ReplayOutcome Outcome, string Words, IReadOnlyList<string> Differences);

internal sealed class ReplayRow
{
    public Instant Op { get; init; }
    public Guid? Account { get; init; }
    public string Partij { get; init; } = "";
    public string? Gemeente { get; init; }
    public string? Aan { get; init; }
    public string Handeling { get; init; } = "";
    public string Doel { get; init; } = "";
    public string Regel { get; init; } = "";
    public string[] Grondslagen { get; init; } = [];
    public string Convenant { get; init; } = "";
    public string? Bewijs { get; init; }
    public string Categorie { get; init; } = "";
    public string Verstrekker { get; init; } = "";
    public string? Bijzonder { get; init; }
}
