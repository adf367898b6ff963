using AutoMapper;
using CotnvPga.Identity;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Irreversible;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages;
using CotnvPga.Portal.Pages.Delen;
using CotnvPga.Portal.Pages.Signalen;
using CotnvPga.Portal.Pages.Signalen.Stap;
using CotnvPga.Portal.Pages.Signalen.Weging;
using CotnvPga.Portal.Pages.Signalen.Zaak;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CotnvPga.Portal;

/// <summary>What the pages need.</summary>
public static class PortalServices
{
    // The largest registration is text of some hundred kilobytes, as a form three times that.
    private const long LargestForm = 4 * 1024 * 1024;

    /// <summary>Registers the pages, their components and the shell around them.</summary>
    public static void AddPages(this WebApplicationBuilder builder)
    {
        var isDemo = PortalSettings.From(builder.Configuration).IsDemo;
        DutchLanguage.BeDefault();
        builder.WebHost.ConfigureKestrel(o => (o.AddServerHeader, o.Limits.MaxRequestBodySize) = (false, LargestForm));
        var services = builder.Services;
        services.AddRouting(o => o.LowercaseUrls = true);
        services.AddRazorPages().AddMvcOptions(o =>
        {
            DutchLanguage.Say(o.ModelBindingMessageProvider);
            o.Filters.Add<WithoutControlCharacters>();
            o.Filters.Add<NoSuchHandler>();
            // Before a form counts as sent.
            o.Filters.Add<AskFreshProof>();
            o.Filters.Add<OncePerForm>();
        });
        services.Configure<RazorViewEngineOptions>(o =>
        {
            o.PageViewLocationFormats.Add("/Components/{0}.cshtml");
            // The form of an item is also used outside its folder.
            o.PageViewLocationFormats.Add("/Pages/Signalen/{0}.cshtml");
        });
        services.Configure<FormOptions>(o => (o.ValueCountLimit, o.ValueLengthLimit) = (2_000, (int)LargestForm));
        // Only files: nothing secret is in them, so their size on the line tells nobody anything (unlike that of a page).
        services.AddResponseCompression(o => (o.EnableForHttps, o.MimeTypes) = (true, ["text/css", "text/javascript", "image/svg+xml"]));
        services.AddAntiforgery(o =>
        {
            OfThisHostAlone(o.Cookie, "formulier", isDemo);
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.FormFieldName = FormFields.Antiforgery;
        });
        services.Configure<CookieTempDataProviderOptions>(o => OfThisHostAlone(o.Cookie, "bericht", isDemo));
        services.AddSingleton<CookieTempDataProvider>();
        services.AddSingleton<ITempDataProvider, QuietTempData>();
        services.AddSingleton<DutchClock>();
        services.AddSingleton<IrreversibleActs>();
        services.AddScoped<ShellService>();
        services.AddSingleton<Words>();
        services.AddScoped<CovenantNotices>();
        services.AddScoped<DraftBox>();
        services.AddSingleton<FormOwner>();
        services.AddSingleton<FormNumber>();
        AddMapping(services);
        AddSignalPages(services);
    }

    // As the cookies of sessions: over https the prefix makes browsers refuse one that another host of the same domain has set.
    private static void OfThisHostAlone(CookieBuilder cookie, string name, bool isDemo)
    {
        cookie.Name = isDemo ? $"pga-{name}" : $"__Host-pga-{name}";
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SecurePolicy = isDemo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
    }

    private static void AddMapping(IServiceCollection services)
    {
        services.AddSingleton<CaseProfile>();
        services.AddSingleton(provider => new MapperConfiguration(
            mapping => mapping.AddProfile(provider.GetRequiredService<CaseProfile>()), provider.GetRequiredService<ILoggerFactory>()).CreateMapper());
        services.AddSingleton<ItemMarkPages>();
        services.AddSingleton<CasePages>();
        services.AddSingleton<AnswerWords>();
        services.AddSingleton<RecordPages>();
        services.AddSingleton<RegisterRecordPages>();
        services.AddSingleton<ArchivePages>();
        services.AddSingleton<PlanPages>();
        services.AddSingleton<RightsPages>();
        services.AddScoped<CertificatePages>();
        services.AddSingleton<BreachPages>();
        services.AddSingleton<WorklistPages>();
        services.AddSingleton<HistoryPages>();
        services.AddSingleton<PriorCasePages>();
        services.AddSingleton<LogPages>();
        services.AddSingleton<TablePages>();
        services.AddSingleton<HandoverPages>();
        services.AddSingleton<SharingPages>();
        services.AddSingleton<ChannelPages>();
        services.AddSingleton<CovenantPages>();
        services.AddSingleton<MatrixPages>();
        services.AddSingleton<ContinuityPages>();
        services.AddSingleton<WorkReportPages>();
        services.AddSingleton<CoordinationPages>();
        services.AddSingleton<MeetingPages>();
        services.AddSingleton<UniformityPages>();
        services.AddSingleton<OversightPages>();
        services.AddSingleton<ExercisePages>();
        services.AddSingleton<RegisterPages>();
        services.AddSingleton<KnowledgePages>();
    }

    private static void AddSignalPages(IServiceCollection services)
    {
        services.AddSingleton<ItemChoices>();
        services.AddSingleton<SharingChoices>();
        services.AddSingleton<ItemRights>();
        services.AddSingleton<RecordingRules>();
        services.AddSingleton<RegistrationPlaces>();
        services.AddSingleton<JudgementPages>();
        services.AddSingleton<StepForms>();
        services.AddSingleton<StepLines>();
        services.AddSingleton<ProposalWords>();
    }
}
