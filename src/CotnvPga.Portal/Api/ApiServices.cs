using CotnvPga.Identity.Tokens;
using CotnvPga.Portal.Api.Access;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.OpenApi;
using CotnvPga.Portal.Api.V1;
using CotnvPga.Portal.Irreversible;

namespace CotnvPga.Portal.Api;

/// <summary>What the API needs, and where it is.</summary>
internal static class ApiServices
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.WebHost.KeepRequestIds();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<ApiCall>();
        builder.Services.AddSingleton<AskedConvenant>();
        builder.Services.AddSingleton<OpenApiDocument>();
        builder.Services.AddReportRate(builder.Configuration);
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup(ApiPaths.V1).RequireAuthorization(PortalPolicies.Api).AddEndpointFilter<AskFreshToken>();
        api.MapOpenbareMeldingen();
        api.MapMeldingen();
        api.MapSignalen();
        api.MapGegevens();
        api.MapKwaliteit();
        api.MapBijlagen();
        api.MapLopendeZaken();
        api.MapSamenhang();
        api.MapWegingen();
        api.MapRegistraties();
        api.MapStappen();
        api.MapToelatingen();
        api.MapAfwijkingen();
        api.MapBelangen();
        api.MapContinuiteit();
        api.MapWerkoverdracht();
        api.MapBerichten();
        api.MapStukken();
        api.MapPlannen();
        api.MapVernietigingen();
        api.MapOverdrachten();
        api.MapDatalekken();
        api.MapVerstrekkingen();
        api.MapOverleg();
        api.MapCoordinatie();
        api.MapOverleggen();
        api.MapToetsingen();
        api.MapVerzoeken();
        api.MapLogboek();
        api.MapHerhaling();
        api.MapRapportages();
        api.MapRegisters();
        api.MapKennis();
        api.MapToezicht();
        api.MapOefeningen();
        api.MapDelen();
        api.MapConvenanten();
        app.MapAccess();
        app.MapOpenApiDocument();
    }
}
