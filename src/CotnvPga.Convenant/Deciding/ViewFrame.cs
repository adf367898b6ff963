using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Deciding;

/// <summary>What all views of a convenant share: how items are numbered, and which circumstances are the item's.</summary>
internal sealed class ViewFrame
{
    private readonly Vocabulary _vocabulary;
    private readonly Circumstance[] _item;
    private readonly ulong[] _flags;

    public ViewFrame(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _item = [.. vocabulary.Circumstances.Where(c => c.Kind == CircumstanceKind.Gegeven)];
        ItemCircumstances = [.. _item.Select(c => c.Code)];
        PromisingBits = _item.Where(c => !c.Closes && !c.Silent).Aggregate(0UL, (bits, c) => bits | c.Bit);
        FlagCombinations = 1 << _item.Length;
        CellCount = vocabulary.ItemAxes.Aggregate(1, (count, axis) => count * axis.Values.Count);
        _flags = new ulong[FlagCombinations];
        for (var flags = 0; flags < FlagCombinations; flags++)
        {
            for (var i = 0; i < _item.Length; i++)
            {
                if ((flags >> i & 1) != 0)
                    _flags[flags] |= _item[i].Bit;
            }
        }
    }

    public IReadOnlyList<string> ItemCircumstances { get; }

    /// <summary>The item's circumstances of which may be told that they are missing: without those that close, or would tell something of the item.</summary>
    public ulong PromisingBits { get; }

    public int FlagCombinations { get; }

    public int CellCount { get; }

    public ulong Circumstances(int flags) => _flags[flags];

    /// <summary>The number of a cell: mixed radix over the item axes, the last one varying fastest.</summary>
    public int CellOf(params ReadOnlySpan<string> codes)
    {
        if (codes.Length != _vocabulary.ItemAxes.Count)
            throw new ArgumentException($"Een gegeven heeft {_vocabulary.ItemAxes.Count} assen.", nameof(codes));
        var cell = 0;
        for (var i = 0; i < codes.Length; i++)
        {
            var axis = _vocabulary.ItemAxes[i];
            var value = axis.IndexOf(codes[i]);
            if (value < 0)
                throw new ArgumentException($"Onbekende {axis.Name}: '{codes[i]}'.{Nearest.Suggestion(codes[i], axis.Codes)}", nameof(codes));
            cell = (cell * axis.Values.Count) + value;
        }
        return cell;
    }

    /// <summary>A question of its own with what a view shares.</summary>
    public CodedQuestion QuestionOf(CodedQuestion view) => view.Copy(_vocabulary);

    /// <summary>Makes a question speak of one cell.</summary>
    public void Turn(CodedQuestion question, int cell)
    {
        for (var i = _vocabulary.ItemAxes.Count - 1; i >= 0; i--)
        {
            var axis = _vocabulary.ItemAxes[i];
            question.Values[axis.Index] = (byte)(cell % axis.Values.Count);
            cell /= axis.Values.Count;
        }
    }
}
