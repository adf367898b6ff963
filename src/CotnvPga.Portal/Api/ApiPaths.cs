namespace CotnvPga.Portal.Api;

/// <summary>Which addresses are for programs: they get problem+json, never a page.</summary>
internal static class ApiPaths
{
    public const string V1 = "/api/v1";
    public const string OpenApi = "/v1/openapi.json";
    public const string Evaluation = "/access/v1/evaluation";
    public const string Evaluations = "/access/v1/evaluations";
    public const string SearchSubject = "/access/v1/search/subject";
    public const string SearchResource = "/access/v1/search/resource";
    public const string SearchAction = "/access/v1/search/action";
    public const string AuthZenMetadata = "/.well-known/authzen-configuration";

    private const string AuthZen = "/access";

    private static readonly PathString[] Roots = ["/api", AuthZen, "/v1", AuthZenMetadata];

    public static bool IsApi(HttpContext context) => Roots.Any(root => context.Request.Path.StartsWithSegments(root));

    /// <summary>Whether it is an address of the AuthZEN Authorization API.</summary>
    public static bool IsAuthZen(PathString path) => path.StartsWithSegments(AuthZen) || path.StartsWithSegments(AuthZenMetadata);

    public static string Signal(Domain.SignalId id) => $"{V1}/signalen/{id}";
}
