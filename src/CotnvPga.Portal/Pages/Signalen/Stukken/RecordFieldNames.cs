using System.Globalization;
using System.Text.RegularExpressions;
using CotnvPga.Convenant.Process;

namespace CotnvPga.Portal.Pages.Signalen.Stukken;

/// <summary>Where an error about a row of a record belongs.</summary>
internal static partial class RecordFieldNames
{
    /// <summary>The field, row and part of <c>aanwezigen[2].naam</c>; null when it names no row.</summary>
    public static (string Field, int Index, string Part)? Row(string field) => RowPart().Match(field) is { Success: true, Groups: [_, var name, var index, var part] }
        ? (name.Value, int.Parse(index.Value, CultureInfo.InvariantCulture), part.Value)
        : null;

    /// <summary>The name in the form of a field that a service names.</summary>
    public static string InForm(IReadOnlyList<RecordField> fields, string field) => Row(field) is { } row && fields.Any(f => f.Code == row.Field)
        ? $"{nameof(RecordInput.Rijen)}[{row.Field}][{row.Index}][{row.Part}]"
        : fields.FirstOrDefault(f => f.Code == field) is { } known
            ? $"{(RecordInput.TakesMany(known) ? nameof(RecordInput.Lijsten) : nameof(RecordInput.Velden))}[{field}]"
            : field;

    [GeneratedRegex(@"^(\w+)\[(\d{1,3})\]\.(\w+)$")]
    private static partial Regex RowPart();
}
