using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Portal.Tests.Canary;

/// <summary>
/// Every way in, from the route table itself. A route that nobody listed here fails the inventory: whoever adds a door says how it is
/// opened in a canary test, or why nothing of a case can come out of it.
/// </summary>
internal static partial class Doors
{
    /// <summary>Doors that show a case or lists of cases: opened by every actor. {id} is the case, {gegeven} an item, {stap} a step.</summary>
    public static readonly string[] Reading =
    [
        "/api/v1/signalen",
        "/api/v1/signalen/{id}",
        "/api/v1/signalen/{id}/logboek",
        "/api/v1/signalen/{id}/logboek/herhaling",
        "/api/v1/signalen/{id}/logboek/dataverwerkingen",
        "/mijn-logboek",
        "/api/v1/mijn-logboek",
        "/toezicht",
        "/api/v1/toezicht",
        "/toezicht/logboek",
        "/api/v1/toezicht/logboek",
        "/toezicht/logboek/{inzage}",
        "/api/v1/toezicht/logboek/inzagen/{inzage}",
        "/api/v1/signalen/{id}/stappen",
        "/api/v1/signalen/{id}/voorstellen/{stap}",
        "/api/v1/signalen/{id}/afwijkingen",
        "/api/v1/meldingen",
        "/api/v1/registraties",
        "/api/v1/niet-aangemeld",
        "/api/v1/mededelingen",
        "/api/v1/rapportages/uniformiteit",
        "/werkvoorraad",
        "/meldingen",
        "/signalen/registreren",
        "/signalen/{id}",
        "/signalen/{id}/logboek",
        "/signalen/{id}/gegevens",
        "/signalen/{id}/weging",
        "/signalen/{id}/weging/controle",
        "/signalen/{id}/stappen/{stap}",
        "/signalen/{id}/gegevens/{gegeven}",
        "/signalen/{id}/tijdlijn",
        "/signalen/{id}/overleg",
        "/signalen/{id}/overleg/toelaten",
        "/signalen/{id}/overleg/verstrekken",
        "/api/v1/aangemeld",
        "/api/v1/signalen/{id}/hier-bekend",
        "/api/v1/signalen/{id}/verbanden",
        "/signalen/{id}/samenhang",
        "/api/v1/lopende-zaken",
        "/api/v1/lopende-zaken/{concept}",
        "/lopende-zaken",
        "/lopende-zaken/invoeren",
        "/lopende-zaken/{concept}",
        "/api/v1/gegevens/{id}/geschiedenis",
        "/api/v1/gegevens/{id}/bijlagen/{bijlage}",
        "/signalen/{id}/gegevens/{gegeven}/geschiedenis",
        "/signalen/{id}/gegevens/{gegeven}/bijlagen/{bijlage}",
        "/signalen/{id}/overleg/verstrekt/{handeling}",
        "/signalen/{id}/overleg/scherm",
        "/overleggen",
        "/overleggen/{bijeenkomst}/voorzitten",
        "/overleggen/{bijeenkomst}/agenda",
        "/api/v1/overleggen",
        "/api/v1/overleggen/{bijeenkomst}/voorzitten",
        "/coordinatie",
        "/api/v1/coordinatie",
        "/api/v1/signalen/{id}/overleg",
        "/api/v1/signalen/{id}/overleg/scherm",
        "/api/v1/signalen/{id}/verstrekkingen/{verstrekking}",
        "/api/v1/signalen/{id}/stukken",
        "/signalen/{id}/stukken",
        "/api/v1/signalen/{id}/plan",
        "/signalen/{id}/plan",
        "/signalen/{id}/overdracht",
        "/api/v1/signalen/{id}/overdracht",
        "/api/v1/vernietigingen",
        "/vernietigingen",
        "/vernietigingen/{nummer}",
        "/signalen/{id}/rechten",
        "/signalen/{id}/rechten/verzoek",
        "/signalen/{id}/rechten/{verzoek}/besluit",
        "/signalen/{id}/rechten/{verzoek}/kopie",
        "/signalen/{id}/rechten/{verzoek}/brief",
        "/signalen/{id}/stukken/{soort}",
        "/api/v1/signalen/{id}/belangen",
        "/signalen/{id}/belangen",
        "/api/v1/signalen/{id}/werkoverdracht",
        "/api/v1/werkoverdracht",
        "/continuiteit/overdracht",
        "/landelijk",
        "/landelijk/register",
        "/landelijk/uitgaven",
        "/spiegel",
        "/spiegel/jaarverslag",
    ];

