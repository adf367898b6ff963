using CotnvPga.Identity.Keys;
using CotnvPga.Identity.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace CotnvPga.Identity.Tokens;

/// <summary>Access tokens on the API. 401 and 403 are answered as problem+json.</summary>
/// <remarks>Knows the issuer and the key, not the server that issues: any server behind <see cref="IOidcServer"/> will do.</remarks>
internal static class BearerTokens
{
    public static AuthenticationBuilder AddBearerTokens(this AuthenticationBuilder authentication)
    {
        authentication.AddJwtBearer(PortalSchemes.Bearer, options =>
        {
            options.MapInboundClaims = false;
            options.Events = new JwtBearerEvents
            {
                OnTokenValidated = RequireActorAsync,
                OnChallenge = ChallengeAsync,
                OnForbidden = context => WriteAsync(context.HttpContext, StatusCodes.Status403Forbidden, "Dit token geeft hier geen recht op."),
            };
        });
        authentication.Services.AddOptions<JwtBearerOptions>(PortalSchemes.Bearer).Configure<PortalSettings, PortalKeys, TimeProvider>(
            (options, settings, keys, time) => options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidIssuer = settings.Address.AbsoluteUri,
                ValidAudience = TokenClaims.Audience,
                // An identity token is not an access token, though the same key signed it.
                ValidTypes = ["at+jwt"],
                ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
                IssuerSigningKey = keys.Signing,
                NameClaimType = TokenClaims.Name,
                ClockSkew = TimeSpan.Zero,
                LifetimeValidator = (from, until, _, _) => IsValidAt(time.GetUtcNow().UtcDateTime, from, until),
            });
        return authentication;
    }

    private static bool IsValidAt(DateTime now, DateTime? from, DateTime? until) => until is not null && now < until && (from is null || from <= now);

    private static async Task RequireActorAsync(TokenValidatedContext context)
    {
        var current = context.HttpContext.RequestServices.GetRequiredService<CurrentActor>();
        if (!await current.TryLoadAsync(context.Principal!, context.HttpContext.RequestAborted))
            context.Fail("The account can no longer be used.");
    }

    private static Task ChallengeAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.Headers.WWWAuthenticate = context.AuthenticateFailure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        return WriteAsync(context.HttpContext, StatusCodes.Status401Unauthorized, "Stuur een geldig toegangstoken mee.");
    }

    private static Task WriteAsync(HttpContext context, int status, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: status == StatusCodes.Status401Unauthorized ? "Niet ingelogd" : "Geen toegang")
            .ExecuteAsync(context);
}
