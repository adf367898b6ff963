using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace CotnvPga.Portal.Tests.Security;

/// <summary>What is wrong with an answer: a header that is missing or too loose, or something in a page that its policy would have to allow for no good reason.</summary>
internal static partial class SafeAnswer
{
    private static readonly (string Name, string Value)[] Always =
    [
        ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    private static readonly string[] Talkative = ["Server", "X-Powered-By", "X-AspNet-Version", "X-AspNetMvc-Version", "X-SourceFiles"];

    /// <summary>What is wrong with the headers.</summary>
    /// <param name="headers">Headers of the answer.</param>
    /// <param name="isApi">Whether it is an answer to a program, which may run nothing at all.</param>
    /// <param name="isFile">Whether it is a file of the portal itself, which a browser may keep.</param>
    public static IEnumerable<string> WrongHeaders(IReadOnlyDictionary<string, string> headers, bool isApi, bool isFile = false)
    {
        foreach (var (name, value) in Always.Where(h => headers.GetValueOrDefault(h.Name) != h.Value))
            yield return $"{name} is {headers.GetValueOrDefault(name) ?? "missing"} instead of {value}";
        foreach (var name in Talkative.Where(headers.ContainsKey))
            yield return $"{name} tells what runs here";
        if (!isFile && headers.GetValueOrDefault("Cache-Control")?.Contains("no-store", StringComparison.Ordinal) is not true)
            yield return $"may be kept: {headers.GetValueOrDefault("Cache-Control") ?? "no Cache-Control"}";
        if (headers.GetValueOrDefault("Content-Type") is { } type && type.StartsWith("text/", StringComparison.Ordinal) && !isFile && !type.Contains("charset=utf-8", StringComparison.OrdinalIgnoreCase))
            yield return $"{type} says no letters";
        foreach (var wrong in WrongPolicy(headers.GetValueOrDefault("Content-Security-Policy") ?? "", isApi))
            yield return wrong;
    }

    /// <summary>What in a page is inline, or comes from elsewhere.</summary>
    public static IEnumerable<string> WrongContent(IHtmlDocument page, IReadOnlyDictionary<string, string> headers)
    {
        var nonce = NonceIn(headers["Content-Security-Policy"]);
        foreach (var script in page.QuerySelectorAll<IHtmlScriptElement>("script"))
        {
            if (script.GetAttribute("nonce") is { } own ? own != nonce : script.Source?.StartsWith('/') is not true)
                yield return $"a script without the nonce of this answer: {script.OuterHtml}";
        }
        foreach (var element in page.All.Where(e => e.HasAttribute("style") || e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal))))
            yield return $"inline in {element.LocalName}: {string.Join(' ', element.Attributes.Select(a => $"{a.Name}={a.Value}"))}";
        foreach (var style in page.QuerySelectorAll("style"))
            yield return $"inline: {style.OuterHtml}";
        foreach (var link in page.QuerySelectorAll("[href], [src], [action], [formaction]"))
        {
            var address = link.GetAttribute("href") ?? link.GetAttribute("src") ?? link.GetAttribute("formaction") ?? link.GetAttribute("action")!;
            if (Running().IsMatch(address))
                yield return $"an address that runs: {address}";
            if (link is not IHtmlAnchorElement && address.Contains("//", StringComparison.Ordinal))
                yield return $"from elsewhere: {address}";
        }
    }

    /// <summary>The nonce that a policy names; null when it has none.</summary>
    public static string? NonceIn(string policy) => Nonce().Match(policy) is { Success: true } found ? found.Groups[1].Value : null;

    private static IEnumerable<string> WrongPolicy(string policy, bool isApi)
    {
        var rules = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(rule => rule.Split(' ', 2)).ToDictionary(rule => rule[0], rule => rule.ElementAtOrDefault(1) ?? "");
        foreach (var none in new[] { "default-src", "object-src", "base-uri", "frame-ancestors" }.Where(name => rules.GetValueOrDefault(name) != "'none'"))
            yield return $"{none} is {rules.GetValueOrDefault(none) ?? "missing"}";
        foreach (var (name, sources) in rules.Where(rule => Loose().IsMatch(rule.Value)))
            yield return $"{name} is too loose: {sources}";
        if (isApi)
            yield break;
        if (NonceIn(rules.GetValueOrDefault("script-src") ?? "") is not { Length: >= 22 })
            yield return "script-src has no nonce of 128 bits";
        if (rules.GetValueOrDefault("form-action") != "'self'")
            yield return $"form-action is {rules.GetValueOrDefault("form-action") ?? "missing"}";
        if (rules.GetValueOrDefault("report-uri") is not { Length: > 0 })
            yield return "nobody is told of a violation";
    }

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex(@"unsafe-|\*|https?:|(^| )(blob|filesystem):")]
    private static partial Regex Loose();

    [GeneratedRegex("^\\s*(javascript|data|vbscript|blob):", RegexOptions.IgnoreCase)]
    private static partial Regex Running();
}
