using CotnvPga.Convenant.Rules;
using NodaTime;

namespace CotnvPga.Convenant.Comparing;

/// <summary>One side of a comparison: a convenant as it holds on a day, for one municipality or in general.</summary>
/// <param name="Convenant">The convenant.</param>
/// <param name="Day">The day of decision.</param>
/// <param name="Municipality">Code of the municipality; null asks what holds without a local covenant.</param>
public sealed record ComparedSide(CompiledConvenant Convenant, LocalDate Day, string? Municipality = null)
{
    /// <summary>The rules that hold for this municipality.</summary>
    internal RuleBook Rules => Convenant.Rules;
}
