using Microsoft.AspNetCore.Mvc.Rendering;

namespace CotnvPga.Portal.Components.Fields;

/// <summary>The id of a control from the name of its field: one rule, for the field and for the summary that links to it.</summary>
public static class FieldIds
{
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");
}
