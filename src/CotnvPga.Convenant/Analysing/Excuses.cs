using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Leaves out what somebody said is so on purpose, and tells where that was said in vain.</summary>
internal static class Excuses
{
    public static IEnumerable<Diagnostic> Apply(IReadOnlyList<Diagnostic> found, ReadConvenant read)
    {
        var meant = read.Deliberate.Select(d => (d.Finding, d.About)).ToHashSet();
        var excused = new HashSet<(string, string)>();
        foreach (var one in found)
        {
            if (one.Severity == Severity.Warning && meant.Contains((one.Code, one.About)))
                excused.Add((one.Code, one.About));
            else
                yield return one;
        }
        foreach (var vain in read.Deliberate.Where(d => !excused.Contains((d.Finding, d.About))))
            yield return new Diagnostic(Severity.Warning, Finding.DeliberateInVain, vain.Place, $"'{vain.About}' staat bij 'bewust' ({vain.Finding}), en er is daarover niets te melden; haal het weg.");
    }
}
