using CotnvPga.Convenant.Process;

namespace CotnvPga.Convenant.Registers;

/// <summary>A register beside the cases (<c>registers</c>): records that are only added to, without a case and without a person.</summary>
/// <param name="Code">Its code: part of its address.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Explanation">What it is for.</param>
/// <param name="Forms">The kinds of record that it holds, in order.</param>
/// <param name="IsKept">Whether an archive keeps it for ever; else until a term is over (<c>waardering</c>).</param>
/// <param name="Grounds">Articles.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record RegisterDefinition(
    string Code, string Label, string Explanation, IReadOnlyList<RegisterForm> Forms, bool IsKept, IReadOnlyList<string> Grounds, string Certainty)
{
    /// <summary>The tasks of who reads something here.</summary>
    public IReadOnlyList<string> Tasks => [.. Forms.SelectMany(f => f.Readers).Distinct()];

    /// <summary>The form with this code; null when the register has none.</summary>
    public RegisterForm? Form(string? code) => Forms.FirstOrDefault(f => f.Code == code);
}

/// <summary>A kind of record in a register.</summary>
/// <param name="Record">Its fields, what it is about, whether it ends that, and its term.</param>
/// <param name="By">Tasks of who lays it down.</param>
/// <param name="Readers">Tasks of who reads it.</param>
/// <param name="ByAnother">Whether it must be somebody else than who made the record that it is about, or a record about that one (<c>iemand_anders</c>).</param>
/// <param name="Needs">What must stand before it can be laid down: each of these, by one of its alternatives (<c>vereist</c>).</param>
/// <param name="Until">The field with the last day on which something can be laid down about it; null when always (<c>geldt_tot</c>).</param>
/// <param name="From">The field with the first day on which something can be laid down about it; null when at once (<c>geldt_van</c>).</param>
/// <param name="NotAfter">Kinds after which this one cannot be laid down about the same record any more (<c>niet_na</c>).</param>
/// <param name="Sample">What the system draws for it; null when people write it whole (<c>trekt</c>).</param>
public sealed record RegisterForm(
    RecordDefinition Record, IReadOnlyList<string> By, IReadOnlyList<string> Readers, bool ByAnother, IReadOnlyList<IReadOnlyList<RegisterNeed>> Needs, string? Until, string? From,
    IReadOnlyList<string> NotAfter, SampleKind? Sample)
{
    /// <summary>Its code.</summary>
    public string Code => Record.Code;

    /// <summary>Its name for people.</summary>
    public string Label => Record.Label;

    /// <summary>Whether it is about another record.</summary>
    public bool IsAbout => Record.About.Count > 0;
}

/// <summary>A record that must stand: the one that the new record is about, or one about that.</summary>
/// <param name="Form">Code of its form.</param>
/// <param name="Outcome">Its outcome; null for any.</param>
public sealed record RegisterNeed(string Form, string? Outcome)
{
    /// <summary>As the rule data writes it.</summary>
    public override string ToString() => Outcome is null ? Form : $"{Form}/{Outcome}";
}

/// <summary>What a sample is drawn from.</summary>
public enum SampleKind
{
    /// <summary>Records of this register.</summary>
    Stukken,

    /// <summary>Cases in the area of who draws, by a number that tells nothing.</summary>
    Zaken,
}
