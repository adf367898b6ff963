using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Analysing.Parts;

/// <summary>Something that speaks of a part of the domain, such as a rule, with the numbers of its boxes.</summary>
/// <param name="What">The rule, or whatever it is.</param>
/// <param name="Where">Where it speaks: in one of these boxes.</param>
/// <param name="Unless">Where it does not after all.</param>
internal sealed record Speaker(object What, int[] Where, int[] Unless)
{
    public static Speaker Of(object what, IReadOnlyList<Box> where, IReadOnlyList<Box> unless, BoxSet boxes) =>
        new(what, [.. where.Select(boxes.Add)], [.. unless.Select(boxes.Add)]);

    /// <summary>Whether it speaks in a part.</summary>
    public bool SpeaksIn(Part part) => Array.Exists(Where, part.Holds) && !Array.Exists(Unless, part.Holds);
}
