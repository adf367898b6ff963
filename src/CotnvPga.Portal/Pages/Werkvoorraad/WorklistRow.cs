using CotnvPga.Portal.Components.Case;

namespace CotnvPga.Portal.Pages.Werkvoorraad;

/// <summary>One case in the worklist.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Phase">Name of its phase.</param>
/// <param name="Municipality">Name of the municipality.</param>
/// <param name="Task">What is asked.</param>
/// <param name="Note">What else matters, such as an urgent weighing.</param>
/// <param name="Deadline">The first term; null when none runs.</param>
/// <param name="Page">The page where it is done.</param>
public sealed record WorklistRow(Guid Id, string Number, string Phase, string Municipality, string Task, string? Note, Deadline? Deadline, string Page);

/// <summary>An outcome that was told: nothing but the number, the outcome and the day.</summary>
public sealed record ToldRow(string Number, string Outcome, string On);

/// <summary>Cases that are equally near their deadline.</summary>
public sealed record WorklistGroup(string Label, IReadOnlyList<WorklistRow> Rows);

/// <summary>One of the lists.</summary>
public sealed record WorklistTab(string Code, string Label, int Count, bool IsHere, bool IsLate, string EmptyText);

/// <summary>Something about who is there to do the work; never about a case.</summary>
/// <param name="Text">What it says.</param>
/// <param name="IsWarning">Whether somebody must do something about it.</param>
/// <param name="Municipality">Code of the municipality; null when this person arranges nothing there.</param>
/// <param name="Page">Where to do it.</param>
/// <param name="Action">The words of the link.</param>
public sealed record PeopleLine(string Text, bool IsWarning, string? Municipality, string? Page, string? Action);
