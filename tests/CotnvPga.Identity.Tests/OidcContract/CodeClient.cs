using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CotnvPga.TestHost.Portals;
using Microsoft.AspNetCore.WebUtilities;

namespace CotnvPga.Identity.Tests.OidcContract;

/// <summary>A program that logs a person in by authorization code, as the standards say it and knowing nothing of the server.</summary>
internal sealed class CodeClient(DemoPortal demo)
{
    public const string RedirectUri = "http://127.0.0.1:49152/terug";

    public string Verifier { get; } = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    public static Uri Issuer(DemoPortal demo) => demo.Portal.Address;

    public static async Task<JsonNode> DiscoverAsync(HttpClient http) =>
        (await http.GetFromJsonAsync<JsonNode>("/.well-known/openid-configuration"))!;

    /// <summary>The question to the authorization endpoint; null leaves a parameter out.</summary>
    public Dictionary<string, string?> Question(string scope = "openid profile api") => new()
    {
        ["client_id"] = "demo-client",
        ["response_type"] = "code",
        ["redirect_uri"] = RedirectUri,
        ["scope"] = scope,
        ["state"] = "toestand",
        ["nonce"] = "eenmalig",
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    };

    /// <summary>Asks, logs in when asked, and returns what the client gets back at its own address.</summary>
    public async Task<Dictionary<string, string>> AuthorizeAsync(string userName, Dictionary<string, string?> question)
    {
        using var browser = demo.Portal.Browser();
        var answer = await browser.GetAsync(await AuthorizeUriAsync(browser, question));
        while (answer.Headers.Location is { } next && !next.OriginalString.StartsWith(RedirectUri, StringComparison.Ordinal))
        {
            answer = await browser.GetAsync(next);
            if (answer.Headers.Location is null && answer.RequestMessage!.RequestUri!.AbsolutePath == "/inloggen")
                answer = await browser.SubmitLogInAsync(answer, userName, DemoPortal.PasswordOf(userName));
        }
        return answer.Headers.Location is { } back
            ? QueryHelpers.ParseQuery(back.Query).ToDictionary(p => p.Key, p => p.Value.ToString())
            : throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>Asks the authorization endpoint once.</summary>
    public static async Task<HttpResponseMessage> AskAsync(HttpClient browser, Dictionary<string, string?> question) =>
        await browser.GetAsync(await AuthorizeUriAsync(browser, question));

    /// <summary>Exchanges a code; the answer is the body of the token endpoint.</summary>
    public async Task<JsonNode> ExchangeAsync(string code, string? verifier = null, string redirectUri = RedirectUri)
    {
        using var http = demo.Portal.Program();
        var endpoint = (string)(await DiscoverAsync(http))["token_endpoint"]!;
        using var answer = await http.PostAsync(endpoint, new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "demo-client",
            ["redirect_uri"] = redirectUri,
            ["code"] = code,
            ["code_verifier"] = verifier ?? Verifier,
        }));
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    /// <summary>The whole way: an access token of this person.</summary>
    public static async Task<string> AccessTokenAsync(DemoPortal demo, string userName, string scope = "openid api")
    {
        var client = new CodeClient(demo);
        var back = await client.AuthorizeAsync(userName, client.Question(scope));
        return (string)(await client.ExchangeAsync(back["code"]))["access_token"]!;
    }

    private static async Task<string> AuthorizeUriAsync(HttpClient http, Dictionary<string, string?> question) => QueryHelpers.AddQueryString(
        (string)(await DiscoverAsync(http))["authorization_endpoint"]!, question.Where(p => p.Value is not null).ToDictionary());
}
