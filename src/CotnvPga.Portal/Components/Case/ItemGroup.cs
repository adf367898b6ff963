namespace CotnvPga.Portal.Components.Case;

/// <summary>The items of one category that this viewer sees, or could see. What is withheld is not here.</summary>
/// <param name="Category">Name of the category.</param>
/// <param name="Visible">Items with their value.</param>
/// <param name="Conditional">Items of which only the supplier is told.</param>
public sealed record ItemGroup(string Category, IReadOnlyList<ItemView> Visible, IReadOnlyList<HiddenItemView> Conditional);

/// <summary>An item with its value, and why it is visible.</summary>
/// <param name="Id">The item.</param>
/// <param name="Field">Name of the field.</param>
/// <param name="Value">What was recorded.</param>
/// <param name="Nature">Name of its special nature; null when it has none.</param>
/// <param name="Supplier">Who supplied it.</param>
/// <param name="RecordedOn">Day it was recorded, in words.</param>
/// <param name="Explanation">Why it is visible.</param>
/// <param name="Articles">On which articles that rests.</param>
public sealed record ItemView(
    Guid Id, string Field, string Value, string? Nature, string Supplier, string RecordedOn, string Explanation, string Articles)
{
    /// <summary>The page where its necessity is recorded; null when that is not up to this viewer, or not here.</summary>
    public string? Edit { get; init; }

    /// <summary>The page with its history, its documents and how to put it right; null where the item is shown on that page itself.</summary>
    public string? History { get; init; }

    /// <summary>Short remarks beside it, such as that it was corrected.</summary>
    public IReadOnlyList<ItemRemark> Remarks { get; init; } = [];

    /// <summary>Where it comes from, in words; null when nobody said.</summary>
    public string? Origin { get; init; }

    /// <summary>The secrecy that comes with it beside that of everybody at the table; null when none.</summary>
    public string? Secrecy { get; init; }

    /// <summary>Its documents.</summary>
    public IReadOnlyList<DocumentView> Documents { get; init; } = [];

    /// <summary>Who is at the table and may not hear it; empty when all may, or nobody sits at a table.</summary>
    public IReadOnlyList<NotWith> NotWith { get; init; } = [];
}

/// <summary>A remark beside an item.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Tone">How it looks; null for an ordinary one.</param>
public sealed record ItemRemark(string Text, string? Tone);

/// <summary>A document to save.</summary>
/// <param name="Name">Its name.</param>
/// <param name="About">Kind, size, by whom and when.</param>
/// <param name="Address">Where it is.</param>
public sealed record DocumentView(string Name, string About, string Address);

/// <summary>A party that may not hear an item.</summary>
/// <param name="Party">Its name.</param>
/// <param name="Explanation">Why.</param>
/// <param name="Articles">On which articles that rests.</param>
public sealed record NotWith(string Party, string Explanation, string Articles);

/// <summary>An item that is not visible yet: who supplied it and what is missing.</summary>
/// <param name="Id">The item.</param>
/// <param name="Supplier">Who supplied it.</param>
/// <param name="Explanation">What would make it visible.</param>
/// <param name="Articles">On which articles that rests.</param>
public sealed record HiddenItemView(Guid Id, string Supplier, string Explanation, string Articles);
