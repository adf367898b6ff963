using CotnvPga.Portal.ContentPolicy;

namespace CotnvPga.Portal;

/// <summary>The headers that every answer carries. Nothing is inline and nothing comes from elsewhere.</summary>
public static class SecurityHeaders
{
    private const int OneYear = 31_536_000;

    /// <summary>Headers of the pages, after <c>transport/security-headers</c> of the NL API Design Rules and internet.nl.</summary>
    public static HeaderPolicyCollection ForPages() => Shared()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddObjectSrc().None();
            csp.AddScriptSrc().Self().WithNonce();
            csp.AddStyleSrc().Self();
            csp.AddFontSrc().Self();
            // The kit draws arrows and ticks as data images.
            csp.AddImgSrc().Self().Data();
            csp.AddConnectSrc().Self();
            csp.AddFormAction().Self();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
            csp.AddCustomDirective("require-trusted-types-for", "'script'");
            csp.AddReportUri().To(PolicyReports.Path);
        })
        .AddPermissionsPolicyWithDefaultSecureDirectives();

    /// <summary>Headers of the API: nothing in an answer may be run or framed.</summary>
    public static HeaderPolicyCollection ForApi() => Shared()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddObjectSrc().None();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
        });

    private static HeaderPolicyCollection Shared() => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyNoReferrer()
        .AddStrictTransportSecurityMaxAgeIncludeSubDomains(OneYear)
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin());
}
