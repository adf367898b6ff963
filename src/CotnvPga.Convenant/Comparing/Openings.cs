namespace CotnvPga.Convenant.Comparing;

/// <summary>What opens a cell: per combination of closing circumstances every minimal set that is enough.</summary>
public sealed class Openings : IEquatable<Openings>
{
    private readonly string _text;

    internal Openings(IReadOnlyList<Opening> all)
    {
        All = all;
        _text = string.Join('/', all.Select(o => string.Join('|', o.Sets.Select(s => string.Join('+', s).Length == 0 ? "." : string.Join('+', s)))));
    }

    /// <summary>One for each combination of closing circumstances that either side knows; the one with none comes first.</summary>
    public IReadOnlyList<Opening> All { get; }

    /// <summary>Whether nothing opens it.</summary>
    public bool IsClosed => All.All(o => o.Sets.Count == 0);

    /// <summary>Whether these circumstances are enough.</summary>
    public bool Allows(IReadOnlySet<string> given)
    {
        var closing = All[^1].Closing.Where(given.Contains).ToList();
        return All.First(o => o.Closing.SequenceEqual(closing)).Sets.Any(set => set.All(given.Contains));
    }

    /// <inheritdoc />
    public bool Equals(Openings? other) => other is not null && other._text == _text;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Openings);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    /// <inheritdoc />
    public override string ToString() => _text;
}

/// <summary>What opens a cell under one combination of closing circumstances.</summary>
/// <param name="Closing">The closing circumstances that hold; all others do not.</param>
/// <param name="Sets">The minimal sets, each sorted by code, the sets by size and then by code; empty when nothing opens it, one empty set when nothing is needed.</param>
public sealed record Opening(IReadOnlyList<string> Closing, IReadOnlyList<IReadOnlyList<string>> Sets);
