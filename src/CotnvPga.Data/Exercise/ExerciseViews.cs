using CotnvPga.Domain.Exercise;
using CotnvPga.Domain.Weighing;
using NodaTime;

namespace CotnvPga.Data.Exercise;

/// <summary>How far a round is.</summary>
public enum RoundStage
{
    /// <summary>Cases are made, or it waits for its checkers.</summary>
    InVoorbereiding,

    /// <summary>A checker refused it.</summary>
    Afgewezen,

    /// <summary>Released; the first day is still to come.</summary>
    Vrijgegeven,

    /// <summary>Weegploegen weigh.</summary>
    Open,

    /// <summary>Over: everybody sees the outcome.</summary>
    Gesloten,
}

/// <summary>A round of the exercise.</summary>
/// <param name="Id">The round.</param>
/// <param name="Year">The year.</param>
/// <param name="Half">The half of it.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Cases">Its cases, as far as this person may see them.</param>
/// <param name="Checks">What checkers said; empty for who only weighs.</param>
/// <param name="MayCheck">Whether it waits for this person's check.</param>
/// <param name="MayAdd">Whether this person can add a case.</param>
/// <param name="Done">Cases that this person judged.</param>
/// <param name="DoneAt">When the last one was; null while something is left.</param>
public sealed record ExerciseRound(
    Guid Id, int Year, int Half, LocalDate From, LocalDate To, RoundStage Stage, IReadOnlyList<ExerciseCase> Cases, IReadOnlyList<RoundCheck> Checks, bool MayCheck, bool MayAdd,
    int Done, Instant? DoneAt);

/// <summary>A fictional case with its versions.</summary>
public sealed record ExerciseCase(
    Guid Id, Guid Round, int Order, string Title, string Trait, CaseText Text, IReadOnlyDictionary<string, string> A, IReadOnlyDictionary<string, string> B)
{
    /// <summary>The text of a version.</summary>
    public string TextOf(CaseVersion version) => Text.With(version == CaseVersion.A ? A : B);
}

/// <summary>What a checker said of a round.</summary>
public sealed record RoundCheck(string Party, bool Agreed, string Words, Instant At);

/// <summary>All rounds that this person may see, and what it can do.</summary>
/// <param name="Rounds">The rounds, the newest first.</param>
/// <param name="Makes">Whether this person makes rounds.</param>
/// <param name="Weighs">Whether this person weighs.</param>
public sealed record ExerciseView(IReadOnlyList<ExerciseRound> Rounds, bool Makes, bool Weighs);

/// <summary>A case as a weegploeg weighs it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Id">The case.</param>
/// <param name="Title">Its name.</param>
/// <param name="Text">The text of the version of this weegploeg. That there is another one is not told.</param>
/// <param name="IsOpen">Whether it can be judged today.</param>
/// <param name="Given">The judgements of the own weegploeg; empty while one's own is not in.</param>
/// <param name="Party">Code of the viewer's party.</param>
/// <param name="Judged">Whether the viewer's party judged.</param>
public sealed record ExerciseToWeigh(ExerciseRound Round, Guid Id, string Title, string Text, bool IsOpen, IReadOnlyList<GivenExercise> Given, string Party, bool Judged);

/// <summary>A judgement that was given in an exercise.</summary>
/// <param name="Party">Code of the party.</param>
/// <param name="Version">The version that was weighed.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Words">Why.</param>
/// <param name="IsOwn">Whether it is of the viewer's own weegploeg.</param>
public sealed record GivenExercise(string Party, CaseVersion Version, Verdict Verdict, ExerciseWords Words, bool IsOwn);

/// <summary>What came of a round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Cases">Per case the figures of the country, the own weegploeg, and the reasoning of others.</param>
public sealed record ExerciseOutcome(ExerciseRound Round, IReadOnlyList<CaseOutcome> Cases);

/// <summary>What came of a case.</summary>
/// <param name="Case">The case, with both versions.</param>
/// <param name="Figures">The figures of the country.</param>
/// <param name="Own">The judgements of the own weegploeg.</param>
/// <param name="Others">What others wrote, in an order without meaning; empty while too few weegploegen took part.</param>
public sealed record CaseOutcome(ExerciseCase Case, ExerciseFigures Figures, IReadOnlyList<GivenExercise> Own, IReadOnlyList<GivenExercise> Others);
