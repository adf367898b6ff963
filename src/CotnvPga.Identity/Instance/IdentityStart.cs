using CotnvPga.Identity.Keys;
using CotnvPga.Identity.Oidc;
using CotnvPga.Identity.Sessions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CotnvPga.Identity.Instance;

/// <summary>Before the portal listens: checks that this start fits this database, and tells the server which clients there are.</summary>
internal sealed class IdentityStart(
    IServiceScopeFactory scopes, IServer server, IConfiguration configuration, PortalSettings settings, PortalKeys keys) : IHostedLifecycleService
{
    private static readonly string[] PortSettings = ["http_ports", "https_ports"];

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        // Beside what else has to be done before the portal listens: most of it is work for a processor.
        await Task.Yield();
        await using var scope = scopes.CreateAsyncScope();
        var guard = scope.ServiceProvider.GetRequiredService<DemoGuard>();
        guard.CheckAddresses(ConfiguredAddresses());
        await guard.CheckDatabaseAsync(cancellationToken);

        var clients = scope.ServiceProvider.GetRequiredService<IOidcClients>();
        await clients.SaveAsync(PortalAsClient.Describe(settings, keys), cancellationToken);
        foreach (var client in DemoClients.All(keys))
        {
            if (settings.IsDemo)
                await clients.SaveAsync(client, cancellationToken);
            else
                await clients.RemoveAsync(client.Id, cancellationToken);
        }
    }

    // Again with the addresses that it really listens on: configuration has more ways to say so than can be read beforehand.
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<DemoGuard>().CheckAddresses(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private IEnumerable<string> ConfiguredAddresses()
    {
        var urls = configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        // These name a port and mean every address of the machine.
        var ports = PortSettings.Where(key => urls.Length == 0 && !string.IsNullOrEmpty(configuration[key])).Select(key => $"*:{configuration[key]}");
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>();
        return [.. urls, .. ports, .. endpoints];
    }
}
