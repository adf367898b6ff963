using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Two codes with one name: nobody can tell them apart on a screen, and mostly one was copied.</summary>
internal static class Labels
{
    public static void Run(Study study)
    {
        foreach (var axis in study.Words.Axes)
            Tell(study, $"{study.Read.ListOf(axis)}/", axis.Name, axis.Values.Select(v => (v.Code, v.Label)));
        Tell(study, "omstandigheden/", "omstandigheid", study.Words.Circumstances.Select(c => (c.Code, c.Label)));
        Tell(study, "velden/", "veld", study.Read.Fields.Values.Select(f => (f.Code, f.Label)));
        Tell(study, "termijnen/", "termijn", study.Read.Process.Terms.Values.Select(t => (t.Code, t.Label)));
        foreach (var list in study.Read.Process.Reasons)
            Tell(study, $"redenen/{list.Key}/", "reden", list.Value.Select(r => (r.Code, r.Label)));
        Tell(study, "stappen/", "stap", study.Read.Process.Steps.Select(s => (s.Code, s.Label)));
    }

    private static void Tell(Study study, string path, string what, IEnumerable<(string Code, string Label)> named)
    {
        foreach (var same in named.Where(n => n.Label.Length > 0).GroupBy(n => n.Label, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            var (first, second) = (same.First().Code, same.Last().Code);
            study.Warning(Finding.SameName, study.Read.Places[path + second], $"{what}/{second}", $"De {what} '{second}' heet net zo als '{first}': '{same.Key}'. Geef ze elk een eigen naam.");
        }
    }
}
