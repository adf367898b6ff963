using CotnvPga.Convenant.Compiling;

namespace CotnvPga.Convenant.Deciding;

/// <summary>
/// Where a question was found in a layer, so that asking it again under other circumstances is one look. Holds as long as
/// the question's values and the table are the same.
/// </summary>
internal readonly struct Remembered(LayerTable table, ulong values, (Opening[] Openings, int Place) found)
{
    private readonly LayerTable? _table = table;
    private readonly ulong _values = values;
    private readonly Opening[] _openings = found.Openings;
    private readonly int _place = found.Place;

    /// <summary>Whether this is where a question with these values stands in a table.</summary>
    public bool Is(LayerTable table, ulong values) => ReferenceEquals(_table, table) && _values == values;

    /// <summary>Whether the cell is open.</summary>
    /// <param name="closing">Which combination of closing circumstances is given.</param>
    /// <param name="given">The circumstances that are given.</param>
    public bool Holds(int closing, ulong given) => _openings[_place + closing].Holds(given);
}
