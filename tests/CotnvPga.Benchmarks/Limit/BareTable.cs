using CotnvPga.Benchmarks.Questions;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Benchmarks.Limit;

/// <summary>
/// The limit: what no engine can beat. The answers to the questions stand in one array; they are found from the ids that the
/// engine gets too, or with the place known beforehand, which is one load.
/// </summary>
internal sealed class BareTable
{
    private readonly CodedQuestion[] _questions;
    private readonly int[] _strides;
    private readonly int[] _blocks;
    private readonly int[] _sets;
    private readonly int[] _places;
    private readonly byte[] _answers;
    private readonly int _width;

    public BareTable(CompiledConvenant convenant, QuestionSet set)
    {
        _questions = set.Coded;
        _strides = Strides(convenant, out var cells);
        _blocks = new int[cells];
        var sets = _questions.Select(q => q.Circumstances).Distinct().ToList();
        _width = sets.Count;
        _sets = [.. _questions.Select(q => sets.IndexOf(q.Circumstances))];
        // Only cells that are asked about have answers: the whole domain times all sets of circumstances fits in no memory.
        var met = 0;
        foreach (var question in _questions)
        {
            ref var block = ref _blocks[Cell(question)];
            block = block == 0 ? ++met : block;
        }
        _answers = new byte[(met + 1) * _width];
        _places = [.. _questions.Select((q, i) => (_blocks[Cell(q)] * _width) + _sets[i])];
        for (var i = 0; i < _places.Length; i++)
            _answers[_places[i]] = set.Expected[i] ? (byte)1 : (byte)0;
    }

    /// <summary>How many are allowed, each found with one load.</summary>
    public long FromPlaces()
    {
        var allowed = 0L;
        var answers = _answers;
        foreach (var place in _places)
            allowed += answers[place];
        return allowed;
    }

    /// <summary>How many are allowed, each found from the ids and the number of its set of circumstances.</summary>
    public long FromIds()
    {
        var allowed = 0L;
        for (var i = 0; i < _questions.Length; i++)
            allowed += _answers[(_blocks[Cell(_questions[i])] * _width) + _sets[i]];
        return allowed;
    }

    private int Cell(CodedQuestion question)
    {
        var cell = 0;
        var values = question.Values;
        var strides = _strides;
        for (var i = 0; i < values.Length && i < strides.Length; i++)
            cell += values[i] * strides[i];
        return cell;
    }

    /// <summary>Mixed radix over the axes that the law knows; the others have one value here.</summary>
    private static int[] Strides(CompiledConvenant convenant, out int cells)
    {
        var named = convenant.Rules.Layers[0].Rules.SelectMany(r => r.Where.Concat(r.Unless)).SelectMany(b => b.Axes.Keys).ToHashSet(StringComparer.Ordinal);
        var strides = new int[convenant.Vocabulary.Axes.Count];
        cells = 1;
        for (var i = strides.Length - 1; i >= 0; i--)
        {
            var axis = convenant.Vocabulary.Axes[i];
            strides[i] = named.Contains(axis.Name) ? cells : 0;
            cells *= named.Contains(axis.Name) ? axis.Values.Count + 1 : 1;
        }
        return strides;
    }
}
