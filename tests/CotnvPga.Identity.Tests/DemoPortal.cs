using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Instance;
using CotnvPga.TestHost.Databases;
using CotnvPga.TestHost.Portals;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Identity.Tests;

/// <summary>A portal with the people of the demo, for one test class.</summary>
public sealed class DemoPortal : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Passwords = [];

    private static readonly TestTemplate Template = new(async database =>
    {
        await PortalSchema.ApplyAsync(database, InstanceKind.Demo);
        var folder = Directory.CreateTempSubdirectory("cotnvpga-demo-").FullName;
        foreach (var person in await DemoAccounts.SeedAsync(database.OwnerConnection, folder, TimeProvider.System))
            Passwords[person.Account] = person.Wachtwoord;
        Directory.Delete(folder, recursive: true);
    });

    public TestDatabase Database { get; private set; } = null!;

    public TestPortal Portal { get; private set; } = null!;

    /// <summary>The password of this run.</summary>
    public static string PasswordOf(string userName) => Passwords[userName];

    /// <summary>Logs in through the front door; the answer is what the person ends up looking at.</summary>
    public static Task<HttpResponseMessage> LogInAsync(HttpClient browser, string userName, string place = "/") =>
        browser.LogInAsync(userName, PasswordOf(userName), place);

    /// <summary>Does something with the services of the portal, as in a request.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Changes the database as somebody with all rights would.</summary>
    public async Task ExecuteAsync(string sql) =>
        await (await PostgresServer.StartedAsync()).ExecuteAsync(Database.Name, sql);

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(Template);
        Portal = new TestPortal(Database);
    }

    public async Task DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Database.DisposeAsync();
    }
}
