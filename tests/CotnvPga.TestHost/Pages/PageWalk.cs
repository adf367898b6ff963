using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CotnvPga.TestHost.Databases;
using Npgsql;

namespace CotnvPga.TestHost.Pages;

/// <summary>
/// Finds pages as a person does: begins at every address of the page list that needs nothing filled in, and follows every link. A page
/// counts once per state: per phase of its case, per step and per municipality. So a new page is found by itself, once something links to it.
/// </summary>
/// <param name="database">The database of the portal, to know which case is in which phase.</param>
/// <param name="browserOf">A browser in which somebody is logged in; for null one in which nobody is.</param>
/// <param name="cases">The only cases to open, also when nothing links to them; all cases that somebody finds when left out.</param>
public sealed partial class PageWalk(TestDatabase database, Func<string?, Task<HttpClient>> browserOf, IReadOnlyCollection<Guid>? cases = null)
{
    private Dictionary<string, string>? _phases;

    /// <summary>All pages in all states that this person gets to.</summary>
    public async IAsyncEnumerable<PageVisit> AllAsync(string? account, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        _phases ??= await PhasesAsync();
        var browser = await browserOf(account);
        var seen = new HashSet<string>();
        var waiting = new Queue<string>(PageRoute.All.Where(r => !r.HasParameters && Leads(r.Address)).Select(r => r.Address).Concat((cases ?? []).Select(id => $"/signalen/{id}")));
        while (waiting.TryDequeue(out var path))
        {
            if (PageRoute.Of(path.Split('?')[0]) is not { } route || !seen.Add(StateOf(route, path)))
                continue;
            if (await OpenAsync(browser, account, path) is not { } visit)
                continue;
            yield return visit;
            cancel.ThrowIfCancellationRequested();
            foreach (var link in LinksOf(visit.Document).Where(IsToOpen))
                waiting.Enqueue(link);
        }
    }

    /// <summary>Opens one page; null when it leads elsewhere or is not a page.</summary>
    public async Task<PageVisit?> OpenAsync(HttpClient browser, string? account, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using var answer = await browser.SendAsync(request);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            return null;
        var body = await answer.Content.ReadAsByteArrayAsync();
        var head = answer.Headers.Concat(answer.Content.Headers).Sum(h => h.Key.Length + h.Value.Sum(v => v.Length) + 4);
        var document = await new HtmlParser().ParseDocumentAsync(Unpacked(answer, body));
        var route = PageRoute.Of(path.Split('?')[0])!;
        return new PageVisit(account, route, StateOf(route, path), path, answer.StatusCode, document, head + body.Length) { Headers = HeadersOf(answer) };
    }

    /// <summary>All headers of an answer, by name.</summary>
    public static IReadOnlyDictionary<string, string> HeadersOf(HttpResponseMessage answer) => answer.Headers.Concat(answer.Content.Headers)
        .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);

    /// <summary>The text of an answer, whatever way it was sent.</summary>
    public static Stream Unpacked(HttpResponseMessage answer, byte[] body) => string.Join(',', answer.Content.Headers.ContentEncoding) switch
    {
        "gzip" => new GZipStream(new MemoryStream(body), CompressionMode.Decompress),
        "br" => new BrotliStream(new MemoryStream(body), CompressionMode.Decompress),
        _ => new MemoryStream(body),
    };

    /// <summary>What makes this page differ from the same page elsewhere: the phase of the case, a step, a municipality, which choices the address holds.</summary>
    private string StateOf(PageRoute route, string path)
    {
        var parts = path.Split('?');
        // Certificates are addressed by the number of a case, and are all alike.
        var place = route.Pattern.EndsWith("{nummer}", StringComparison.Ordinal) ? route.Pattern : Id().Replace(parts[0], m => _phases!.TryGetValue(m.Value, out var phase) ? phase : "id");
        IEnumerable<string> choices = parts.Length < 2 ? [] : parts[1].Split('&').Select(p => p.Split('=')[0]).Distinct().Order(StringComparer.Ordinal);
        // A page that shows rule data has more choices than anybody can look at: one of each kind will do.
        return parts.Length < 2 ? place : $"{place}?{string.Join('&', choices)}";
    }

    private bool IsToOpen(string path) => cases is null || Id().Match(path) is not { Success: true } match || !_phases!.ContainsKey(match.Value) || cases.Contains(Guid.Parse(match.Value));

    private static IEnumerable<string> LinksOf(IHtmlDocument document) => document.QuerySelectorAll<IHtmlAnchorElement>("a[href]")
        .Where(a => !a.HasAttribute("download"))
        .Select(a => a.GetAttribute("href")!.Split('#')[0])
        .Where(href => href.StartsWith('/') && Leads(href))
        .Distinct();

    // Logging out ends the walk, and an error page is no place to go to.
    private static bool Leads(string path) => !path.StartsWith("/uitloggen", StringComparison.Ordinal) && !path.StartsWith("/fout/", StringComparison.Ordinal);

    private async Task<Dictionary<string, string>> PhasesAsync()
    {
        await using var connection = new NpgsqlConnection(database.AdministratorConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select id::text, fase from zaak.signaal", connection);
        await using var rows = await command.ExecuteReaderAsync();
        var phases = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await rows.ReadAsync())
            phases[rows.GetString(0)] = rows.GetString(1);
        return phases;
    }

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Id();
}
