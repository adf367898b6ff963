using CotnvPga.Convenant;
using CotnvPga.Data.Accession;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Repeats;
using CotnvPga.Domain;
using CotnvPga.Domain.Accession;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>The covenants: who acceded to which version, what it says there, acceding and leaving. No case data.</summary>
internal static class Convenanten
{
    public static void MapConvenanten(this RouteGroupBuilder api)
    {
        api.MapGet("/convenanten", ListAsync);
        api.MapGet("/convenanten/{gemeente}", OpenAsync);
        api.MapPost("/convenanten/{gemeente}/toetreding", AccedeAsync);
        api.MapPost("/convenanten/{gemeente}/uittreding", LeaveAsync);
    }

    private static Task<IResult> ListAsync(ApiCall call, AccessionDesk desk, CaseDoor door, CompiledConvenant convenant, CancellationToken cancel) =>
        call.ReadAsync(async _ => Replies.Ok(new
        {
            convenant.Hash,
            Model = ConvenantText.Model(convenant),
            Convenanten = (await desk.AllAsync(cancel)).Select(m => ConvenantText.Line(m, door.Today)),
        }));

    private static Task<IResult> OpenAsync(string gemeente, HttpRequest request, ApiCall call, AccessionDesk desk, CaseDoor door, CompiledConvenant convenant, CancellationToken cancel) =>
        call.ReadAsync(async errors =>
        {
            if (await desk.OfAsync(gemeente, cancel) is not { } municipality)
                return new NotKnown();
            return Version(request, municipality, errors) is var version && errors.Count > 0
                ? new NotValid(errors)
                : Replies.Ok(ConvenantText.Whole(municipality, version, convenant, door.Today));
        });

    private static Task<IResult> AccedeAsync(string gemeente, ApiCall call, AccessionDesk desk, CancellationToken cancel) =>
        call.ChangeAsync((body, _) => Created(gemeente, desk.AccedeAsync(call.Actor, gemeente, Read(body), cancel)));

    private static Task<IResult> LeaveAsync(string gemeente, ApiCall call, AccessionDesk desk, CancellationToken cancel) =>
        call.ChangeAsync((body, _) => Created(gemeente, desk.LeaveAsync(call.Actor, gemeente, Read(body), cancel)));

    private static Task<Result<StoredAnswer>> Created(string municipality, Task<Result<Declaration>> signed) =>
        signed.ReplyAsync(declaration => Replies.Created(ConvenantText.Write(declaration), $"{ApiPaths.V1}/convenanten/{municipality}"));

    /// <summary>The version that is asked for: one of the municipality's, or the national covenant alone; null for the one that holds.</summary>
    private static string? Version(HttpRequest request, MunicipalAccession municipality, List<FieldError> errors)
    {
        if (!request.Query.TryGetValue("versie", out var sent))
            return null;
        var versions = municipality.History.Locals.Select(l => l.Version).Append(NewDeclaration.NationalAlone).ToList();
        if (sent is not [{ } version] || !versions.Contains(version))
            errors.Add(new FieldError("versie", $"Kies een versie: {string.Join(", ", versions)}."));
        return sent.Count > 0 ? sent[0] : null;
    }

    private static NewDeclaration Read(SentObject body) => new(
        body.Text("versie"), body.Text("ondertekenaar"), body.Text("functie"), body.Text("mandaat"), body.Date("datum"), body.Text("hash"));
}
