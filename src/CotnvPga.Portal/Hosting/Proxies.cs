using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace CotnvPga.Portal.Hosting;

/// <summary>The proxies that may say where a request came from, and over what. What anybody else says of that is not read.</summary>
internal static class Proxies
{
    /// <summary>Setting with their addresses or networks, separated by commas; none when left out.</summary>
    public const string Setting = "Pga:Proxies";

    /// <exception cref="FormatException">What was set is no address or network.</exception>
    public static void AddProxies(this IServiceCollection services, IConfiguration settings)
    {
        var known = (settings[Setting] ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var networks = known.Where(k => k.Contains('/', StringComparison.Ordinal)).Select(System.Net.IPNetwork.Parse).ToList();
        var addresses = known.Where(k => !k.Contains('/', StringComparison.Ordinal)).Select(IPAddress.Parse).ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = known.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            addresses.ForEach(options.KnownProxies.Add);
            networks.ForEach(options.KnownIPNetworks.Add);
        });
    }
}
