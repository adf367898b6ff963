using CotnvPga.Convenant.Editions;
using NodaTime;

namespace CotnvPga.Convenant.Comparing;

/// <summary>One side of a comparison: a convenant as it holds on a day, for one municipality or in general.</summary>
/// <param name="Convenant">The convenant.</param>
/// <param name="Day">The day of decision.</param>
/// <param name="Municipality">Code of the municipality; null asks what holds without a local covenant.</param>
public sealed record ComparedSide(CompiledConvenant Convenant, LocalDate Day, string? Municipality = null)
{
    /// <summary>What holds there.</summary>
    public Edition Edition { get; } = Convenant.EditionOf(Municipality, Day);
}
