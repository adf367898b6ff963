using CotnvPga.Convenant.Process;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Data.Records;

/// <summary>The terms of records that wait, for who can end them.</summary>
internal static class RecordTerms
{
    /// <summary>The terms that are this viewer's: it may make a record that ends the one that waits in this phase, and that one is not addressed to others.</summary>
    public static IEnumerable<Term> Of(SignalLifecycle lifecycle, Phase phase, Viewer viewer, IEnumerable<WaitingRecord> waiting) =>
        from record in waiting
        let kind = lifecycle.Record(record.Kind)
        where kind is not null
        let end = EndsOf(lifecycle, kind).FirstOrDefault(e => e.Step.From.Contains(phase.Code()) && SignalLifecycle.Belongs(e.Step, viewer.Party, viewer.CircumstanceCodes))
        where end is not null && (record.To.Count == 0 || !end.OnlyAddressees || record.To.Contains(viewer.Party.Code()))
        select new Term($"stuk:{kind.Code}", $"{kind.Label}: {end.Label.ToLowerInvariant()}", record.Due, kind.Step.Explanation, kind.Step.Certainty);

    /// <summary>What waits and stands above every page of the case, for who may read it.</summary>
    public static IEnumerable<Term> OnTop(SignalLifecycle lifecycle, IEnumerable<WaitingRecord> waiting) =>
        from record in waiting
        let kind = lifecycle.Record(record.Kind)
        where kind is { OnTop: true }
        select new Term($"stuk:{kind.Code}", kind.Label, record.Due, kind.Step.Explanation, kind.Step.Certainty);

    /// <summary>The kinds of record that end this one; what gives more time ends with what it gives time for.</summary>
    private static IEnumerable<RecordDefinition> EndsOf(SignalLifecycle lifecycle, RecordDefinition kind) =>
        kind.ExtendsMonths is null ? EndsOf(lifecycle, kind.Code) : kind.About.SelectMany(about => EndsOf(lifecycle, about));

    /// <summary>The kinds of record that end this one.</summary>
    public static IEnumerable<RecordDefinition> EndsOf(SignalLifecycle lifecycle, string kind) =>
        lifecycle.Process.Records.Where(r => r.Closes && r.About.Contains(kind));
}
