using System.Globalization;
using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Clauses;

/// <summary>What kind of thing is chosen.</summary>
public enum ChoiceKind
{
    /// <summary>A whole number within bounds.</summary>
    Getal,

    /// <summary>Yes or no.</summary>
    JaNee,
}

/// <summary>Something that a municipality may choose in its local covenant, within bounds.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Question">The question that the municipality answers.</param>
/// <param name="Kind">What is chosen.</param>
/// <param name="Unit">The unit of a number; empty when it has none.</param>
/// <param name="From">Lowest number.</param>
/// <param name="To">Highest number.</param>
/// <param name="Strictest">What holds where nobody chose: the strictest value.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Choice(string Code, string Question, ChoiceKind Kind, string Unit, int From, int To, string Strictest, Place Place)
{
    /// <summary>Why a value cannot be chosen, in Dutch; null when it can.</summary>
    public string? Refusal(string value)
    {
        if (Kind == ChoiceKind.JaNee)
            return value is "ja" or "nee" ? null : $"'{Code}' is ja of nee, niet '{value}'.";
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return $"'{Code}' is een heel getal, niet '{value}'.";
        return number < From || number > To ? $"'{Code}' is {From} tot en met {To}, niet {number}." : null;
    }
}
