namespace CotnvPga.Portal.Pages.Signalen.Overleg;

/// <summary>An item that may go along, with the literal text.</summary>
public sealed record HandoverText(Guid Id, string Field, string Value, string Supplier, string Articles);

/// <summary>An item that does not go along, and why. Only items that the person preparing it sees are here.</summary>
public sealed record HandoverRefusal(string Field, string Supplier, string Reason, string Articles);
