using NodaTime.Text;

namespace CotnvPga.Domain.Sharing;

/// <summary>The question "Mag ik dit delen?" as somebody sends it: codes only, so that nothing of a person can be in it.</summary>
/// <param name="Sharer">Code of the party that shares; null for the party of who asks.</param>
/// <param name="Field">Code of a field of the catalogue; it brings its category and nature along.</param>
/// <param name="Category">Code of a category, where no field fits.</param>
/// <param name="Nature">Code of the special nature that it also has.</param>
/// <param name="Supplier">Code of who supplied it; null for the party that shares.</param>
/// <param name="Receiver">Code of the party that gets it.</param>
/// <param name="Role">Code of the role of who gets it; null when nobody knows.</param>
/// <param name="Municipality">Code of the municipality whose covenant holds; null for the national one alone.</param>
/// <param name="Act">Code of the way: how the receiver gets it.</param>
/// <param name="Phase">Code of the phase of the case.</param>
/// <param name="Purpose">Code of the purpose; null for the first one of the vocabulary.</param>
/// <param name="Day">The day, as yyyy-mm-dd; null for today.</param>
/// <param name="Circumstances">Codes of the circumstances that hold.</param>
public sealed record NewSharing(
    string? Sharer,
    string? Field,
    string? Category,
    string? Nature,
    string? Supplier,
    string? Receiver,
    string? Role,
    string? Municipality,
    string? Act,
    string? Phase,
    string? Purpose,
    string? Day,
    IReadOnlyList<string> Circumstances)
{
    /// <summary>The words that ask a known question again.</summary>
    public static NewSharing Again(SharingQuestion question) => new(
        question.Sharer, question.Item?.Field, question.Item?.Category, question.Item?.Nature, question.Item?.Supplier, question.Receiver,
        question.Role, question.Municipality, question.Act, question.Phase, question.Purpose, LocalDatePattern.Iso.Format(question.Day), [.. question.Circumstances.Order(StringComparer.Ordinal)]);
}
