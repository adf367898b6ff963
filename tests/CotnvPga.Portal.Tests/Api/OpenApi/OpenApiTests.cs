using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Portal.Tests.Api.OpenApi;

/// <summary>The published description is that of the API. That answers fit it, every test of the API holds (<see cref="ApiPerson"/>).</summary>
public sealed class OpenApiTests(ApiPortal portal) : ApiTest(portal)
{
    [Fact]
    public async Task It_is_open_to_everybody()
    {
        var answer = (await Nobody.Get("/v1/openapi.json")).Is(HttpStatusCode.OK);

        answer.Headers["Access-Control-Allow-Origin"].ShouldBe("*");
        answer.Headers["Content-Type"].ShouldBe("application/json");
        answer["openapi"]!.GetValue<string>().ShouldBe("3.1.0");
        answer["info"]!["version"]!.GetValue<string>().ShouldBe(answer.Headers["API-Version"]);
    }

    [Fact]
    public async Task It_describes_every_address_and_no_other()
    {
        var described = new ApiDescription((await Nobody.Get("/v1/openapi.json")).Json.AsObject()).Operations;

        var routes = Fixture.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) || e.RoutePattern.RawText.StartsWith("/access/", StringComparison.Ordinal))
            .Select(e => $"{e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {e.RoutePattern.RawText}");
        described.ShouldBe(routes, ignoreOrder: true);
    }

    [Fact]
    public async Task Lists_of_codes_are_those_of_the_convenant()
    {
        var document = (await Nobody.Get("/v1/openapi.json")).Json;

        document.ToJsonString().ShouldNotContain("x-codes");
        var steps = document["components"]!["schemas"]!["NieuweStap"]!["properties"]!["stap"]!["enum"]!.AsArray().Select(s => (string)s!);
        steps.ShouldContain("weging_vaststellen");
        steps.ShouldNotContain("opschorten");
    }

    [Fact]
    public void An_answer_that_does_not_fit_is_found()
    {
        var document = (JsonObject)JsonNode.Parse("""
            {"servers":[{"url":"/a"}],"paths":{"/x/{id}":{"get":{"responses":{"200":{"content":{"application/json":{"schema":
              {"type":"object","required":["op"],"properties":{"op":{"type":"string","format":"date-time"}}}}}}}}}}}
            """)!;
        var description = new ApiDescription(document);

        description.Against("GET", "/a/x/1", 200, "application/json", JsonNode.Parse("""{"op":"2026-01-01T10:00:00Z"}""")).ShouldBeEmpty();
        description.Against("GET", "/a/x/1", 200, "application/json", JsonNode.Parse("""{"op":"2026-01-01T10:00:00+01:00","meer":1}""")).Count().ShouldBe(2);
        description.Against("GET", "/a/x/1", 418, "application/json", null).ShouldHaveSingleItem();
        description.Against("GET", "/a/x/1", 200, "text/html", null).ShouldHaveSingleItem();
    }
}
