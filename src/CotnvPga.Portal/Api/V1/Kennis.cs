using CotnvPga.Data.Knowledge;
using CotnvPga.Domain;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>What everybody who works here can look up: no case and no person.</summary>
internal static class Kennis
{
    private const int LongestWords = 200;

    private static readonly string[] Words = ["zoek", "soort", "plek"];

    public static void MapKennis(this RouteGroupBuilder api)
    {
        api.MapGet("/kennis", SearchAsync);
        api.MapGet("/kennis/{artikel}", OpenAsync);
    }

    private static Task<IResult> SearchAsync(HttpRequest request, ApiCall call, KnowledgeDesk desk, CancellationToken cancel) => call.ReadAsync(errors =>
    {
        var page = PageQuery.Read(request.Query, errors, KnowledgeDesk.PageSize);
        errors.AddRange(Words.Where(name => request.Query[name].ToString().Length > LongestWords).Select(name => new FieldError(name, $"Zoek met hoogstens {LongestWords} tekens.")));
        return desk.SearchAsync(call.Actor, new KnowledgeSearch(Said(request.Query["zoek"]), Said(request.Query["soort"]), Said(request.Query["plek"]), page.Pagina), cancel)
            .ReplyAsync(found => Replies.Ok(new
            {
                Totaal = found.Total,
                Artikelen = found.Articles.Select(a => new { Artikel = a.Code, a.Titel, a.Soort, a.Partner, a.Nagekeken, a.Fragment }),
            }));
    });

    private static Task<IResult> OpenAsync(string artikel, ApiCall call, KnowledgeDesk desk, CancellationToken cancel) => call.ReadAsync(_ => desk
        .OpenAsync(call.Actor, artikel, cancel)
        .ReplyAsync(a => Replies.Ok(new { Artikel = a.Code, a.Titel, a.Soort, a.Plekken, a.Zekerheid, a.Partner, a.Eigenaar, a.Nagekeken, a.Inhoud })));

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
