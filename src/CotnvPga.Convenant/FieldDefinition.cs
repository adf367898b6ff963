namespace CotnvPga.Convenant;

/// <summary>One field of the catalogue (<c>velden.yaml</c>).</summary>
/// <param name="Code">Its code, such as <c>waarneming</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Category">Code of its category.</param>
/// <param name="Nature">The least strict nature that it can have; <c>geen</c> when none.</param>
/// <param name="Suppliers">The suppliers that normally bring it.</param>
public sealed record FieldDefinition(string Code, string Label, string Category, string Nature, IReadOnlySet<string> Suppliers);
