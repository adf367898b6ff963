using System.Numerics;
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
    private readonly ulong[] _named;
    private readonly Dictionary<ulong, Circumstances> _circumstances = [];
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
        _named = [.. _speakers.Select(s => BitsOf(s.What is Rule rule ? Circumstances.NamedBy(rule) : ((Invariant)s.What).Without))];
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
        var speaking = new List<Rule>[situation.Layers.Count];
        for (var layer = 0; layer < speaking.Length; layer++)
            speaking[layer] = [];
        List<Invariant>? never = null;
        var named = 0UL;
        for (var w = 0; w < key.Length; w++)
        {
            for (var rest = key[w]; rest != 0; rest &= rest - 1)
            {
                var i = (w << 6) + BitOperations.TrailingZeroCount(rest);
                named |= _named[i];
                if (_speakers[i].What is Rule rule)
                    speaking[LayerOf(situation, rule)].Add(rule);
                else
                    (never ??= []).Add((Invariant)_speakers[i].What);
            }
        }
        var layers = new LayerCase[speaking.Length];
        for (var layer = 0; layer < layers.Length; layer++)
            layers[layer] = new LayerCase(situation.Layers[layer], speaking[layer]);
        return new Case(part, situation, layers, never ?? (IReadOnlyList<Invariant>)[], CircumstancesOf(named));
    }

    private static int LayerOf(Situation situation, Rule rule)
    {
        for (var layer = 0; layer < situation.Layers.Count; layer++)
        {
            if (situation.Layers[layer].Layer.Code == rule.Layer)
                return layer;
        }
        throw new InvalidOperationException($"The rule {rule.Id} holds in a layer that is not there.");
    }

    private ulong BitsOf(IEnumerable<string> codes) => codes.Aggregate(0UL, (bits, code) => bits | _words.Circumstance(code)!.Bit);

    private Circumstances CircumstancesOf(ulong named)
    {
        if (!_circumstances.TryGetValue(named, out var circumstances))
            _circumstances[named] = circumstances = new Circumstances(_words, _words.Circumstances.Where(c => (c.Bit & named) != 0).Select(c => c.Code));
        return circumstances;
    }
}
