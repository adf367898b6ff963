using System.Runtime.InteropServices;
using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Convenant.Deciding;

/// <summary>
/// A question as numbers instead of codes. Reusable, and not for use by two threads at once. What the decision reads lies in the
/// object itself, so that asking touches as little memory as can be.
/// </summary>
public sealed class CodedQuestion
{
    /// <summary>How many values lie in the object itself.</summary>
    internal const int Packable = sizeof(ulong);

    private readonly int _count;
    private readonly byte[]? _long;
    private LocalDate _date = LocalDate.MaxIsoValue;
    private ulong _packed;
    private Periods? _periods;
    private int _period;
    private Remembered _first;
    private Remembered[] _lower = [];

    /// <summary>Makes an empty question in the words of a convenant.</summary>
    public CodedQuestion(Vocabulary vocabulary)
    {
        _count = vocabulary.Axes.Count;
        _long = _count > Packable ? new byte[_count] : null;
    }

    /// <summary>Per axis the number of its value; the number of values where the question has no such axis.</summary>
    public Span<byte> Values => _long ?? MemoryMarshal.AsBytes(new Span<ulong>(ref _packed))[.._count];

    /// <summary>Number of the resource type.</summary>
    public int ResourceType { get; set; }

    /// <summary>The circumstances that hold, as bits.</summary>
    public ulong Circumstances { get; set; }

    /// <summary>The day of decision; the last day there is when the convenant knows no days.</summary>
    public LocalDate Date
    {
        get => _date;
        set => (_date, Day, _periods) = (value, Periods.Number(value), null);
    }

    /// <summary>How many of the convenant's layers are asked, from the highest down.</summary>
    public int Layers { get; set; }

    /// <summary>Number of the edition that is asked; it makes no difference where only the law is.</summary>
    public int Edition { get; set; }

    /// <summary>The day as a number that orders as days do.</summary>
    internal int Day { get; private set; } = int.MaxValue;

    /// <summary>All values in one number; null when they do not fit.</summary>
    internal ulong? Packed => _long is null ? _packed : null;

    /// <summary>The period that the day falls in.</summary>
    internal int PeriodIn(Periods periods)
    {
        if (!ReferenceEquals(_periods, periods))
            (_periods, _period) = (periods, periods.Of(Day));
        return _period;
    }

    /// <summary>Whether the cell of this question is open in one layer; where it was found is remembered for the next time.</summary>
    internal bool IsOpenIn(int layer, LayerTable table, int closing)
    {
        if (_long is not null)
        {
            var (openings, place) = table.OpeningsOf(_long);
            return openings[place + closing].Holds(Circumstances);
        }
        ref var remembered = ref layer == 0 ? ref _first : ref Lower(layer - 1);
        if (!remembered.Is(table, _packed))
            remembered = new Remembered(table, _packed, table.OpeningsOf(Values));
        return remembered.Holds(closing, Circumstances);
    }

    /// <summary>A question of its own with the same content.</summary>
    internal CodedQuestion Copy(Vocabulary vocabulary)
    {
        var copy = new CodedQuestion(vocabulary) { ResourceType = ResourceType, Circumstances = Circumstances, Date = Date, Layers = Layers, Edition = Edition };
        Values.CopyTo(copy.Values);
        return copy;
    }

    private ref Remembered Lower(int index)
    {
        if (index >= _lower.Length)
            Array.Resize(ref _lower, Math.Max(index + 1, Layers - 1));
        return ref _lower[index];
    }
}
