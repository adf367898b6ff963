using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Analysing.Parts;

/// <summary>A part of the domain in which the same boxes hold everywhere, told by one of its cells.</summary>
/// <param name="Type">The type of resource.</param>
/// <param name="Values">Per axis the number of the cell's value; the number of values where the type has no such axis.</param>
/// <param name="Boxes">The boxes that hold.</param>
internal sealed record Part(ResourceType Type, byte[] Values, ulong[] Boxes)
{
    /// <summary>Whether a box holds here.</summary>
    public bool Holds(int box) => (Boxes[box >> 6] >> (box & 63) & 1) != 0;
}
