using CotnvPga.Identity.Oidc;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Identity.Tokens;

/// <summary>What an endpoint can require. Without a word an endpoint requires somebody who is logged in.</summary>
public static class PortalPolicies
{
    /// <summary>An access token with scope <c>api</c>. 401 without a token, 403 without the scope.</summary>
    public const string Api = "Api";

    /// <summary>An access token with scope <c>access.evaluate</c>. 401 without a token, 403 without the scope.</summary>
    public const string AccessEvaluate = "AccessEvaluate";

    internal static void AddPortalPolicies(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(Api, policy => RequireScope(policy, OidcScopes.Api))
        .AddPolicy(AccessEvaluate, policy => RequireScope(policy, OidcScopes.AccessEvaluate))
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

    private static void RequireScope(AuthorizationPolicyBuilder policy, string scope) => policy
        .AddAuthenticationSchemes(PortalSchemes.Bearer)
        .RequireAuthenticatedUser()
        .RequireAssertion(context => TokenClaims.HasScope(context.User, scope));
}
