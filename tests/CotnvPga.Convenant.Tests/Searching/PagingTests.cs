using System.Text.Json.Nodes;
using CotnvPga.Convenant.Searching;
using CotnvPga.Convenant.Tests.Small;
using static CotnvPga.Convenant.Tests.Searching.SearchCase;

namespace CotnvPga.Convenant.Tests.Searching;

/// <summary>A search page by page: everything once, in the same order, and only for who repeats the question.</summary>
public sealed class PagingTests
{
    private static readonly string[] All = ["geautoriseerd", "noodzakelijk", "noodzakelijk_bijzonder"];

    private readonly SearchCase _law = new(TheConvenant.Loaded);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public void The_pages_together_are_the_whole(int limit)
    {
        var whole = Texts(_law.Found(SearchKind.Resource, Kinds()));
        var pages = new List<string>();
        var token = "";
        do
        {
            var page = _law.Found(SearchKind.Resource, Kinds(token.Length == 0 ? Json(new { limit }) : Json(new { token })));
            page.Total.ShouldBe(whole.Count);
            page.Results.Count.ShouldBe(Math.Min(limit, whole.Count - pages.Count));
            pages.AddRange(Texts(page));
            token = page.NextToken;
        }
        while (token.Length > 0);
        pages.ShouldBe(whole);
        whole.Distinct().Count().ShouldBe(whole.Count);
    }

    [Fact]
    public void More_than_fits_in_one_answer_comes_in_pages_unasked()
    {
        var request = InLaw(new { type = "partij", id = "politie" }, "raadplegen", new { type = "gegeven" }, [.. All, "betrokken", "grondslag_wpg", "grondslag_wjsg"]);

        var first = _law.Found(SearchKind.Resource, request);
        first.Total.ShouldBeGreaterThan(ConvenantSearch.MostOnPage);
        first.Results.Count.ShouldBe(ConvenantSearch.MostOnPage);
        request["page"] = Json(new { token = first.NextToken });
        _law.Found(SearchKind.Resource, request).Results[0].ToJsonString().ShouldNotBe(first.Results[0].ToJsonString());
    }

