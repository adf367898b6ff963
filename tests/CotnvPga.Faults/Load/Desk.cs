using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CotnvPga.Faults.Cluster;
using CotnvPga.Faults.Ledger;
using CotnvPga.Identity.Demo;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Faults.Load;

/// <summary>One account, logged in through the front door; many simulated people sit at it.</summary>
internal sealed class Desk : IDisposable
{
    private const int MostCases = 200;
    private readonly List<Guid> _cases;

    private Desk(string account, string municipality, HttpClient browser, List<Guid> cases) =>
        (Account, Municipality, Browser, _cases) = (account, municipality, browser, cases);

    public string Account { get; }

    public string Municipality { get; }

    /// <summary>With the session in it.</summary>
    public HttpClient Browser { get; }

    /// <summary>Whether it may begin a case without more ground than everybody has.</summary>
    public bool Registers => Account.StartsWith("coordinator.", StringComparison.Ordinal);

    public static async Task<IReadOnlyList<Desk>> OpenAsync(ClusterFolder cluster, DemoPeople people, HttpClient api)
    {
        var passwords = JsonSerializer.Deserialize<List<DemoPassword>>(await File.ReadAllTextAsync(cluster.PasswordFile), JsonSerializerOptions.Web)!;
        var desks = new List<Desk>();
        foreach (var (name, code) in new[] { ("voorbeeldstad", "9901"), ("modelveen", "9902"), ("polderdam", "9903") })
        {
            foreach (var who in new[] { "coordinator", "zorg", "om" })
                desks.Add(await LogInAsync(cluster, people, api, passwords.Single(p => p.Account == $"{who}.{name}"), code));
        }
        return desks;
    }

    /// <summary>A case that the account knows; null when it knows none.</summary>
    public Guid? SomeCase()
    {
        lock (_cases)
            return _cases.Count == 0 ? null : _cases[Random.Shared.Next(_cases.Count)];
    }

    /// <summary>A case that it made itself.</summary>
    public void Knows(Guid id)
    {
        lock (_cases)
        {
            if (_cases.Count == MostCases)
                _cases.RemoveAt(0);
            _cases.Add(id);
        }
    }

    public void Dispose() => Browser.Dispose();

    private static async Task<Desk> LogInAsync(ClusterFolder cluster, DemoPeople people, HttpClient api, DemoPassword password, string municipality)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = true, CookieContainer = new CookieContainer(), PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20) };
        var browser = new HttpClient(handler) { BaseAddress = cluster.Front, Timeout = TimeSpan.FromSeconds(30) };
        using var end = await browser.LogInAsync(password.Account, password.Wachtwoord, "/werkvoorraad");
        if (end.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException($"{password.Account} cannot log in: {end.StatusCode} {end.RequestMessage?.RequestUri}");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(cluster.Front, "/api/v1/signalen?aantal=100"));
        request.Headers.Authorization = new("Bearer", await people.TokenAsync(password.Account, default));
        using var answer = await api.SendAsync(request);
        var cases = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["signalen"]!.AsArray().Select(s => Guid.Parse((string)s!["id"]!)).ToList();
        return new Desk(password.Account, municipality, browser, cases);
    }
}
