using System.Globalization;
using System.Text.RegularExpressions;

namespace CotnvPga.Portal.Pages.Signalen.Stukken;

/// <summary>Where an error about a row of a record belongs.</summary>
internal static partial class RecordFieldNames
{
    /// <summary>The field, row and part of <c>aanwezigen[2].naam</c>; null when it names no row.</summary>
    public static (string Field, int Index, string Part)? Row(string field) => RowPart().Match(field) is { Success: true, Groups: [_, var name, var index, var part] }
        ? (name.Value, int.Parse(index.Value, CultureInfo.InvariantCulture), part.Value)
        : null;

    [GeneratedRegex(@"^(\w+)\[(\d{1,3})\]\.(\w+)$")]
    private static partial Regex RowPart();
}
