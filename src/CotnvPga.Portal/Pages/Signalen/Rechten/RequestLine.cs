namespace CotnvPga.Portal.Pages.Signalen.Rechten;

/// <summary>A request of the person concerned or of a relation.</summary>
/// <param name="Id">The request.</param>
/// <param name="Kind">What is asked, in words.</param>
/// <param name="By">Who asks.</param>
/// <param name="On">When it came in.</param>
/// <param name="Decided">What was decided and when, in words; null while it is open.</param>
public sealed record RequestLine(Guid Id, string Kind, string By, string On, string? Decided);

/// <summary>An item of the collected copy.</summary>
public sealed record CopyLine(string Field, string Value, string Supplier, string RecordedOn);
