using System.Numerics;

namespace CotnvPga.Convenant.Compiling;

/// <summary>
/// Sets of circumstances as bits, of which any one is enough: a monotone formula in its shortest form. Of two sets where one
/// holds the other, only the smaller stays (absorption), so that what is left are the minimal sets.
/// </summary>
internal static class MinimalSets
{
    /// <summary>One of either.</summary>
    public static void Add(List<ulong> sets, ulong candidate)
    {
        for (var i = sets.Count - 1; i >= 0; i--)
        {
            if ((sets[i] & ~candidate) == 0)
                return;
            if ((candidate & ~sets[i]) == 0)
                sets.RemoveAt(i);
        }
        sets.Add(candidate);
    }

    /// <summary>One of the left and one of the right.</summary>
    public static List<ulong> And(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        var both = new List<ulong>(left.Length * right.Length);
        foreach (var a in left)
        {
            foreach (var b in right)
                Add(both, a | b);
        }
        return both;
    }

    /// <summary>Whether what is given is enough.</summary>
    public static bool Holds(ReadOnlySpan<ulong> sets, ulong given)
    {
        foreach (var set in sets)
        {
            if ((set & ~given) == 0)
                return true;
        }
        return false;
    }

    /// <summary>What must be added to what is given: every minimal set, in no order.</summary>
    public static List<ulong> Missing(ReadOnlySpan<ulong> sets, ulong given)
    {
        var missing = new List<ulong>(sets.Length);
        foreach (var set in sets)
            Add(missing, set & ~given);
        return missing;
    }

    /// <summary>By size, then by bits: a fixed order for comparing formulas.</summary>
    public static int Compare(ulong a, ulong b)
    {
        var bySize = BitOperations.PopCount(a).CompareTo(BitOperations.PopCount(b));
        return bySize != 0 ? bySize : a.CompareTo(b);
    }
}
