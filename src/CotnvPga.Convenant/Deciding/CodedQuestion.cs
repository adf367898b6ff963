using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Convenant.Deciding;

/// <summary>A question as numbers instead of codes. Reusable, and not for use by two threads at once.</summary>
public sealed class CodedQuestion
{
    private LocalDate _date = LocalDate.MaxIsoValue;
    private Remembered[] _remembered = [];

    /// <summary>Makes an empty question in the words of a convenant.</summary>
    public CodedQuestion(Vocabulary vocabulary) => Values = new byte[vocabulary.Axes.Count];

    /// <summary>Per axis the number of its value; the number of values where the question has no such axis.</summary>
    public byte[] Values { get; }

    /// <summary>Number of the resource type.</summary>
    public int ResourceType { get; set; }

    /// <summary>The circumstances that hold, as bits.</summary>
    public ulong Circumstances { get; set; }

    /// <summary>The day of decision; the last day there is when the convenant knows no days.</summary>
    public LocalDate Date
    {
        get => _date;
        set => (_date, Day) = (value, Periods.Number(value));
    }

    /// <summary>What is remembered of this question in one layer.</summary>
    internal ref Remembered In(int layer)
    {
        if (layer >= _remembered.Length)
            Array.Resize(ref _remembered, Math.Max(layer + 1, Layers));
        return ref _remembered[layer];
    }

    /// <summary>A question of its own with the same content.</summary>
    internal CodedQuestion Copy(Vocabulary vocabulary)
    {
        var copy = new CodedQuestion(vocabulary) { ResourceType = ResourceType, Circumstances = Circumstances, Date = Date, Layers = Layers, Edition = Edition };
        Values.CopyTo(copy.Values, 0);
        return copy;
    }

    /// <summary>The day as a number that orders as days do.</summary>
    internal int Day { get; private set; } = int.MaxValue;

    /// <summary>How many of the convenant's layers are asked, from the highest down.</summary>
    public int Layers { get; set; }

    /// <summary>Number of the edition that is asked; it makes no difference where only the law is.</summary>
    public int Edition { get; set; }
}
