using System.Text.RegularExpressions;

namespace CotnvPga.TestHost.Pages;

/// <summary>The address of a page, as the page itself says it.</summary>
public sealed partial record PageRoute(string Pattern)
{
    private readonly Regex _shape = new($"^{Parameter().Replace(Optional().Replace(Regex.Escape(Pattern).Replace("\\{", "{", StringComparison.Ordinal), "(/[^/]+)?"), "[^/]+")}/?$", RegexOptions.IgnoreCase);

    /// <summary>Every page of the portal, the most specific first.</summary>
    public static IReadOnlyList<PageRoute> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src/CotnvPga.Portal/Pages"), "*.cshtml", SearchOption.AllDirectories)
            .Select(file => Directive().Match(File.ReadAllText(file)))
            .Where(match => match.Success)
            .Select(match => new PageRoute(match.Groups[1].Value))
            .OrderBy(route => route.Pattern.Count(c => c == '{')).ThenByDescending(route => route.Pattern.Length),
    ];

    /// <summary>Whether something must be filled in to open it.</summary>
    public bool HasParameters => Parameter().IsMatch(Optional().Replace(Pattern, ""));

    /// <summary>The address of a page without parameters.</summary>
    public string Address => Optional().Replace(Pattern, "");

    /// <summary>The page that answers at a path; null when it is not a page.</summary>
    public static PageRoute? Of(string path) => All.FirstOrDefault(route => route._shape.IsMatch(path));

    [GeneratedRegex("^@page \"([^\"]+)\"")]
    private static partial Regex Directive();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"/\{[^}]*\\?\?\}")]
    private static partial Regex Optional();
}
