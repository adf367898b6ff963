using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Comparing;

/// <summary>Finds the words that only one of two vocabularies has.</summary>
internal static class WordChanges
{
    public static IEnumerable<WordChange> Between(Vocabulary before, Vocabulary after)
    {
        var axes = before.Axes.Concat(after.Axes).Select(a => a.Name).Distinct();
        return Between("as", before.Axes.Select(a => a.Name), after.Axes.Select(a => a.Name))
            .Concat(Between("soort", before.ResourceTypes.Select(t => t.Code), after.ResourceTypes.Select(t => t.Code)))
            .Concat(axes.Where(n => before.Axis(n) is not null && after.Axis(n) is not null)
                .SelectMany(n => Between(n, before.Axis(n)!.Codes, after.Axis(n)!.Codes)))
            .Concat(Between("omstandigheid", before.Circumstances.Select(c => c.Code), after.Circumstances.Select(c => c.Code)));
    }

    private static IEnumerable<WordChange> Between(string list, IEnumerable<string> before, IEnumerable<string> after)
    {
        var (old, now) = (before.ToList(), after.ToList());
        return old.Except(now).Select(c => new WordChange(list, c, false)).Concat(now.Except(old).Select(c => new WordChange(list, c, true)));
    }
}
