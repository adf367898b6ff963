namespace CotnvPga.Domain.Weighing;

/// <summary>One of the three contradicts the others in a round, in turn, so that a weighing is not one-sided.</summary>
public static class Contradictor
{
    /// <summary>Whose turn it is.</summary>
    /// <param name="weighers">Codes of the parties that weigh, in a fixed order.</param>
    /// <param name="round">The round, from 1.</param>
    public static string Of(IReadOnlyList<string> weighers, int round)
    {
        ArgumentNullException.ThrowIfNull(weighers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(round);
        return weighers[(round - 1) % weighers.Count];
    }
}
