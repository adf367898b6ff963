using System.Security.Cryptography;
using System.Text;
using CotnvPga.Domain.Records;
using NodaTime;

namespace CotnvPga.Domain.Registers;

/// <summary>A record in a register. Nothing of it ever changes.</summary>
/// <param name="Id">The record.</param>
/// <param name="Register">Code of its register.</param>
/// <param name="Form">Code of its form.</param>
/// <param name="Number">Its number in the register.</param>
/// <param name="Municipality">Code of the municipality; null when it is for everybody.</param>
/// <param name="Title">What it is about, in one line.</param>
/// <param name="Outcome">Its outcome; null when its form has none.</param>
/// <param name="Party">The party for which it was made.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When.</param>
/// <param name="Due">The last day on which it waits; null when it waits for nothing.</param>
/// <param name="Until">The last day on which something can be laid down about it; null when always.</param>
/// <param name="Rules">Fingerprint of the rule data under which it was made.</param>
/// <param name="Content">What it says, in its fixed form.</param>
/// <param name="Previous">Fingerprint of the record before it in the register.</param>
/// <param name="Fingerprint">Its own.</param>
public sealed record RegisterRecord(
    Guid Id, string Register, string Form, int Number, string? Municipality, string Title, string? Outcome, string Party, Guid By, Instant At, LocalDate? Due, LocalDate? Until,
    string Rules, string Content, string Previous, string Fingerprint)
{
    /// <summary>What it says.</summary>
    public RecordWords Words { get; } = Canonical.Read<RecordWords>(Content);

    /// <summary>The record that ended it, or the newer version; null while it stands.</summary>
    public Guid? EndedBy { get; init; }

    /// <summary>Whether it waits for somebody.</summary>
    public bool Waits => Due is not null && EndedBy is null;

    /// <summary>The number that people cite, such as <c>COTNV-12</c>.</summary>
    public string Cited => $"{Register.ToUpperInvariant()}-{Number}";

    /// <summary>
    /// Whether it is as it was laid down: the fingerprint over all of it, made again. Who has an export can do the same: the parts in this order,
    /// one a line, moments in microseconds since 1970, what is absent as an empty line.
    /// </summary>
    public bool IsWhole => Fingerprint == Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        Previous, Id, Register, Form, Number, Municipality, Words.Bij, Words.Vervangt, Outcome, Party, By, At.ToUnixTimeTicks() / 10,
        Due is { } due ? NodaTime.Text.LocalDatePattern.Iso.Format(due) : "", Until is { } until ? NodaTime.Text.LocalDatePattern.Iso.Format(until) : "", Rules, Content))));
}
