using CotnvPga.Portal.Components.Case;
using NodaTime;

namespace CotnvPga.Portal.Pages.Signalen.Stukken;

/// <summary>The records of one part of the work.</summary>
public sealed record RecordPart(string Part, IReadOnlyList<RecordLine> Records, IReadOnlyList<RecordChoice> Choices);

/// <summary>A record, with the ones about it under it.</summary>
/// <param name="Id">The record.</param>
/// <param name="Label">Name of its kind.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When.</param>
/// <param name="Waits">The day until which it waits; null when it does not.</param>
/// <param name="IsEnded">Whether a record ended it.</param>
/// <param name="Lines">What it says.</param>
/// <param name="Older">Older versions.</param>
/// <param name="About">Records about it, oldest first.</param>
/// <param name="Next">What can be laid down about it now.</param>
public sealed record RecordLine(
    Guid Id,
    string Label,
    string By,
    Instant At,
    Deadline? Waits,
    bool IsEnded,
    IReadOnlyList<WordLine> Lines,
    IReadOnlyList<RecordLine> Older,
    IReadOnlyList<RecordLine> About,
    IReadOnlyList<RecordChoice> Next);

/// <summary>A kind of record that can be made now.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name.</param>
/// <param name="Explanation">What it is for.</param>
/// <param name="About">The record that it would be about.</param>
/// <param name="Replaces">The version that it would take the place of.</param>
public sealed record RecordChoice(string Code, string Label, string Explanation, Guid? About = null, Guid? Replaces = null);
