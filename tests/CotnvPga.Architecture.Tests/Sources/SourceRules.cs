using System.Text.RegularExpressions;

namespace CotnvPga.Architecture.Tests.Sources;

/// <summary>What may not stand in the source. Each rule gives the places that break it, as <c>path:line</c> or <c>path</c>.</summary>
public static partial class SourceRules
{
    /// <summary>Longest that a file of code may be, in lines: longer and it says more than one thing.</summary>
    public const int MostLines = 400;

    /// <summary>Registry hosts and folders of one machine, cut in two so that this file does not break its own rule.</summary>
    private static readonly string[] Foreign = ["/wo" + "rk/", "/ho" + "me/", "registry." + "npmjs", "api.nuget" + ".org", "deb.debian" + ".org", "artifact" + "ory"];

    /// <summary>Files of code that are too long; what a tool generated does not count.</summary>
    public static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) => files
        .Where(f => f.IsIn("src", "tests", "deploy") && f.Is(".cs", ".cshtml", ".sql", ".js", ".mjs", ".css", ".sh"))
        .Where(f => f.Lines.Count() > MostLines + 1)
        .Select(f => $"{f.Path}: {f.Lines.Count() - 1} lines");

    /// <summary>Folders and files whose name does not say what belongs there.</summary>
    public static IEnumerable<string> Drawers(IEnumerable<SourceFile> files) =>
        files.Where(f => f.IsIn("src", "tests") && Drawer().IsMatch("/" + f.Path)).Select(f => f.Path);

    /// <summary>Package versions outside the one file that holds them.</summary>
    public static IEnumerable<string> OwnVersions(IEnumerable<SourceFile> files) => Matches(files.Where(f => f.Is(".csproj")), PackageWithVersion());

    /// <summary>Decisions about a party outside the rule data: who may what is decided by the engine alone.</summary>
    public static IEnumerable<string> PartyDecisions(IEnumerable<SourceFile> files) => Matches(
        files.Where(f => f.IsIn("src/CotnvPga.Portal", "src/CotnvPga.Domain", "src/CotnvPga.Data") && f.Is(".cs", ".cshtml")), PartyDecision());

    /// <summary>Work left open, and exceptions that are swallowed.</summary>
    public static IEnumerable<string> LeftOpen(IEnumerable<SourceFile> files) => Matches(files.Where(f => f.IsIn("src", "tests") && f.Is(".cs", ".cshtml", ".js")), Open());

    /// <summary>Places that only exist on the machine of whoever wrote the line.</summary>
    public static IEnumerable<string> ForeignPlaces(IEnumerable<SourceFile> files) =>
        from file in files
        from line in file.Lines
        where Foreign.Any(word => line.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
        select $"{file.Path}:{line.Number}";

    private static IEnumerable<string> Matches(IEnumerable<SourceFile> files, Regex rule) =>
        from file in files
        from line in file.Lines
        where rule.IsMatch(line.Text)
        select $"{file.Path}:{line.Number}: {line.Text.Trim()}";

    // A tag helper is what ASP.NET Core calls an element of its own; it is no drawer.
    [GeneratedRegex(@"/(\w*(?<!Tag)Helpers?|\w*Utils?|\w*Utilities|\w*Managers?|Common|Misc|Stuff)(/|\.\w+$)", RegexOptions.IgnoreCase)]
    private static partial Regex Drawer();

    [GeneratedRegex(@"PackageReference.*Version\s*=|<Version(Override)?>")]
    private static partial Regex PackageWithVersion();

    [GeneratedRegex(@"(==|!=|\bis\b(\s+not)?)\s*(Party|Partij)\.|""(burgemeester|college|politie|om|reclassering|rvdk|nctv)""")]
    private static partial Regex PartyDecision();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|NotImplementedException|catch\s*(\([^)]*\))?\s*\{\s*\}|\[(Fact|Theory)\([^)]*Skip")]
    private static partial Regex Open();
}
