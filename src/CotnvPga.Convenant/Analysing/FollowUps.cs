using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Leaves out what analyses find about a rule that could not be read well: it would only tell the same fault again.</summary>
internal static class FollowUps
{
    public static IReadOnlyList<Diagnostic> LeftOut(IReadOnlyList<Diagnostic> found, IReadOnlyList<Diagnostic> whileReading, ReadConvenant read)
    {
        var rules = read.Book.Rules.Select(r => r.Place).Order().ToList();
        var spoiled = whileReading.Where(d => d.Severity == Severity.Error)
            .Select(d => rules.FindLast(r => r.File == d.Place.File && r <= d.Place)).ToHashSet();
        return spoiled.Count == 0 ? found : [.. found.Where(d => !spoiled.Contains(d.Place))];
    }
}
