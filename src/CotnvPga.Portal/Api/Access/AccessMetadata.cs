using CotnvPga.Identity;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.Access;

/// <summary>
/// The metadata of the access API: who answers, and where. The identifier is the public address of the portal, which is https except
/// on the loopback address of a demo (<see cref="PortalSettings"/>).
/// </summary>
internal static class AccessMetadata
{
    public static void MapAccessMetadata(this WebApplication app) =>
        app.MapGet(ApiPaths.AuthZenMetadata, (PortalSettings settings) => new StoredResult(Replies.Ok(Of(settings)))).AllowAnonymous();

    private static Dictionary<string, string> Of(PortalSettings settings) => new()
    {
        // A reader compares it with the address that it put the well-known path behind: no slash at the end.
        ["policy_decision_point"] = settings.Address.AbsoluteUri.TrimEnd('/'),
        ["access_evaluation_endpoint"] = settings.At(ApiPaths.Evaluation).AbsoluteUri,
        ["access_evaluations_endpoint"] = settings.At(ApiPaths.Evaluations).AbsoluteUri,
        ["search_subject_endpoint"] = settings.At(ApiPaths.SearchSubject).AbsoluteUri,
        ["search_resource_endpoint"] = settings.At(ApiPaths.SearchResource).AbsoluteUri,
        ["search_action_endpoint"] = settings.At(ApiPaths.SearchAction).AbsoluteUri,
    };
}
