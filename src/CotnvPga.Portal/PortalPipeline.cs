using CotnvPga.Portal.Api;

namespace CotnvPga.Portal;

/// <summary>The order in which a request of the pages passes.</summary>
public static class PortalPipeline
{
    /// <summary>Headers, error pages and static files: before anybody is known.</summary>
    public static void UseOuterShell(this WebApplication app)
    {
        var pages = SecurityHeaders.ForPages();
        var api = SecurityHeaders.ForApi();
        app.UseWhen(ApiPaths.IsApi, branch =>
        {
            branch.UseSecurityHeaders(api);
            branch.UseApiShell();
        });
        app.UseWhen(context => !ApiPaths.IsApi(context), branch =>
        {
            branch.UseSecurityHeaders(pages);
            branch.UseExceptionHandler("/fout/500");
            branch.UseStatusCodePagesWithReExecute("/fout/{0}");
        });
        app.Use((context, next) =>
        {
            // What somebody saw must not stay behind in a browser or a proxy.
            context.Response.Headers.CacheControl = "no-store";
            return next(context);
        });
        app.UseWhen(IsFile, branch => branch.UseResponseCompression());
        // The files of the portal itself are for anybody, and change with a version only.
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = default });
    }

    private static bool IsFile(HttpContext context) => Path.HasExtension(context.Request.Path.Value);
}
