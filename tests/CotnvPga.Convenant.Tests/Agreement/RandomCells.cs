using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Convenant.Tests.Agreement;

/// <summary>Draws codes, days and circumstances for questions to the real convenant: always the same ones from one seed.</summary>
internal sealed class RandomCells(int seed)
{
    private static readonly Vocabulary Words = TheConvenant.Loaded.Vocabulary;

    /// <summary>Axes that all items of one view share; the others vary within it.</summary>
    public static readonly Axis[] Shared = [.. Words.Axes.Where(a => a.ResourceType is null && a.FromLayer is null)];

    /// <summary>Axes that vary within a view, and the role.</summary>
    public static readonly Axis[] Varying = [.. Words.Axes.Except(Shared)];

    private readonly Random _random = new(seed);

    public ResourceType Type() => _random.Next(20) == 0 ? Words.ResourceTypes[^1] : Words.ResourceTypes[0];

    /// <summary>A code of an axis that this kind of resource can have; null when it has no such axis.</summary>
    public string? Code(Axis axis, ResourceType type)
    {
        if (axis.ResourceType is not null && axis.ResourceType != type.Code)
            return null;
        // Most of what the law opens is opened for one purpose: half of the questions are about it.
        if (axis.Name == "doel" && _random.Next(2) == 0)
            return "persoonsgericht";
        var codes = axis.Codes.Where(c => !type.Only.TryGetValue(axis.Name, out var only) || only.Contains(c)).ToList();
        return codes[_random.Next(codes.Count)];
    }

    /// <summary>A day in one of the stretches in which the rules do not change, its first or its last included; or one before all law.</summary>
    public LocalDate Day()
    {
        var starts = TheConvenant.Loaded.Decider.Periods.Starts;
        var start = starts[_random.Next(starts.Count)];
        return start.PlusDays(_random.Next(3) switch { 0 => 0, 1 => -1, _ => 40 });
    }

    public int Edition() => _random.Next(TheConvenant.Loaded.Editions.Count);

    /// <summary>Circumstances: mostly nearly all that open, sometimes few, seldom one that closes.</summary>
    public HashSet<string> Circumstances()
    {
        var chance = _random.Next(4) switch { 0 => 0.5, 1 => 0.8, 2 => 0.93, _ => 1.0 };
        return Words.Circumstances.Where(c => _random.NextDouble() < (c.Closes ? 0.1 : chance)).Select(c => c.Code).ToHashSet();
    }
}
