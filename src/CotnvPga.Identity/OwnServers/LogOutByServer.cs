using CotnvPga.Domain;
using CotnvPga.Identity.Events;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.Oidc;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CotnvPga.Identity.OwnServers;

/// <summary>
/// An organisation's server says that somebody logged out there (OpenID Connect Back-Channel Logout 1.0): 200, and every session here that
/// came from it is over; 400 for what is no such message; 404 for a server that is not known.
/// </summary>
internal static class LogOutByServer
{
    /// <summary>Below it the code of the server.</summary>
    public const string Path = "/uitloggen/achterom";

    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private const int LongestToken = 16 * 1024;

    // Such a message is sent at once; an old one may be somebody's copy.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(2);

    public static void MapTo(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path + "/{server}", HandleAsync).AllowAnonymous().DisableAntiforgery().RequireRateLimiting(LogInRate.Policy).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(
        string server, HttpContext http, OwnServers servers, IOptionsMonitor<OpenIdConnectOptions> options, LogIns logIns, IdentityContext context, IdentityLog log, TimeProvider time)
    {
        var cancel = http.RequestAborted;
        http.Response.Headers.CacheControl = "no-store";
        if (servers.Find(server) is not { } known)
            return Results.NotFound();
        if (!http.Request.HasFormContentType || (await http.Request.ReadFormAsync(cancel))["logout_token"] is not [{ Length: > 0 and <= LongestToken } sent]
            || await ReadAsync(sent, known, options.Get(known.Scheme), time, cancel) is not { } token)
        {
            await log.WriteAsync(IdentityActions.LogOut, IdentityActions.Refused, account: null, http.Connection, $"door {known.Code}", cancel);
            return Results.BadRequest(new { error = "invalid_request" });
        }
        AccountId? account = token.Subject is { Length: > 0 } subject ? await LogInAtOwnServer.AccountOfAsync(context, known, subject, cancel) : null;
        await logIns.EndAtAsync(new SessionAtServer(known.Code, token.TryGetPayloadValue<string>(TokenClaims.LogIn, out var sid) ? sid : null), account, cancel);
        await log.WriteAsync(IdentityActions.LogOut, IdentityActions.Done, account, http.Connection, $"door {known.Code}", cancel);
        return Results.Ok();
    }

    private static async Task<JsonWebToken?> ReadAsync(string sent, OwnServer server, OpenIdConnectOptions options, TimeProvider time, CancellationToken cancel)
    {
        var there = await options.ConfigurationManager!.GetConfigurationAsync(cancel);
        var read = await new JsonWebTokenHandler().ValidateTokenAsync(sent, new TokenValidationParameters
        {
            ValidIssuer = there.Issuer,
            ValidAudience = server.ClientId,
            IssuerSigningKeys = there.SigningKeys,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
            ValidateLifetime = false,
        });
        return read is { IsValid: true, SecurityToken: JsonWebToken token } && IsLogOut(token) && IsFresh(token, time.GetUtcNow()) ? token : null;
    }

    // A nonce would make an identity token of it, which is no request to log out.
    private static bool IsLogOut(JsonWebToken token) =>
        token.TryGetPayloadValue<System.Text.Json.JsonElement>("events", out var events) && events.ValueKind is System.Text.Json.JsonValueKind.Object && events.TryGetProperty(Event, out _)
        && !token.TryGetPayloadValue<string>("nonce", out _)
        && (token.Subject is { Length: > 0 } || token.TryGetPayloadValue<string>(TokenClaims.LogIn, out _));

    private static bool IsFresh(JsonWebToken token, DateTimeOffset now) => token.IssuedAt != default && (now - token.IssuedAt).Duration() <= Fresh;
}
