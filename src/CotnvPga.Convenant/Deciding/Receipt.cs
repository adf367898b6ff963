using NodaTime;

namespace CotnvPga.Convenant.Deciding;

/// <summary>What a decision was made with: the same question under the same receipt gives the same answer, byte for byte.</summary>
/// <param name="Convenant">Hash of the rule data.</param>
/// <param name="Model">Version of the national covenant that was asked; null when only the law was.</param>
/// <param name="Edition">Municipality and version of the local covenant, such as <c>9901@2026.1</c>; empty when none was asked.</param>
/// <param name="Period">First day of the period in which the day of decision falls, of law or, where covenants were asked, of law and covenants together; null for the time before the first.</param>
/// <param name="Rules">Ids of the rules that the answer rests on, the deciding one first.</param>
public sealed record Receipt(string Convenant, string? Model, string Edition, LocalDate? Period, IReadOnlyList<string> Rules);
