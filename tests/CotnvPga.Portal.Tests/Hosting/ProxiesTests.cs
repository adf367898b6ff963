using System.Net;
using CotnvPga.Portal.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Portal.Tests.Hosting;

/// <summary>Only a proxy of ours may say where a request came from: else anybody could be from anywhere, and try passwords without end.</summary>
public sealed class ProxiesTests
{
    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3", "192.0.2.7")]
    [InlineData("10.1.2.0/24", "10.1.2.3", "192.0.2.7")]
    [InlineData("10.1.2.3", "10.9.9.9", "10.9.9.9")]
    [InlineData("", "10.1.2.3", "10.1.2.3")]
    public async Task Only_a_known_proxy_is_believed(string known, string sender, string from)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddProxies(new ConfigurationBuilder().AddInMemoryCollection([new(Proxies.Setting, known)]).Build());
        await using var provider = services.BuildServiceProvider();
        var app = new ApplicationBuilder(provider);
        app.UseForwardedHeaders();
        app.Run(_ => Task.CompletedTask);
        var context = new DefaultHttpContext { RequestServices = provider };
        context.Connection.RemoteIpAddress = IPAddress.Parse(sender);
        context.Request.Headers["X-Forwarded-For"] = "192.0.2.7";

        await app.Build()(context);

        context.Connection.RemoteIpAddress.ToString().ShouldBe(from);
    }
}
