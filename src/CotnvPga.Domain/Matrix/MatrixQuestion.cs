using CotnvPga.Convenant.Editions;
using NodaTime;

namespace CotnvPga.Domain.Matrix;

/// <summary>Which matrix is asked.</summary>
/// <param name="Edition">What holds in the municipality.</param>
/// <param name="Day">The day.</param>
/// <param name="Phase">Code of the phase.</param>
/// <param name="Act">Code of the act.</param>
/// <param name="Purpose">Code of the purpose.</param>
/// <param name="Nature">Code of the special nature.</param>
/// <param name="Role">Code of the role of who looks; null for none in particular.</param>
public sealed record MatrixQuestion(Edition Edition, LocalDate Day, string Phase, string Act, string Purpose, string Nature, string? Role);
