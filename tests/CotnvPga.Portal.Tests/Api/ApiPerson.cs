using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CotnvPga.Portal.Tests.Api.OpenApi;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Somebody who uses the API.</summary>
public sealed record ApiPerson(PortalFixture Portal, string? Name, string Scope = "api")
{
    private static readonly JsonSerializerOptions Options = JsonSerializerOptions.Web;
    private static readonly ConcurrentDictionary<PortalFixture, Lazy<Task<ApiDescription>>> Descriptions = [];

    public Task<ApiAnswer> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    public Task<ApiAnswer> Post(string path, object body, params (string Name, string Value)[] headers) => Send(HttpMethod.Post, path, Json(body), headers);

    public Task<ApiAnswer> Put(string path, object body, params (string Name, string Value)[] headers) => Send(HttpMethod.Put, path, Json(body), headers);

    /// <summary>Sends exactly these bytes.</summary>
    public Task<ApiAnswer> PostRaw(string path, byte[] bytes, string? contentType = "application/json", params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return Send(HttpMethod.Post, path, content, headers);
    }

    public async Task<ApiAnswer> Send(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var http = await Portal.ProgramAsync(Name, Scope);
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : $"/api/v1/{path}") { Content = content };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await http.SendAsync(request);
        var answer = await ApiAnswer.ReadAsync(method, response);
        await ShouldBeDescribedAsync(method, answer);
        return answer;
    }

    /// <summary>Every answer that any test gets is held against the published description.</summary>
    private async Task ShouldBeDescribedAsync(HttpMethod method, ApiAnswer answer)
    {
        var description = await Descriptions.GetOrAdd(Portal, portal => new(() => DescriptionOf(portal))).Value;
        var body = answer.Bytes.Length == 0 ? null : answer.Json;
        description.Against(method.Method, answer.Address, (int)answer.Status, answer.Headers.GetValueOrDefault("Content-Type"), body)
            .ShouldBeEmpty($"{answer.Asked} {answer.Status}: {answer.Text}");
    }

    private static async Task<ApiDescription> DescriptionOf(PortalFixture portal)
    {
        using var http = portal.Portal.Program();
        return new ApiDescription(JsonNode.Parse(await http.GetByteArrayAsync(new Uri(portal.Portal.Address, "v1/openapi.json")))!.AsObject());
    }

    private static StringContent Json(object body) => new(
        body as string ?? (body is JsonNode node ? node.ToJsonString() : JsonSerializer.Serialize(body, Options)), Encoding.UTF8, "application/json");
}
