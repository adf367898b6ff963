using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace CotnvPga.Portal.Pages;

/// <summary>
/// What one page tells the next travels in a cookie; the framework also takes that cookie away from who never had it. Public pages say that they
/// set none, so nothing is sent about a cookie that was not there.
/// </summary>
internal sealed class QuietTempData(CookieTempDataProvider cookie, IOptions<CookieTempDataProviderOptions> options) : ITempDataProvider
{
    private readonly string _name = options.Value.Cookie.Name ?? CookieTempDataProvider.CookieName;

    public IDictionary<string, object> LoadTempData(HttpContext context) => cookie.LoadTempData(context);

    public void SaveTempData(HttpContext context, IDictionary<string, object> values)
    {
        if (values.Count > 0 || context.Request.Cookies.ContainsKey(_name))
            cookie.SaveTempData(context, values);
    }
}
