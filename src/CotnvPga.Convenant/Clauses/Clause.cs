using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Clauses;

/// <summary>Whether a clause can be departed from.</summary>
public enum ClauseNature
{
    /// <summary>Law or visibility: impossible to break.</summary>
    Hard,

    /// <summary>A term, quorum, order or form: the three may depart from it with a reason, which is logged and reported.</summary>
    PasToeOfLegUit,
}

/// <summary>One article of a covenant: what people read, and what the engine does with it.</summary>
public sealed record Clause
{
    /// <summary>How it is cited, such as <c>modelconvenant:3.1</c> or <c>lokaal-9901:1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The layer it stands in.</summary>
    public required string Layer { get; init; }

    /// <summary>The municipality whose covenant it stands in; null in a national one.</summary>
    public string? Municipality { get; init; }

    /// <summary>Number of its chapter; 0 when the covenant has none.</summary>
    public required int Chapter { get; init; }

    /// <summary>Title of its chapter; empty when the covenant has none.</summary>
    public required string ChapterTitle { get; init; }

    /// <summary>Its number, such as <c>3.1</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it can be departed from.</summary>
    public required ClauseNature Nature { get; init; }

    /// <summary>Its text for people, with <c>{choice}</c> where a choice or term is filled in.</summary>
    public required string Text { get; init; }

    /// <summary>Articles it rests on; never empty.</summary>
    public required IReadOnlyList<string> Grounds { get; init; }

    /// <summary>How sure it is that the law or practice says so.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>Whether it holds a legal term that nobody has settled yet: who sets it, records what stands in <see cref="MustRecord"/>.</summary>
    public required bool OpenTerm { get; init; }

    /// <summary>What must be recorded by who applies the open term.</summary>
    public required IReadOnlyList<string> MustRecord { get; init; }

    /// <summary>Where the open term is applied (<c>toegepast_in</c>): circumstances, steps, acts and records. Their screens show it; empty when it is none.</summary>
    public IReadOnlyList<string> AppliedIn { get; init; } = [];

    /// <summary>Worked examples.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    /// <summary>What a municipality may choose; null when nothing.</summary>
    public Choice? Choice { get; init; }

    /// <summary>Code of the term of the process that the choice sets; null when none.</summary>
    public string? TermCode { get; init; }

    /// <summary>The trial that the clause is; null when it holds everywhere.</summary>
    public Trial? Trial { get; init; }

    /// <summary>Ids of the rules that carry it out.</summary>
    public required IReadOnlyList<string> RuleIds { get; init; }

    /// <summary>When it holds.</summary>
    public required Validity Validity { get; init; }

    /// <summary>Where it stands.</summary>
    public required Place Place { get; init; }
}

/// <summary>A clause that is tried out in some municipalities, to learn something.</summary>
/// <param name="Municipalities">Where.</param>
/// <param name="Question">What one wants to know.</param>
/// <param name="Validity">From when until when; a trial always ends.</param>
public sealed record Trial(IReadOnlyList<string> Municipalities, string Question, Validity Validity);
