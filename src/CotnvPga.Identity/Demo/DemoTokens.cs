using System.Net.Http.Json;
using System.Net.Mime;
using System.Security;
using System.Text.Json.Serialization;
using CotnvPga.Domain;
using CotnvPga.Identity.Keys;
using CotnvPga.Identity.Oidc;

namespace CotnvPga.Identity.Demo;

/// <summary>Asks the running demo, on its own host, for an access token of a demo account. The demo logs that it was asked.</summary>
public sealed class DemoTokens(HttpClient http, TimeProvider time)
{
    /// <summary>An access token with these scopes, or why there is none.</summary>
    public async Task<Result<string>> AskAsync(DemoInstance instance, string userName, IEnumerable<string> scopes, CancellationToken cancel)
    {
        if (!instance.Url.IsLoopback)
            return new NoDemoToken($"{instance.Url} is geen adres van deze computer. Een token is er alleen voor een demo op deze computer.");
        if (!File.Exists(instance.KeyFile))
            return new NoDemoToken($"Er is geen sleutel {instance.KeyFile}. Een portaal in demostand maakt die bij het starten.");

        try
        {
            using var answer = await http.PostAsync(new Uri(instance.Url, OidcPaths.Token), Question(instance, userName, scopes), cancel);
            var body = answer.Content.Headers.ContentType?.MediaType == MediaTypeNames.Application.Json
                ? await answer.Content.ReadFromJsonAsync<TokenAnswer>(cancel)
                : null;
            return body?.AccessToken is { } token ? token : Refused(body?.Error ?? $"HTTP {(int)answer.StatusCode}", userName);
        }
        catch (SecurityException)
        {
            return new NoDemoToken($"De sleutel {instance.KeyFile} is ook voor anderen leesbaar en wordt niet gebruikt. Geef het bestand modus 0600.");
        }
        catch (UnauthorizedAccessException)
        {
            return new NoDemoToken($"De sleutel {instance.KeyFile} is niet van u. Alleen wie het portaal startte, kan een token vragen.");
        }
        catch (HttpRequestException)
        {
            return new NoDemoToken($"Er draait geen portaal op {instance.Url}.");
        }
    }

    private FormUrlEncodedContent Question(DemoInstance instance, string userName, IEnumerable<string> scopes)
    {
        var key = PortalKeys.ReadClient(PrivateFile.ReadAllText(instance.KeyFile));
        return new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = DemoGrant.Type,
            ["client_id"] = DemoGrant.ClientId,
            ["client_assertion_type"] = ClientAssertion.Type,
            ["client_assertion"] = ClientAssertion.Create(DemoGrant.ClientId, key, instance.Url, time),
            ["scope"] = string.Join(' ', scopes),
            [DemoGrant.UserName] = userName,
        });
    }

    private static NoDemoToken Refused(string error, string userName) => error == "invalid_grant"
        ? new NoDemoToken($"Er is geen demo-account '{userName}'.")
        : new NoDemoToken($"Dit portaal geeft geen token: het draait niet in demostand, of met een andere sleutel ({error}).");

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string? AccessToken,
        [property: JsonPropertyName("error")] string? Error);
}

/// <summary>There is no token; the message is one line that says why.</summary>
public sealed record NoDemoToken(string Message) : Refusal(Message);
