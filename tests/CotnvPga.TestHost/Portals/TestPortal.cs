using System.Net;
using CotnvPga.Identity;
using CotnvPga.TestHost.Databases;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CotnvPga.TestHost.Portals;

/// <summary>
/// The whole portal in this process, as a demo on a test database, with a clock that stands still until the test moves it.
/// Only the network is left out: what the portal asks of itself is answered in memory.
/// </summary>
/// <param name="database">A migrated database.</param>
/// <param name="isDemo">Whether it starts in demo mode; otherwise over https, as for real work.</param>
/// <param name="settings">Further settings.</param>
public sealed class TestPortal(TestDatabase database, bool isDemo = true, params IReadOnlyList<(string Name, string Value)> settings) : WebApplicationFactory<Program>
{
    /// <summary>The address that it answers to, also the issuer of its tokens.</summary>
    public Uri Address { get; } = new(isDemo ? "http://localhost/" : "https://localhost/");

    /// <summary>The clock of the portal.</summary>
    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    /// <summary>The folder with its keys; it is removed with the portal.</summary>
    public string KeysFolder { get; } = TestKeys.NewFolder();

    /// <summary>A browser: keeps cookies, follows no redirects by itself.</summary>
    /// <param name="cookies">The cookies that it starts with and keeps; none when left out.</param>
    public HttpClient Browser(CookieContainer? cookies = null) =>
        CreateDefaultClient(Address, new CookieContainerHandler(cookies ?? new CookieContainer()));

    /// <summary>A program: sends what it is given and nothing else.</summary>
    public HttpClient Program() =>
        CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = Address, AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>Changes services of this portal before it starts.</summary>
    public Action<IServiceCollection>? Change { get; init; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(Repository.PathOf("src/CotnvPga.Portal"));
        builder.UseSetting("ConnectionStrings:Portaal", database.AppConnection);
        builder.UseSetting("ConnectionStrings:Taken", database.JobConnection);
        builder.UseSetting("Pga:Demo", isDemo ? "true" : "false");
        builder.UseSetting("Pga:Adres", Address.AbsoluteUri);
        builder.UseSetting("Pga:Sleutels", KeysFolder);
        builder.UseSetting("Pga:Convenant", Repository.PathOf("convenant"));
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.Configure<OpenIdConnectOptions>(
                PortalSchemes.OpenIdConnect, options => options.BackchannelHttpHandler = new InMemoryHandler(() => Server.CreateHandler()));
            Change?.Invoke(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(KeysFolder))
            Directory.Delete(KeysFolder, recursive: true);
    }

    // The server exists only after the options that hold this handler.
    private sealed class InMemoryHandler(Func<HttpMessageHandler> make) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            InnerHandler ??= make();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
