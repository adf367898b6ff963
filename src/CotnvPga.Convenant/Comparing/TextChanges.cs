using CotnvPga.Convenant.Clauses;

namespace CotnvPga.Convenant.Comparing;

/// <summary>Finds what people read otherwise: terms and articles.</summary>
internal static class TextChanges
{
    public static IEnumerable<TermChange> Terms(ComparedSide before, ComparedSide after)
    {
        var (old, now) = (before.Edition.Terms, after.Edition.Terms);
        return old.Keys.Union(now.Keys)
            .Select(code => new TermChange(old.GetValueOrDefault(code), now.GetValueOrDefault(code)))
            .Where(c => (c.Before?.Value, c.Before?.Unit) != (c.After?.Value, c.After?.Unit));
    }

    public static IEnumerable<ClauseChange> Clauses(ComparedSide before, ComparedSide after)
    {
        var (old, now) = (Texts(before), Texts(after));
        foreach (var (id, (clause, text)) in now)
        {
            if (!old.TryGetValue(id, out var was))
                yield return new ClauseChange(CauseKind.Nieuw, clause, "", text);
            else if (was.Text != text || was.Clause.Title != clause.Title || was.Clause.Nature != clause.Nature)
                yield return new ClauseChange(CauseKind.Gewijzigd, clause, was.Text, text);
        }
        foreach (var (id, (clause, text)) in old.Where(o => !now.ContainsKey(o.Key)))
            yield return new ClauseChange(CauseKind.Vervallen, clause, text, "");
    }

    /// <summary>The articles in force, by id. Two versions of a local covenant number their articles alike.</summary>
    private static Dictionary<string, (Clause Clause, string Text)> Texts(ComparedSide side) => side.Edition.Clauses
        .Where(c => c.Validity.Includes(side.Day) && (c.Trial is not { } trial || trial.Validity.Includes(side.Day)))
        .ToDictionary(c => c.Id, c => (c, ClauseText.Of(c, side.Edition)), StringComparer.Ordinal);
}
