using CotnvPga.Convenant.Process;

namespace CotnvPga.Domain.Sharing;

/// <summary>A way in which a signal is passed on: a start, a step or an act of the process that lets somebody see or receive more.</summary>
/// <param name="Code">Code of the step; of a start the phase in which it begins, with a number when several begin there.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Phases">The phases in which it is used.</param>
/// <param name="Givers">The parties that may use it; empty when the process itself does.</param>
/// <param name="Manner">How many must agree.</param>
/// <param name="Tests">What must have been recorded first: codes of facts.</param>
/// <param name="Opened">What it opens, and to whom.</param>
/// <param name="Grounds">Articles of the step.</param>
/// <param name="Certainty">How sure the step is.</param>
/// <param name="Explanation">A sentence for people.</param>
public sealed record Channel(
    string Code,
    string Label,
    IReadOnlyList<string> Phases,
    IReadOnlyList<string> Givers,
    StepManner Manner,
    IReadOnlyList<string> Tests,
    IReadOnlyList<Opening> Opened,
    IReadOnlyList<string> Grounds,
    string Certainty,
    string Explanation);

/// <summary>What a channel opens to one party.</summary>
/// <param name="Party">The party.</param>
/// <param name="Act">How it gets it.</param>
/// <param name="Categories">Categories of which it can get something now; empty for a seat at the table.</param>
/// <param name="Grounds">Articles of the rules that open it.</param>
public sealed record Opening(string Party, string Act, IReadOnlyList<string> Categories, IReadOnlyList<string> Grounds);
