namespace CotnvPga.Convenant.Logging;

/// <summary>What kind of thing in the log asks for a look.</summary>
public enum LogFlagKind
{
    /// <summary>Many cases or many items of one person in a short time.</summary>
    Veel,

    /// <summary>Reading at odd hours.</summary>
    Uren,

    /// <summary>Somebody read about a person with the own surname.</summary>
    EigenNaam,
}

/// <summary>A rule that points at something in the disclosure log (<c>vlaggen</c>). It says nothing about guilt: a person looks.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Kind">What it looks for.</param>
/// <param name="Most">How many are usual: more than this asks for a look. Of cases, or of lines when <paramref name="CountsLines"/>.</param>
/// <param name="CountsLines">Whether lines are counted and not cases.</param>
/// <param name="Hours">Within how many hours.</param>
/// <param name="From">First hour of the day that is odd; only with <see cref="LogFlagKind.Uren"/>.</param>
/// <param name="To">First hour of the day that is not odd any more.</param>
/// <param name="Weekend">Whether the weekend is odd as a whole.</param>
/// <param name="Fields">Fields that hold a surname; only with <see cref="LogFlagKind.EigenNaam"/>.</param>
/// <param name="Grounds">Articles.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Explanation">Why somebody should look.</param>
public sealed record LogFlagDefinition(
    string Code, string Label, LogFlagKind Kind, int Most, bool CountsLines, int Hours, int From, int To, bool Weekend, IReadOnlyList<string> Fields, IReadOnlyList<string> Grounds, string Certainty, string Explanation);
