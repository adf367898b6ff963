using System.Globalization;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;
using NodaTime;

namespace CotnvPga.Portal;

/// <summary>What the pages need.</summary>
public static class PortalServices
{
    /// <summary>Registers the pages, their components and the shell around them.</summary>
    public static void AddPages(this WebApplicationBuilder builder)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<ShellService>();
        builder.Services.Configure<RazorViewEngineOptions>(o => o.PageViewLocationFormats.Add("/Components/{0}.cshtml"));
        builder.Services.AddRouting(o => o.LowercaseUrls = true);
        builder.Services.AddRazorPages().AddMvcOptions(o => SayInDutch(o.ModelBindingMessageProvider));
        // A form of a case is text; the largest registration stays far below this.
        builder.Services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(o => (o.ValueCountLimit, o.ValueLengthLimit) = (2_000, 64 * 1024));
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "pga-formulier";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.FormFieldName = "formuliersleutel";
        });
    }

    private static void SayInDutch(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => "Dit is niet goed ingevuld.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "Dit is niet goed ingevuld.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Dit is niet goed ingevuld.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Dit is niet goed ingevuld.");
        messages.SetValueIsInvalidAccessor(_ => "Dit is niet goed ingevuld.");
        messages.SetValueMustBeANumberAccessor(_ => "Vul hier een getal in.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Vul hier een getal in.");
        messages.SetValueMustNotBeNullAccessor(_ => "Vul hier iets in.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Vul hier iets in.");
        messages.SetMissingKeyOrValueAccessor(() => "Vul hier iets in.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Er kwam niets aan.");
    }
}
