using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Analysing.Parts;

/// <summary>Everything that can be the case: the parts of the domain by the situations, brought back to the different combinations of rules.</summary>
internal sealed class Cases
{
    private readonly Vocabulary _words;
    private readonly Speaker[] _speakers;
    private readonly Dictionary<ulong[], int> _numbers = new(BitComparer.Instance);
    private readonly Dictionary<string, Circumstances> _circumstances = new(StringComparer.Ordinal);
    private readonly List<Case> _all = [];
    private readonly int[,] _of;

    /// <param name="words">The axes and circumstances.</param>
    /// <param name="speakers">The rules, and what else is asked about.</param>
    /// <param name="parts">The parts of the domain.</param>
    /// <param name="situations">What holds where and when.</param>
    public Cases(Vocabulary words, IReadOnlyList<Speaker> speakers, List<Part> parts, List<Situation> situations)
    {
        _words = words;
        _speakers = [.. speakers];
        Parts = parts;
        Situations = situations;
        _of = new int[parts.Count, situations.Count];
        var holding = situations.ConvertAll(Holding);
        var key = new ulong[(_speakers.Length + 63) / 64];
        var lookup = _numbers.GetAlternateLookup<ReadOnlySpan<ulong>>();
        for (var p = 0; p < parts.Count; p++)
        {
            var speaking = SpeakingIn(parts[p]);
            for (var s = 0; s < situations.Count; s++)
            {
                for (var w = 0; w < key.Length; w++)
                    key[w] = speaking[w] & holding[s][w];
                if (!lookup.TryGetValue(key, out var number))
                {
                    lookup[key] = number = _all.Count;
                    _all.Add(Make(parts[p], situations[s], key));
                }
                _of[p, s] = number;
            }
        }
    }

    /// <summary>The different combinations.</summary>
    public IEnumerable<Case> All => _all.Where(c => c.CanBeTried);

    /// <summary>A combination, if there is one, that names too many circumstances to try every set.</summary>
    public IEnumerable<Case> Unproven => _all.Where(c => !c.CanBeTried).Take(1);

    public IReadOnlyList<Part> Parts { get; }

    public IReadOnlyList<Situation> Situations { get; }

    /// <summary>Which combination holds in a part in a situation.</summary>
    public Case Of(int part, int situation) => _all[_of[part, situation]];

    private ulong[] SpeakingIn(Part part)
    {
        var speaking = new ulong[(_speakers.Length + 63) / 64];
        for (var i = 0; i < _speakers.Length; i++)
        {
            if (_speakers[i].SpeaksIn(part))
                speaking[i >> 6] |= 1UL << (i & 63);
        }
        return speaking;
    }

    private ulong[] Holding(Situation situation)
    {
        var rules = situation.Layers.SelectMany(l => l.Rules.Concat(l.Claims)).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        var holding = new ulong[(_speakers.Length + 63) / 64];
        for (var i = 0; i < _speakers.Length; i++)
        {
            if (_speakers[i].What is not Rule || rules.Contains(_speakers[i].What))
                holding[i >> 6] |= 1UL << (i & 63);
        }
        return holding;
    }

    private Case Make(Part part, Situation situation, ulong[] key)
    {
        var speaking = _speakers.Where((_, i) => (key[i >> 6] >> (i & 63) & 1) != 0).Select(s => s.What).ToList();
        var rules = speaking.OfType<Rule>().ToList();
        var layers = situation.Layers.Select(l => new LayerCase(l, rules.FindAll(r => r.Layer == l.Layer.Code))).ToList();
        var never = speaking.OfType<Invariant>().ToList();
        return new Case(part, situation, layers, never, CircumstancesOf(rules.SelectMany(Circumstances.NamedBy).Concat(never.SelectMany(n => n.Without))));
    }

    private Circumstances CircumstancesOf(IEnumerable<string> named)
    {
        var codes = named.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var key = string.Join(' ', codes);
        if (!_circumstances.TryGetValue(key, out var circumstances))
            _circumstances[key] = circumstances = new Circumstances(_words, codes);
        return circumstances;
    }
}
