using System.Buffers.Binary;
using CotnvPga.Convenant.Compiling;

namespace CotnvPga.Convenant.Deciding;

/// <summary>
/// Where a question was found in a layer, so that asking it again under other circumstances is one look. Holds as long as
/// the question's values and the table are the same.
/// </summary>
internal struct Remembered
{
    private const int Packable = sizeof(ulong);

    private LayerTable? _table;
    private ulong _values;
    private Opening[] _openings;
    private int _place;

    /// <summary>Whether the cell of a question is open.</summary>
    /// <param name="table">The layer's table for the day.</param>
    /// <param name="values">The question's values.</param>
    /// <param name="closing">Which combination of closing circumstances is given.</param>
    /// <param name="given">The circumstances that are given.</param>
    public bool Allows(LayerTable table, byte[] values, int closing, ulong given)
    {
        if (values.Length != Packable)
        {
            var (openings, place) = table.OpeningsOf(values);
            return openings[place + closing].Holds(given);
        }
        var packed = BinaryPrimitives.ReadUInt64LittleEndian(values);
        if (!ReferenceEquals(_table, table) || packed != _values)
            Find(table, values, packed);
        return _openings[_place + closing].Holds(given);
    }

    private void Find(LayerTable table, byte[] values, ulong packed)
    {
        (_openings, _place) = table.OpeningsOf(values);
        (_table, _values) = (table, packed);
    }
}
