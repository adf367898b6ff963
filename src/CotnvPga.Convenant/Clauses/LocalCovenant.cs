using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Clauses;

/// <summary>One version of the covenant of one municipality: what it chose within the bounds of the model, and its own addenda.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version, such as <c>2026.1</c>.</param>
/// <param name="Validity">When it holds, once it is signed.</param>
/// <param name="RunningCases">What happens to cases that were opened before it came.</param>
/// <param name="Choices">Code of a choice to what was chosen.</param>
/// <param name="Clauses">Its addenda.</param>
/// <param name="Place">Where it stands.</param>
public sealed record LocalCovenant(
    string Layer,
    string Municipality,
    string Name,
    string Version,
    Validity Validity,
    RunningCases RunningCases,
    IReadOnlyDictionary<string, string> Choices,
    IReadOnlyList<Clause> Clauses,
    Place Place)
{
    /// <summary>Municipality and version together, such as <c>9901@2026.1</c>.</summary>
    public string Key => $"{Municipality}@{Version}";
}