    [Fact]
    public void Who_asks_for_nothing_learns_how_much_there_is()
    {
        var page = _law.Found(SearchKind.Resource, Kinds(Json(new { limit = 0 })));

        page.Results.ShouldBeEmpty();
        page.Total.ShouldBeGreaterThan(0);
        page.NextToken.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""{"limit":-1}""", "page.limit")]
    [InlineData("""{"limit":1.5}""", "page.limit")]
    [InlineData("""{"limit":"1"}""", "page.limit")]
    [InlineData("""{"limit":null}""", "page.limit")]
    [InlineData("""{"token":7}""", "page.token")]
    [InlineData("""{"token":""}""", "page.token")]
    [InlineData("""{"token":"AAAA"}""", "page.token")]
    [InlineData("""{"properties":[]}""", "page.properties")]
    [InlineData("[]", "page")]
    [InlineData("\"1\"", "page")]
    [InlineData("null", "page")]
    public void A_page_that_cannot_be_understood_names_the_member(string page, string field)
    {
        var request = Kinds();
        request["page"] = JsonNode.Parse(page);

        _law.Find(SearchKind.Resource, request).Error!.Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("2.0")]
    [InlineData("2e0")]
    public void A_whole_number_is_one_however_it_is_written(string limit) =>
        _law.Found(SearchKind.Resource, Kinds(JsonNode.Parse($$"""{"limit":{{limit}}}""")!.AsObject())).Results.Count.ShouldBe(2);

    [Theory]
    [InlineData("subject.id", "om")]
    [InlineData("action.name", "ontvangen")]
    [InlineData("resource.properties.fase", "verzameling")]
    [InlineData("resource.id", "g-1")]
    [InlineData("context.peildatum", "2026-11-02")]
    [InlineData("context.iets", "anders")]
    [InlineData("page.properties.volgorde", "om")]
    public void A_next_page_of_another_question_is_refused(string path, string value)
    {
        var request = Kinds(Json(new { token = _law.Found(SearchKind.Resource, Kinds(Json(new { limit = 3 }))).NextToken }));
        _law.Found(SearchKind.Resource, request).Results.Count.ShouldBe(3);

        request.Set(path, JsonValue.Create(value));

        _law.Find(SearchKind.Resource, request).Error!.Field.ShouldBe("page.token");
    }

    [Fact]
    public void A_next_page_of_another_size_is_refused()
    {
        var token = _law.Found(SearchKind.Resource, Kinds(Json(new { limit = 3 }))).NextToken;

        _law.Found(SearchKind.Resource, Kinds(Json(new { token, limit = 3 }))).Results.Count.ShouldBe(3);
        _law.Find(SearchKind.Resource, Kinds(Json(new { token, limit = 4 }))).Error!.Field.ShouldBe("page.limit");
    }

    [Fact]
    public void The_order_of_members_and_members_that_nobody_knows_are_no_change()
    {
        var token = _law.Found(SearchKind.Resource, Kinds(Json(new { limit = 3 }))).NextToken;
        var request = Kinds(Json(new { token }));
        var other = new JsonObject { ["nieuw"] = 1 };
        foreach (var (name, value) in request.Reverse())
            other[name] = value!.DeepClone();

        Texts(_law.Found(SearchKind.Resource, other)).ShouldBe(Texts(_law.Found(SearchKind.Resource, request)));
    }

    [Fact]
    public void A_token_that_was_changed_in_any_place_is_refused()
    {
        var token = _law.Found(SearchKind.Resource, Kinds(Json(new { limit = 3 }))).NextToken;
        for (var i = 0; i < token.Length; i++)
        {
            var changed = $"{token[..i]}{(token[i] == 'B' ? 'C' : 'B')}{token[(i + 1)..]}";
            _law.Find(SearchKind.Resource, Kinds(Json(new { token = changed }))).Error!.Field.ShouldBe("page.token");
        }
        foreach (var changed in new[] { token + "A", token[1..], token + "=", " " + token, token[..^1] + "\n" })
            _law.Find(SearchKind.Resource, Kinds(Json(new { token = changed }))).Error!.Field.ShouldBe("page.token");
    }

    [Fact]
    public void A_token_of_another_search_or_another_convenant_is_refused()
    {
        var before = new SearchCase(SmallConvenant.Load(Allow("a")).Convenant!);
        var after = new SearchCase(SmallConvenant.Load(Allow("b")).Convenant!);
        var request = Small();
        request["page"] = Json(new { limit = 1 });
        var token = before.Found(SearchKind.Resource, request).NextToken;

        request["page"] = Json(new { token });

        before.Found(SearchKind.Resource, request).Results.Count.ShouldBe(1);
        after.Find(SearchKind.Resource, request).Error!.Field.ShouldBe("page.token");
        request["resource"]!["id"] = "1";
        before.Find(SearchKind.Subject, request).Error!.Field.ShouldBe("page.token");
    }

    private static string Allow(string who) =>
        $"- {{id: mag, soort: toestaan, waar: {{wie: [{who}, c]}}, grondslag: w:1, zekerheid: afgeleid, toelichting: Mag.}}\n";

    private static JsonObject Small() => new()
    {
        ["subject"] = Json(new { type = "partij", id = "c" }),
        ["action"] = Json(new { name = "doen" }),
        ["resource"] = Json(new { type = "ding", properties = new { fase = "vroeg" } }),
        ["context"] = Json(new { dag = "2024-01-01" }),
    };

    private static JsonObject Kinds(JsonObject? page = null)
    {
        var request = InLaw(new { type = "partij", id = "politie" }, "raadplegen", new { type = "gegeven", properties = new { fase = "weging" } }, All);
        if (page is not null)
            request["page"] = page;
        return request;
    }

    private static List<string> Texts(SearchAnswer answer) => [.. answer.Results.Select(r => r.ToJsonString())];
}
