namespace CotnvPga.Portal.Api.OpenApi;

/// <summary>The description of the API, open to everybody and to every page (<c>publish-openapi</c> of the NL API Design Rules).</summary>
internal static class OpenApiEndpoint
{
    public static void MapOpenApiDocument(this WebApplication app) => app
        .MapGet(ApiPaths.OpenApi, (OpenApiDocument document) => TypedResults.Bytes(document.Json, "application/json"))
        .AllowAnonymous();
}
