namespace CotnvPga.Convenant.Comparing;

/// <summary>Finds which rules make two sides differ about a cell.</summary>
internal static class Causes
{
    /// <summary>
    /// The rules that only one side has there, or that say something else, and without which that side's answer would be
    /// another; when several do the same and none can be missed, all of them.
    /// </summary>
    public static IReadOnlyList<Cause> Of(SideCell before, SideCell after, string unknownWord)
    {
        if (!before.IsKnown || !after.IsKnown)
            return [new Cause(before.IsKnown ? CauseKind.Vervallen : CauseKind.Nieuw, null, unknownWord)];
        var old = before.Rules.ToDictionary(r => r.Rule.Id, StringComparer.Ordinal);
        var now = after.Rules.ToDictionary(r => r.Rule.Id, StringComparer.Ordinal);
        var all = new List<(Cause Cause, bool Decides)>();
        foreach (var rule in now.Values)
        {
            if (!old.TryGetValue(rule.Rule.Id, out var same))
                all.Add((new Cause(CauseKind.Nieuw, rule.Rule, ""), !after.SameWithout(rule)));
            else if (before.Content(same) != after.Content(rule))
                all.Add((new Cause(CauseKind.Gewijzigd, rule.Rule, ""), !after.SameWithout(rule) || !before.SameWithout(same)));
        }
        foreach (var rule in old.Values.Where(r => !now.ContainsKey(r.Rule.Id)))
            all.Add((new Cause(CauseKind.Vervallen, rule.Rule, ""), !before.SameWithout(rule)));
        var deciding = all.Exists(c => c.Decides) ? all.Where(c => c.Decides) : all;
        return [.. deciding.Select(c => c.Cause).OrderBy(c => c.Rule!.Id, StringComparer.Ordinal)];
    }
}
