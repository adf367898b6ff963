using System.Text.Json.Nodes;

namespace CotnvPga.Portal.Tests.Api.OpenApi;

/// <summary>The published description, to hold answers against.</summary>
public sealed class ApiDescription(JsonObject document)
{
    public JsonObject Document => document;

    /// <summary>Every address with its method, as <c>POST /api/v1/signalen</c>.</summary>
    public IEnumerable<string> Operations =>
        from path in document["paths"]!.AsObject()
        let server = (string)(path.Value!["servers"] ?? document["servers"])![0]!["url"]!
        from operation in path.Value!.AsObject()
        where operation.Key is not "servers"
        select $"{operation.Key.ToUpperInvariant()} {server}{path.Key}";

    /// <summary>Everything in an answer that the description does not allow; an address that it does not have allows anything.</summary>
    public IEnumerable<string> Against(string method, string address, int status, string? contentType, JsonNode? body)
    {
        if (Find(method, address) is not { } operation)
            return [];
        if (operation["responses"]!.AsObject()[$"{status}"] is not { } response)
            return [$"status {status} is not described"];
        var content = Resolve(response)["content"]?.AsObject();
        if (content is null)
            return body is null ? [] : ["a body where none is described"];
        if (contentType is null || content[contentType] is not { } media)
            return [$"content type {contentType} is not described"];
        return new SchemaCheck(this).Errors(media["schema"]!, body, "$");
    }

    internal JsonObject Resolve(JsonNode node)
    {
        var found = node;
        while (found["$ref"] is { } reference)
            found = ((string)reference!).Split('/')[1..].Aggregate((JsonNode)document, (at, name) => at[name]!);
        return found.AsObject();
    }

    private JsonNode? Find(string method, string address)
    {
        var asked = address.Split('?')[0].Split('/');
        return (from path in document["paths"]!.AsObject()
                let server = (string)(path.Value!["servers"] ?? document["servers"])![0]!["url"]!
                let known = (server + path.Key).Split('/')
                where known.Length == asked.Length && known.Zip(asked).All(p => p.First == p.Second || p.First.StartsWith('{'))
                orderby known.Count(part => part.StartsWith('{'))
                select path.Value![method.ToLowerInvariant()]).FirstOrDefault();
    }
}
