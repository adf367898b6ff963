using System.Text.Json;

namespace CotnvPga.Convenant.Asking;

/// <summary>Why a question cannot be understood. It is never a decision.</summary>
/// <param name="Field">Path of the member, such as <c>resource.properties.categorie</c>; <c>$</c> for the question as a whole.</param>
/// <param name="Message">What is wrong, with the known codes where that helps (Dutch).</param>
public sealed record QuestionError(string Field, string Message)
{
    /// <summary>The question as a whole.</summary>
    public const string Whole = "$";

    /// <summary>It is not UTF-8.</summary>
    internal static QuestionError NotUtf8 { get; } = new(Whole, "De vraag is geen geldige UTF-8.");

    /// <summary>What the JSON reader says of half a surrogate pair, written as an escape.</summary>
    internal static QuestionError HalfSign { get; } = new(Whole, "De vraag bevat een teken dat niet bestaat.");

    /// <summary>It is not JSON.</summary>
    internal static QuestionError NotJson(JsonException fault) => new(Whole, $"De vraag is geen geldige JSON (bij teken {fault.BytePositionInLine + 1}).");
}
