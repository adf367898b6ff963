namespace CotnvPga.Convenant.Comparing;

/// <summary>What a change comes down to for people.</summary>
internal enum EffectKind
{
    /// <summary>It was possible and no longer is.</summary>
    Dicht,

    /// <summary>It was not possible and now is.</summary>
    Open,

    /// <summary>What was needed is still needed, and something else as well.</summary>
    Erbij,

    /// <summary>Something is no longer needed, the rest still is.</summary>
    Eraf,

    /// <summary>What is needed is otherwise.</summary>
    Anders,
}

/// <summary>What a change comes down to, so that changes with the same effect can be told together.</summary>
/// <param name="Kind">The kind of effect.</param>
/// <param name="Circumstances">What is needed as well or no longer; else empty.</param>
internal sealed record Effect(EffectKind Kind, IReadOnlyList<string> Circumstances)
{
    /// <summary>Changes with the same key and the same causes are told in one sentence.</summary>
    public string Key(ChangeGroup group) => Kind == EffectKind.Anders
        ? $"{Kind} {group.Before} {group.After}"
        : $"{Kind} {string.Join('+', Circumstances)}";

    public static Effect Of(ChangeGroup group) => Between(group.Before, group.After);

    /// <summary>The effect of a change from one to the other, which are not the same.</summary>
    public static Effect Between(Openings before, Openings after)
    {
        if (after.IsClosed)
            return new Effect(EffectKind.Dicht, []);
        if (before.IsClosed)
            return new Effect(EffectKind.Open, []);
        if (Extra(before, after) is { } more)
            return new Effect(EffectKind.Erbij, more);
        return Extra(after, before) is { } less ? new Effect(EffectKind.Eraf, less) : new Effect(EffectKind.Anders, []);
    }

    /// <summary>The circumstances that make the narrow one of the wide one wherever both are told; null when there are none that do.</summary>
    private static List<string>? Extra(Openings wide, Openings narrow)
    {
        var pairs = wide.All.Zip(narrow.All).Where(p => p.First.Sets.Count > 0 || p.Second.Sets.Count > 0).ToList();
        var needed = Common(pairs.SelectMany(p => p.Second.Sets));
        var extra = needed.Except(Common(pairs.SelectMany(p => p.First.Sets))).Order(StringComparer.Ordinal).ToList();
        return extra.Count > 0 && pairs.TrueForAll(p => Texts(With(p.First.Sets, extra)).SetEquals(Texts(p.Second.Sets))) ? extra : null;
    }

    private static List<string> Common(IEnumerable<IReadOnlyList<string>> sets)
    {
        List<string>? common = null;
        foreach (var set in sets)
            common = common is null ? [.. set] : [.. common.Intersect(set)];
        return common ?? [];
    }

    /// <summary>Every set with something more, without those that hold another.</summary>
    private static List<List<string>> With(IReadOnlyList<IReadOnlyList<string>> sets, List<string> extra)
    {
        var all = sets.Select(s => s.Union(extra).Order(StringComparer.Ordinal).ToList()).ToList();
        return all.FindAll(s => !all.Exists(other => other.Count < s.Count && other.TrueForAll(s.Contains)));
    }

    private static HashSet<string> Texts(IEnumerable<IEnumerable<string>> sets) => [.. sets.Select(s => string.Join('+', s))];
}
