namespace CotnvPga.Convenant.Compiling;

/// <summary>What opens one cell under one combination of closing circumstances, laid out for the decision: nearly always one set.</summary>
internal readonly struct Opening
{
    private static readonly Opening Never = new(ulong.MaxValue, null);

    private readonly ulong _first;
    private readonly ulong[]? _others;

    private Opening(ulong first, ulong[]? others) => (_first, _others) = (first, others);

    /// <summary>From the minimal sets of which one is enough; none of them holds every circumstance that there is.</summary>
    public static Opening Of(ReadOnlySpan<ulong> sets) => sets.Length switch
    {
        0 => Never,
        1 => new Opening(sets[0], null),
        _ => new Opening(sets[0], sets[1..].ToArray()),
    };

    /// <summary>Whether what is given is enough. A set of all 64 bits stands for a cell that nothing opens.</summary>
    public bool Holds(ulong given) => (_first & ~given) == 0 || (_others is not null && MinimalSets.Holds(_others, given));
}
