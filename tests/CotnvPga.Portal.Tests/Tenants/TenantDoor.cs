using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Portal.Tests.Tenants;

/// <summary>One method on one route of the portal, from the route table itself.</summary>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Route">With its parameters between braces, without constraints.</param>
internal sealed partial record TenantDoor(string Method, string Route)
{
    // Accounts and their log-in: they have no case behind them, and some of them end the session.
    private static readonly string[] Accounts = ["/inloggen", "/uitloggen", "/account", "/connect", "/oidc", "/demo", "/fout", "/health", "/.well-known"];

    /// <summary>Names of parameters that are a code of the process, with one that exists.</summary>
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["stap"] = "nieuwe_ronde",
        ["soort"] = "informatie_vragen",
        ["gemeente"] = "9901",
        ["code"] = "9901",
    };

    /// <summary>Every door.</summary>
    public static IReadOnlyList<TenantDoor> AllOf(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e => MethodsOf(e).Select(method => new TenantDoor(method, "/" + Constraint().Replace(e.RoutePattern.RawText ?? "", "{$1}").Trim('/'))))
            .Where(d => !Accounts.Any(a => d.Route.StartsWith(a, StringComparison.OrdinalIgnoreCase)))
            .Distinct()
            .OrderBy(d => d.Route, StringComparer.Ordinal).ThenBy(d => d.Method, StringComparer.Ordinal),
    ];

    public bool HasParameters => Parameter().IsMatch(Route);

    public bool IsApi => Route.StartsWith("/api", StringComparison.Ordinal) || Route.StartsWith("/access", StringComparison.Ordinal);

    /// <summary>The address with these ids: the first in the place of what a case or item is asked by, the other in every other place.</summary>
    public string At(string first, string others)
    {
        var place = 0;
        return Parameter().Replace(Route, m => Codes.TryGetValue(m.Groups[1].Value, out var code) ? code : place++ == 0 ? first : others);
    }

    /// <summary>The address with what belongs at each parameter.</summary>
    public string With(Func<string, string> valueOf) => Parameter().Replace(Route, m => Codes.TryGetValue(m.Groups[1].Value, out var code) ? code : valueOf(m.Groups[1].Value));

    public override string ToString() => $"{Method} {Route}";

    private static IEnumerable<string> MethodsOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods : ["GET", "POST"];

    [GeneratedRegex(@"\{(\w+)[:?=*][^}]*\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Parameter();
}
