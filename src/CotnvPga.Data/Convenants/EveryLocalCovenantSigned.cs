using NodaTime;

namespace CotnvPga.Data.Convenants;

/// <summary>Takes every local covenant in the rule data for signed.</summary>
internal sealed class EveryLocalCovenantSigned : IAccessions
{
    /// <inheritdoc/>
    public bool Holds(string municipality, LocalDate day) => true;
}
