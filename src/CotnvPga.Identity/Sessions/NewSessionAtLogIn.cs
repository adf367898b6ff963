using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace CotnvPga.Identity.Sessions;

/// <summary>
/// Does not see the old session when somebody comes back from logging in. The cookie handler would otherwise go on with
/// the old key under the new person, and whoever planted that key in the browser would be logged in as well.
/// </summary>
internal sealed class NewSessionAtLogIn : ICookieManager
{
    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) =>
        context.Request.Path == PortalAsClient.ReturnPath ? null : cookies.GetRequestCookie(context, key);

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, key, value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, key, options);
}
