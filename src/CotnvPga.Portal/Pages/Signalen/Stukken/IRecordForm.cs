using CotnvPga.Convenant.Process;
using CotnvPga.Portal.Components.Fields;

namespace CotnvPga.Portal.Pages.Signalen.Stukken;

/// <summary>A page with the form of a record: of a case or of a register.</summary>
public interface IRecordForm
{
    /// <summary>What is typed.</summary>
    RecordInput Input { get; }

    /// <summary>The fields, in order.</summary>
    IReadOnlyList<RecordField> Fields { get; }

    /// <summary>What can be chosen in a field; empty when it is free.</summary>
    IReadOnlyList<Choice> Choices(RecordField field);
}
