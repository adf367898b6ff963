using CotnvPga.Convenant.Deciding;
using NodaTime;

namespace CotnvPga.Convenant.NearMisses;

/// <summary>Other values of one axis under which the same question would come out better.</summary>
/// <param name="Axis">The axis, such as <c>fase</c>.</param>
/// <param name="Codes">The values that give the best outcome that this axis has, in vocabulary order; never empty.</param>
/// <param name="Answer">The answer under the first of them.</param>
public sealed record NearMiss(string Axis, IReadOnlyList<string> Codes, Answer Answer);

/// <summary>A later day on which the same question would come out better.</summary>
/// <param name="From">The first such day.</param>
/// <param name="Answer">The answer on that day.</param>
public sealed record LaterDay(LocalDate From, Answer Answer);
