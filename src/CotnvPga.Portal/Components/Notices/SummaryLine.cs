namespace CotnvPga.Portal.Components.Notices;

/// <summary>One line of the error summary.</summary>
/// <param name="Field">Name of the field it links to; empty when it belongs to none.</param>
/// <param name="Message">What is wrong, and where when several fields are alike.</param>
public sealed record SummaryLine(string Field, string Message)
{
    /// <summary>Where a page leaves its lines when their order or words differ from those at the fields.</summary>
    public const string Key = "Fouten";
}
