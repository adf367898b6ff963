using CotnvPga.Convenant.Registers;
using CotnvPga.Domain.Registers;

namespace CotnvPga.Data.Registers;

/// <summary>What is looked for in a register.</summary>
/// <param name="Words">Words to search for; null for everything.</param>
/// <param name="Form">Code of a form; null for all.</param>
/// <param name="Page">Page from 1.</param>
public sealed record RegisterSearch(string? Words, string? Form, int Page);

/// <summary>A page of a register.</summary>
/// <param name="Register">The register.</param>
/// <param name="Records">The records on the page, the newest first.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Waiting">How many in the register wait.</param>
/// <param name="Offered">What this person can lay down.</param>
public sealed record RegisterPage(RegisterDefinition Register, IReadOnlyList<RegisterRecord> Records, long Total, long Waiting, IReadOnlyList<RegisterForm> Offered);

/// <summary>One record with what belongs to it.</summary>
/// <param name="Register">The register.</param>
/// <param name="Record">The record.</param>
/// <param name="Parent">The record that it is about.</param>
/// <param name="About">What was laid down about it, and its newer version.</param>
/// <param name="Named">Records that it names.</param>
/// <param name="Drawn">The cases that were drawn for it, for who drew them.</param>
/// <param name="Next">What this person can lay down about it now.</param>
public sealed record RegisterEntry(
    RegisterDefinition Register, RegisterRecord Record, RegisterRecord? Parent, IReadOnlyList<RegisterRecord> About, IReadOnlyList<RegisterRecord> Named, IReadOnlyList<DrawnCase> Drawn,
    IReadOnlyList<RegisterForm> Next);

/// <summary>A register as a file.</summary>
/// <param name="Register">The register.</param>
/// <param name="Records">What this person reads of it, oldest first.</param>
/// <param name="BrokenAt">The first number at which it is not whole; null when it is.</param>
public sealed record RegisterExport(RegisterDefinition Register, IReadOnlyList<RegisterRecord> Records, int? BrokenAt);
