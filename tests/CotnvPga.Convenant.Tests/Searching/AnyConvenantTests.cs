using System.Text.Json.Nodes;
using CotnvPga.Convenant.Searching;
using CotnvPga.Convenant.Tests.Small;
using CsCheck;
using static CotnvPga.Convenant.Tests.Searching.SearchCase;

namespace CotnvPga.Convenant.Tests.Searching;

/// <summary>Whatever the rules are: what is found is allowed, and what is not found is not.</summary>
public sealed class AnyConvenantTests
{
    private static readonly string[] Who = ["a", "b", "c"];

    [Fact]
    public void A_search_finds_what_evaluations_allow_and_nothing_else() =>
        Gen.Select(RandomRules.High, RandomRules.Low).Sample((high, low) =>
        {
            var search = new SearchCase(SmallConvenant.Load(string.Concat(high), string.Concat(low)).Convenant!);
            foreach (var phase in new[] { "vroeg", "laat" })
            {
                foreach (var item in Items(phase))
                {
                    var request = Request(Json(new { type = "partij" }), item);
                    AreThose(search, SearchKind.Subject, request, Who.Select(id => Json(new { type = "partij", id })));
                }
                foreach (var who in Who)
                {
                    var request = Request(Json(new { type = "partij", id = who }), Json(new { type = "ding", properties = new { fase = phase } }));
                    AreThose(search, SearchKind.Resource, request, Items(phase));
                }
            }
        }, iter: 100);

    [Fact]
    public void Where_no_rule_can_speak_of_actions_no_action_is_found()
    {
        var search = new SearchCase(SmallConvenant.Load("- {id: mag, soort: toestaan, waar: {wie: a}, grondslag: w:1, zekerheid: afgeleid, toelichting: Mag.}\n").Convenant!);

        search.Found(SearchKind.Action, Request(Json(new { type = "partij", id = "a" }), Items("vroeg").First())).Total.ShouldBe(0);
    }

    private static void AreThose(SearchCase search, SearchKind kind, JsonObject request, IEnumerable<JsonObject> candidates)
    {
        var allowed = candidates.Where(candidate => search.Allows(kind, request, candidate)).Select(NameOf);
        search.Found(kind, request).Results.Select(NameOf).ShouldBe(allowed);
    }

    private static string NameOf(JsonObject entity) => $"{entity["id"]} {entity["properties"]?.ToJsonString()}";

    private static JsonObject Request(JsonObject subject, JsonObject resource) => new()
    {
        ["subject"] = subject,
        ["action"] = Json(new { name = "doen" }),
        ["resource"] = resource,
        ["context"] = Json(new { dag = "2024-01-01", omstandigheden = new[] { "p", "r" } }),
    };

    private static IEnumerable<JsonObject> Items(string phase) =>
        from wat in new[] { "x", "y", "z" }
        from bron in Who
        select Json(new { type = "ding", id = $"{wat}/{bron}", properties = new { fase = phase, wat, bron } });
}
