namespace CotnvPga.Portal.Api;

/// <summary>Which addresses are for programs: they get problem+json, never a page.</summary>
internal static class ApiPaths
{
    public const string V1 = "/api/v1";
    public const string OpenApi = "/v1/openapi.json";
    public const string Evaluation = "/access/v1/evaluation";
    public const string Evaluations = "/access/v1/evaluations";
    public const string AuthZenMetadata = "/.well-known/authzen-configuration";

    private static readonly PathString[] Roots = ["/api", "/access", "/v1", AuthZenMetadata];

    public static bool IsApi(HttpContext context) => Roots.Any(root => context.Request.Path.StartsWithSegments(root));

    public static string Signal(Domain.SignalId id) => $"{V1}/signalen/{id}";
}
