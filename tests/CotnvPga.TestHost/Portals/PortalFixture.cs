using System.Collections.Concurrent;
using System.Net.Http.Headers;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Instance;
using CotnvPga.TestHost.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.TestHost.Portals;

/// <summary>The whole portal with the people of the demo and no cases, on a database of its own.</summary>
public sealed class PortalFixture : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, string> Passwords = [];

    private static readonly Lazy<string> DemoFolder = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("cotnvpga-demo-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    private static readonly TestTemplate Template = new(async database =>
    {
        await PortalSchema.ApplyAsync(database, InstanceKind.Demo);
        foreach (var person in await DemoAccounts.SeedAsync(database.OwnerConnection, DemoFolder.Value, TimeProvider.System))
            Passwords[person.Account] = person.Wachtwoord;
    });

    private static readonly TestTemplate WithStories = new(database => DemoStories.TellAsync(database, DemoFolder.Value), Template);

    private readonly ConcurrentDictionary<(string, string), Task<string>> _tokens = [];

    private PortalFixture(TestDatabase database, TestPortal portal) => (Database, Portal) = (database, portal);

    public TestDatabase Database { get; }

    public TestPortal Portal { get; }

    /// <summary>Starts a portal.</summary>
    /// <param name="settings">Settings that differ from those of a demo.</param>
    public static async Task<PortalFixture> StartAsync(params (string Name, string Value)[] settings) => Start(await DatabaseAsync(), settings);

    /// <summary>Starts a portal in which everything happened that the demo tells of.</summary>
    public static async Task<PortalFixture> StartWithStoriesAsync(params (string Name, string Value)[] settings) =>
        Start(await DatabaseWithStoriesAsync(), settings);

    private static PortalFixture Start(TestDatabase database, (string Name, string Value)[] settings)
    {
        var portal = new TestPortal(database, settings: settings);
        _ = portal.Server; // starts it
        return new PortalFixture(database, portal);
    }

    /// <summary>A database with the people of the demo and no cases.</summary>
    internal static Task<TestDatabase> DatabaseAsync() => TestDatabase.CreateAsync(Template);

    /// <summary>A database with the people of the demo and all that the demo tells of.</summary>
    internal static Task<TestDatabase> DatabaseWithStoriesAsync() => TestDatabase.CreateAsync(WithStories);

    /// <summary>The password of a demo account.</summary>
    public static string PasswordOf(string userName) => Passwords[userName];

    /// <summary>An access token of a demo account, asked for as the command line does.</summary>
    public Task<string> TokenAsync(string userName, string scope = "api") => _tokens.GetOrAdd((userName, scope), async _ =>
    {
        using var http = Portal.Program();
        var token = await new DemoTokens(http, Portal.Clock).AskAsync(new DemoInstance(Portal.Address, Portal.KeysFolder), userName, [scope], default);
        return token.IsDone ? token.Value : throw new InvalidOperationException(token.Refusal.Message);
    });

    /// <summary>A program that acts as a demo account; as nobody when there is no name.</summary>
    public async Task<HttpClient> ProgramAsync(string? userName, string scope = "api")
    {
        var http = Portal.Program();
        if (userName is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(userName, scope));
        return http;
    }

    /// <summary>Does something with the services of the portal, as in a request.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Changes the database as somebody with all rights would.</summary>
    public async Task ExecuteAsync(string sql) => await (await PostgresServer.StartedAsync()).ExecuteAsync(Database.Name, sql);

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Database.DisposeAsync();
    }
}
