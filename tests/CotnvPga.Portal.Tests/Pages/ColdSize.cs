using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using CotnvPga.TestHost.Pages;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>
/// What a browser with an empty cache fetches for a page: the page, its styles, scripts, pictures and what the styles ask for. Of the fonts
/// only those that have a sign of the page, in every weight: styles say which signs a font is for (<c>unicode-range</c>).
/// </summary>
public sealed partial class ColdSize(HttpClient browser)
{
    private readonly Dictionary<string, (int Bytes, IReadOnlyList<Need> Needs)> _files = [];

    /// <summary>All bytes, heads included.</summary>
    public async Task<int> OfAsync(PageVisit visit)
    {
        var signs = visit.Document.Body!.TextContent.EnumerateRunes().Select(r => r.Value).ToHashSet();
        var waiting = new Queue<string>(Needed(visit.Document));
        var fetched = new HashSet<string>();
        var total = visit.Bytes;
        while (waiting.TryDequeue(out var path))
        {
            if (!fetched.Add(path))
                continue;
            var (bytes, needs) = await FileAsync(path);
            total += bytes;
            foreach (var need in needs.Where(n => n.IsFor(signs)))
                waiting.Enqueue(need.Path);
        }
        return total;
    }

    private static IEnumerable<string> Needed(IHtmlDocument document) =>
        document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=preload]").Select(e => e.GetAttribute("href"))
            .Concat(document.QuerySelectorAll("script[src], img[src]").Select(e => e.GetAttribute("src"))).OfType<string>();

    private async Task<(int, IReadOnlyList<Need>)> FileAsync(string path)
    {
        if (_files.TryGetValue(path, out var known))
            return known;
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using var answer = await browser.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {answer.StatusCode}");
        var body = await answer.Content.ReadAsByteArrayAsync();
        var head = answer.Headers.Concat(answer.Content.Headers).Sum(h => h.Key.Length + h.Value.Sum(v => v.Length) + 4);
        var needs = answer.Content.Headers.ContentType?.MediaType == "text/css" ? NeedsOf(await new StreamReader(PageWalk.Unpacked(answer, body)).ReadToEndAsync(), answer.RequestMessage!.RequestUri!) : [];
        return _files[path] = (head + body.Length, needs);
    }

    private static List<Need> NeedsOf(string css, Uri from)
    {
        var fonts = FontFace().Matches(css).Select(m => m.Value).ToList();
        return
        [
            .. UrlsIn(FontFace().Replace(css, ""), from).Select(path => new Need(path, [])),
            .. fonts.SelectMany(font => UrlsIn(font, from).Select(path => new Need(path, RangesOf(font)))),
        ];
    }

    private static IEnumerable<string> UrlsIn(string css, Uri from) => Url().Matches(css).Select(m => m.Groups[1].Value.Trim('"', '\''))
        .Where(u => !u.StartsWith("data:", StringComparison.Ordinal)).Select(u => new Uri(from, u).PathAndQuery).Distinct();

    private static List<(int From, int To)> RangesOf(string font) => [.. Range().Matches(font).Select(m =>
        (Convert.ToInt32(m.Groups[1].Value, 16), Convert.ToInt32(m.Groups[2].Success ? m.Groups[2].Value : m.Groups[1].Value, 16)))];

    /// <summary>A file that a style asks for; with ranges only for a page that has one of those signs.</summary>
    private sealed record Need(string Path, IReadOnlyList<(int From, int To)> Ranges)
    {
        public bool IsFor(HashSet<int> signs) => Ranges.Count == 0 || signs.Any(s => Ranges.Any(r => r.From <= s && s <= r.To));
    }

    [GeneratedRegex(@"@font-face\s*\{[^}]*\}")]
    private static partial Regex FontFace();

    [GeneratedRegex(@"U\+([0-9A-Fa-f]+)(?:-([0-9A-Fa-f]+))?")]
    private static partial Regex Range();

    [GeneratedRegex(@"url\(([^)]+)\)")]
    private static partial Regex Url();
}
