using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CotnvPga.Convenant;
using CotnvPga.Identity;
using CotnvPga.Identity.Tokens;
using CotnvPga.Portal.Api;
using CotnvPga.Portal.Api.Access;
using CotnvPga.Portal.Tests.Api;
using CotnvPga.TestHost;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CotnvPga.Portal.Tests.Access.AuthZen;

/// <summary>
/// The access API of the portal on a port of this machine, for a convenant of choice: no database, no cases and no log-in, which it
/// has no need of. That the portal asks for a token, <see cref="AccessTests"/> shows.
/// </summary>
public sealed class AccessHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private AccessHost(WebApplication app, CompiledConvenant convenant)
    {
        (_app, Convenant) = (app, convenant);
        Address = AddressOf(app.Services);
        // As a program that writes its headers in UTF-8.
        var wire = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8, ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        _http = new HttpClient(wire) { BaseAddress = Address };
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The convenant that it asks.</summary>
    public CompiledConvenant Convenant { get; }

    /// <summary>Starts the API for the convenant in a folder of the clone.</summary>
    public static async Task<AccessHost> StartAsync(string folder)
    {
        var convenant = Load(Repository.PathOf(folder));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.KeepRequestIds();
        builder.Services.AddSingleton(convenant);
        builder.Services.AddSingleton<AskedConvenant>();
        builder.Services.AddSingleton(services => new PortalSettings(AddressOf(services), "", IsDemo: true));
        builder.Services.AddAuthorizationBuilder().AddPolicy(PortalPolicies.AccessEvaluate, policy => policy.RequireAssertion(_ => true));
        var app = builder.Build();
        app.UseApiShell();
        app.UseAuthorization();
        app.MapAccess();
        await app.StartAsync();
        return new AccessHost(app, convenant);
    }

    public async Task<ApiAnswer> Get(string path)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await ApiAnswer.ReadAsync(HttpMethod.Get, response);
    }

    public Task<ApiAnswer> Post(string path, object body, params (string Name, string Value)[] headers) =>
        PostRaw(path, Encoding.UTF8.GetBytes(body as string ?? (body is JsonNode node ? node.ToJsonString() : JsonSerializer.Serialize(body, JsonSerializerOptions.Web))), "application/json", headers);

    public async Task<ApiAnswer> PostRaw(string path, byte[] body, string? contentType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _http.SendAsync(request);
        return await ApiAnswer.ReadAsync(HttpMethod.Post, response);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private static Uri AddressOf(IServiceProvider services) =>
        new(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    private static CompiledConvenant Load(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => new RuleFile(Path.GetRelativePath(folder, path), File.ReadAllText(path))).ToList();
        var result = CompiledConvenant.Load(files);
        return result.Convenant ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }
}
