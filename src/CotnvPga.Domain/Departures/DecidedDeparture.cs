using NodaTime;

namespace CotnvPga.Domain.Departures;

/// <summary>A departure that the three decided.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Article">Id of the clause.</param>
/// <param name="Term">Code of the term that it moved; null when none.</param>
/// <param name="Until">The new last day, or until when it lasts.</param>
/// <param name="Phase">The phase in which it was decided.</param>
/// <param name="At">When.</param>
/// <param name="Motivation">Why, for who sits at the table now; else null.</param>
public sealed record DecidedDeparture(Guid Id, string Article, string? Term, LocalDate? Until, string Phase, Instant At, string? Motivation);

/// <summary>A term of one case that the three moved.</summary>
/// <param name="Term">Code of the term.</param>
/// <param name="Until">Its new last day.</param>
/// <param name="At">When that was decided.</param>
public sealed record MovedTerm(string Term, LocalDate Until, Instant At);
