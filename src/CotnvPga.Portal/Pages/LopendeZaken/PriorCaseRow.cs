namespace CotnvPga.Portal.Pages.LopendeZaken;

/// <summary>A concept as a page shows it.</summary>
public sealed record PriorCaseRow(
    Guid Id, string Number, string Reference, string Municipality, string EnteredFor, string Phase, string Since, string? WeighedOn, string Parties,
    bool HasDocument, string Stage, string? WaitingFor, bool IsOwn, bool MaySubmit, bool MayAgree, bool MayOpen, IReadOnlyList<PriorCaseItem> Items);

/// <summary>What is recorded of it; only for who entered it.</summary>
public sealed record PriorCaseItem(string Field, string Value);
