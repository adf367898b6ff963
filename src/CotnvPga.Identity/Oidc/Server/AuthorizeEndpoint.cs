using CotnvPga.Identity.LoggingIn;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace CotnvPga.Identity.Oidc.Server;

/// <summary>A client asks who sits at the browser: 302 to log in, or 302 back to the client with a code or an error.</summary>
internal static class AuthorizeEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext context, LogInCookie cookie, TimeProvider time)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict did not see this request.");
        var loggedIn = await cookie.FindAsync(context);
        if (loggedIn is not null && !request.HasPromptValue(PromptValues.Login) && !IsTooLongAgo(loggedIn, request, time))
            return ServerResults.Issue(TokenClaims.For(loggedIn), request.GetScopes());

        return request.HasPromptValue(PromptValues.None)
            ? ServerResults.Refuse(Errors.LoginRequired, "Nobody is logged in.")
            : Results.Redirect(LogInPath.ReturningTo(context.Request.PathBase + context.Request.Path + AfterLogIn(request)));
    }

    private static bool IsTooLongAgo(LoggedIn loggedIn, OpenIddictRequest request, TimeProvider time) =>
        request.MaxAge is { } seconds && time.GetUtcNow() - loggedIn.At > TimeSpan.FromSeconds(seconds);

    // The same question without "log in first": by then that was done.
    private static QueryString AfterLogIn(OpenIddictRequest request) => QueryString.Create(request.GetParameters()
        .Where(p => p.Key != Parameters.Prompt)
        .Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)));
}
