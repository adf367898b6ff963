using System.Net.Http.Headers;
using CotnvPga.Identity.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Identity.Tests.Tokens;

/// <summary>An API of four endpoints beside the portal, with the same keys and database: what a token opens, and who it is.</summary>
internal sealed class ProbeApi : IAsyncDisposable
{
    private readonly WebApplication app;

    private ProbeApi(WebApplication app) => this.app = app;

    public static async Task<ProbeApi> StartAsync(DemoPortal demo)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["ConnectionStrings:Portaal"] = demo.Database.AppConnection;
        builder.Configuration["Pga:Demo"] = "true";
        builder.Configuration["Pga:Adres"] = demo.Portal.Address.AbsoluteUri;
        builder.Configuration["Pga:Sleutels"] = demo.Portal.KeysFolder;
        builder.Services.AddSingleton<TimeProvider>(demo.Portal.Clock);
        builder.Services.AddPortalIdentity(builder.Configuration);

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/api/proef", (ICurrentActor actor) => actor.Get().UserName).RequireAuthorization(PortalPolicies.Api);
        app.MapGet("/api/open", (ICurrentActor actor) => actor.Find()?.UserName ?? "niemand").AllowAnonymous();
        app.MapGet("/api/vergeten", () => "zonder beleid");
        app.MapGet("/access/proef", () => "mag").RequireAuthorization(PortalPolicies.AccessEvaluate);
        await app.StartAsync();
        return new ProbeApi(app);
    }

    /// <summary>Asks for a place with a token, or with whatever else goes into the header.</summary>
    public async Task<HttpResponseMessage> GetAsync(string place, string? token = null, string? cookie = null)
    {
        using var http = ((TestServer)app.Services.GetRequiredService<IServer>()).CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, place);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        return await http.SendAsync(request);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
