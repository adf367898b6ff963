using CotnvPga.Convenant.Naive;

namespace CotnvPga.Convenant.Tests.Agreement;

/// <summary>All subsets of some circumstances and of the closing ones, by number: bit i says that circumstance i holds.</summary>
internal sealed class SubsetsOf
{
    private readonly IReadOnlySet<string>[] _sets;
    private readonly int _opening;

    public SubsetsOf(IReadOnlySet<string> named)
    {
        var words = TheConvenant.Loaded.Vocabulary;
        var opening = words.Circumstances.Where(c => named.Contains(c.Code) && !c.Closes).ToList();
        var all = opening.Concat(words.Circumstances.Where(c => c.Closes)).ToList();
        _opening = (1 << opening.Count) - 1;
        _sets = new IReadOnlySet<string>[1 << all.Count];
        Bits = new ulong[_sets.Length];
        for (var i = 0; i < _sets.Length; i++)
        {
            var members = all.Where((_, bit) => (i >> bit & 1) != 0).ToList();
            _sets[i] = members.Select(m => m.Code).ToHashSet();
            Bits[i] = members.Aggregate(0UL, (bits, m) => bits | m.Bit);
        }
    }

    /// <summary>The same subsets as the compiler writes them.</summary>
    public ulong[] Bits { get; }

    /// <summary>Under which subsets the reading allows.</summary>
    public bool[] Truth(NaiveReading reading) => Array.ConvertAll(_sets, reading.Allows);

    /// <summary>What must be added to a subset, by trying every larger one.</summary>
    public List<ulong> Missing(bool[] truth, int given)
    {
        var enough = new List<int>();
        var free = _opening & ~given;
        for (var added = 0; ; added = (added - free) & free)
        {
            if (truth[given | added])
                enough.Add(added);
            if (added == free)
                break;
        }
        return [.. enough.Where(e => !enough.Exists(other => other != e && (other & ~e) == 0)).Select(e => Bits[e])];
    }
}
