using CotnvPga.Convenant.Comparing;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;

namespace CotnvPga.Convenant.Tests.Comparing;

/// <summary>A difference held against the naive reading of both sides, on every cell under every set of circumstances.</summary>
internal static class Truth
{
    /// <summary>Whether every cell that changes is in exactly one box, no other is in any, and each group tells what opened it and what does now.</summary>
    public static bool Holds(ComparedSide before, ComparedSide after)
    {
        var difference = Comparison.Of(before, after);
        var circumstances = before.Convenant.CodesOf("omstandigheid").Concat(after.Convenant.CodesOf("omstandigheid")).Distinct().ToList();
        var subsets = Enumerable.Range(0, 1 << circumstances.Count).Select(n => circumstances.Where((_, i) => (n >> i & 1) != 0).ToHashSet()).ToList();
        var (old, now) = (new NaiveInterpreter(before.Edition.Rules), new NaiveInterpreter(after.Edition.Rules));
        foreach (var type in difference.Types)
        {
            foreach (var cell in Cells(type))
            {
                var truth = subsets.ConvertAll(given => (Before: Allows(old, before, type.Code, cell, given), After: Allows(now, after, type.Code, cell, given)));
                var groups = difference.Groups.Where(g => g.ResourceType == type.Code).SelectMany(g => g.Boxes.Where(b => b.Contains(cell)).Select(_ => g)).ToList();
                if (groups.Count != (truth.Exists(t => t.Before != t.After) ? 1 : 0))
                    return false;
                if (groups is [var group] && (group.Causes.Count == 0 || subsets.Where((given, i) => group.Before.Allows(given) != truth[i].Before || group.After.Allows(given) != truth[i].After).Any()))
                    return false;
            }
        }
        return true;
    }

    /// <summary>What a side does not know, it does not allow; what it does not ask, it is not told.</summary>
    private static bool Allows(NaiveInterpreter naive, ComparedSide side, string type, IReadOnlyDictionary<string, string> cell, IReadOnlySet<string> given)
    {
        var words = side.Convenant.Vocabulary;
        if (words.ResourceTypes.All(t => t.Code != type))
            return false;
        var known = cell.Where(c => words.Axis(c.Key) is { } axis && (axis.ResourceType is null || axis.ResourceType == type)).ToDictionary();
        if (known.Any(c => words.Axis(c.Key)!.IndexOf(c.Value) < 0))
            return false;
        var own = given.Where(c => words.Circumstance(c) is not null).ToHashSet();
        return naive.Decide(new Question(type, known, side.Day, own)).Outcome == Outcome.Zichtbaar;
    }

    private static IEnumerable<Dictionary<string, string>> Cells(ComparedType type)
    {
        IEnumerable<Dictionary<string, string>> cells = [[]];
        foreach (var axis in type.Axes)
            cells = cells.SelectMany(_ => axis.Codes, (cell, code) => new Dictionary<string, string>(cell) { [axis.Name] = code });
        return cells;
    }
}
