using Microsoft.Extensions.Primitives;
using NodaTime;

namespace CotnvPga.Portal.Drafts;

/// <summary>What somebody typed in a form and did not send yet.</summary>
/// <param name="Fields">The posted fields, without keys of the form itself.</param>
/// <param name="SavedAt">When it was kept.</param>
public sealed record Draft(IReadOnlyDictionary<string, StringValues> Fields, Instant SavedAt);
