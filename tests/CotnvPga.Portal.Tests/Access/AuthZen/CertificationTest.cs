using System.Net;
using System.Text.Json.Nodes;
using CotnvPga.Portal.Tests.Api;

namespace CotnvPga.Portal.Tests.Access.AuthZen;

/// <summary>One server for all tests of the certification scenario.</summary>
public sealed class CertifiedHost : IAsyncLifetime
{
    public AccessHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await AccessHost.StartAsync("tests/CotnvPga.Portal.Tests/Access/AuthZen/convenant");

    public async Task DisposeAsync() => await Host.DisposeAsync();
}

[CollectionDefinition(nameof(CertificationTest))]
public sealed class CertificationTests : ICollectionFixture<CertifiedHost>;

/// <summary>
/// The certification scenario of the AuthZEN Authorization API 1.0, on a tiny convenant made for it and over real HTTP. The number at
/// the start of a test is that of the scenario.
/// </summary>
[Collection(nameof(CertificationTest))]
public abstract class CertificationTest(CertifiedHost certified)
{
    protected const string Evaluation = "/access/v1/evaluation";
    protected const string Evaluations = "/access/v1/evaluations";
    protected const string SubjectSearch = "/access/v1/search/subject";
    protected const string ResourceSearch = "/access/v1/search/resource";
    protected const string ActionSearch = "/access/v1/search/action";

    protected static readonly object SomeContext = new { time = "2025-06-27T18:03-07:00", ip = "192.168.1.1" };

    protected AccessHost Host => certified.Host;

    protected static object Alice => User("alice");

    protected static object Bob => User("bob");

    protected static object Admin => User("bob", new { role = "admin" });

    protected static object Read => new { name = "read" };

    protected static object Write => new { name = "write" };

    protected static object Record1 => Record("record-1");

    protected static object Archived => Record("record-2", new { status = "archived" });

    protected static object User(string id, object? properties = null) => properties is null ? new { type = "user", id } : new { type = "user", id, properties };

    protected static object Record(string id, object? properties = null) => properties is null ? new { type = "record", id } : new { type = "record", id, properties };

    protected async Task<bool> Decision(object subject, object action, object resource) =>
        (bool)(await Host.Post(Evaluation, new { subject, action, resource })).Is(HttpStatusCode.OK)["decision"]!;

    protected async Task<bool[]> Decisions(object batch) =>
        [.. (await Host.Post(Evaluations, batch)).Is(HttpStatusCode.OK)["evaluations"]!.AsArray().Select(e => (bool)e!["decision"]!)];

    /// <summary>What a search found, by id or name.</summary>
    protected async Task<string[]> Found(string search, object request) =>
        [.. Results((await Host.Post(search, request)).Is(HttpStatusCode.OK)).Select(r => (string)(r!["id"] ?? r["name"])!)];

    protected static JsonArray Results(ApiAnswer answer) => answer["results"]!.AsArray();
}