    /// <summary>Doors that take something in: opened by every actor with an empty and with a full body; nothing of a case may come back.</summary>
    public static readonly string[] Writing =
    [
        "/api/v1/signalen",
        "/api/v1/signalen/{id}/gegevens",
        "/api/v1/signalen/{id}/wegingen",
        "/api/v1/signalen/{id}/stappen",
        "/api/v1/signalen/{id}/afwijkingen",
        "/api/v1/signalen/{id}/toelatingen",
        "/api/v1/signalen/{id}/verstrekkingen",
        "/api/v1/signalen/{id}/toetsingen",
        "/api/v1/signalen/{id}/verzoeken",
        "/api/v1/signalen/{id}/verzoeken/{verzoek}/besluit",
        "/api/v1/gegevens/{id}/noodzaak",
        "/api/v1/gegevens/{id}/afscherming",
        "/api/v1/gegevens/{id}/tweede-blik",
        "/api/v1/meldingen",
        "/api/v1/meldingen/_stand",
        "/api/v1/meldingen/{id}/signaal",
        "/api/v1/meldingen/{id}/niet-aanmelden",
        "/api/v1/signalen/{id}/verbanden",
        "/api/v1/signalen/{id}/verbanden/{nummer}",
        "/api/v1/lopende-zaken",
        "/api/v1/lopende-zaken/_import",
        "/api/v1/registraties/_import",
        "/api/v1/lopende-zaken/{concept}/voorleggen",
        "/api/v1/lopende-zaken/{concept}/bevestigen",
        "/api/v1/lopende-zaken/{concept}/intrekken",
        "/api/v1/lopende-zaken/{concept}/openen",
        "/api/v1/gegevens/{id}/waarde",
        "/api/v1/gegevens/{id}/voorstellen",
        "/api/v1/gegevens/{id}/voorstellen/{voorstel}",
        "/api/v1/gegevens/{id}/toets",
        "/api/v1/gegevens/{id}/terugmeldingen",
        "/api/v1/gegevens/{id}/bijlagen",
        "/api/v1/signalen/{id}/stukken",
        "/api/v1/signalen/{id}/overdracht",
        "/api/v1/signalen/{id}/overdracht/overnemen",
        "/api/v1/signalen/{id}/belangen",
        "/api/v1/signalen/{id}/belangen/{belang}/einde",
        "/api/v1/werkoverdracht",
        "/api/v1/overleggen",
        "/api/v1/overleggen/{bijeenkomst}/vervallen",
        "/api/v1/signalen/{id}/agenda",
        "/api/v1/coordinatie/zetels/{zetel}/beoordeling",
        "/api/v1/coordinatie/zetels/{zetel}/akkoord",
        "/api/v1/coordinatie/zetels/{zetel}/vernietigd",
        "/api/v1/coordinatie/hulpvragen",
        "/api/v1/coordinatie/hulpvragen/{vraag}/opgepakt",
        "/api/v1/coordinatie/voorbeelden",
        "/api/v1/toezicht/logboek/inzagen",
        "/api/v1/toezicht/logboek/oordelen",
    ];

    /// <summary>Doors behind which there is no case, with the reason.</summary>
    public static readonly IReadOnlyDictionary<string, string> WithoutCases = new Dictionary<string, string>
    {
        ["/"] = "only leads on to the worklist",
        ["/access/v1/"] = "answers from the rule data; takes no case and reads none",
        ["/api/v1/continuiteit"] = "people and their functions; no case is read",
        ["/api/v1/afwezigheid"] = "the days on which somebody does not work",
        ["/account"] = "accounts",
        ["/berichten"] = "fixed texts; the table has no case",
        ["/api/v1/berichten"] = "fixed texts; the table has no case",
        ["/continuiteit"] = "people and their functions; the page that lists cases is opened above",
        ["/api/v1/convenanten"] = "covenants and declarations; no case is read",
        ["/csp-rapport"] = "takes what a browser says of the content policy; answers nothing",
        ["/v1/openapi.json"] = "describes the API",
        ["/.well-known/"] = "metadata",
        ["/health/"] = "says up or not",
        ["/inloggen"] = "accounts",
        ["/uitloggen"] = "accounts",
        ["/account/"] = "accounts",
        ["/connect/"] = "accounts",
        ["/oidc/"] = "accounts",
        ["/demo/"] = "accounts",
        ["/fout/"] = "error texts",
        ["/convenanten"] = "shows the rule data",
        ["/datalekken"] = "the register of breaches; the table has no case and no person",
        ["/api/v1/datalekken"] = "the register of breaches; the table has no case and no person",
        ["/delen"] = "asks the rule data in codes; takes no case and reads none",
        ["/api/v1/deelvragen"] = "asks the rule data in codes; takes no case and reads none",
        ["/api/v1/deelbewijzen"] = "keeps and gives answers in codes; the table has no case and no person",
        ["/registraties"] = "asks with a form what the address in the API tells, which is opened above",
        ["/registers"] = "registers of oversight; the table has no case and no person, but for the cases that an auditor drew, which Data.Tests hold",
        ["/api/v1/registers"] = "registers of oversight; the table has no case and no person, but for the cases that an auditor drew, which Data.Tests hold",
        ["/verwerkingsregister"] = "made from the rule data",
        ["/api/v1/verwerkingsregister"] = "made from the rule data",
        ["/kennis"] = "articles; the tables have no case and no person",
        ["/api/v1/kennis"] = "articles; the tables have no case and no person",
        ["/oefening"] = "fictional cases in a schema of their own",
        ["/api/v1/oefeningen"] = "fictional cases in a schema of their own",
        ["/api/v1/oefenzaken"] = "fictional cases in a schema of their own",
        ["/melden"] = "takes reports in; gives a receipt code",
        ["/meldpunt"] = "for anybody: how to report",
        ["/en/meldpunt"] = "for anybody: how to report",
        ["/privacy"] = "for anybody",
        ["/toegankelijkheid"] = "for anybody",
        ["/robots.txt"] = "for search engines",
        ["/sitemap.xml"] = "for search engines",
    };

    /// <summary>Routes of the portal as people would type them, without constraints and optional marks.</summary>
    public static IReadOnlyList<string> RoutesOf(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + Constraint().Replace(e.RoutePattern.RawText ?? "", "{$1}").Trim('/'))
            .Select(r => r.ToLowerInvariant())
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whether a route stands in one of the lists, whatever its parameters are called.</summary>
    public static bool IsListed(string route) =>
        Reading.Concat(Writing).Any(d => Shape(d) == Shape(route)) || WithoutCases.Keys.Any(k => k == "/" ? route == "/" : route == k.TrimEnd('/') || (k.EndsWith('/') && route.StartsWith(k, StringComparison.Ordinal)) || route.StartsWith(k + "/", StringComparison.Ordinal));

    private static string Shape(string route) => Parameter().Replace(route, "{}");

    [GeneratedRegex(@"\{(\w+)[:?=*][^}]*\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
