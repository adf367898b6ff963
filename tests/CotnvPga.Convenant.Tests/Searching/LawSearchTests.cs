using CotnvPga.Convenant.Searching;
using static CotnvPga.Convenant.Tests.Searching.SearchCase;

namespace CotnvPga.Convenant.Tests.Searching;

/// <summary>Who may, what may be seen, and what may be done, under the law alone.</summary>
public sealed class LawSearchTests
{
    private static readonly string[] Needed = ["geautoriseerd", "noodzakelijk"];
    private static readonly object Partij = new { type = "partij" };
    private static readonly object Politie = new { type = "partij", id = "politie" };

    private readonly SearchCase _law = new(TheConvenant.Loaded);

    [Fact]
    public void In_the_weighing_the_three_parties_see_a_signal_and_so_does_who_supplied_it() =>
        Ids(_law.Found(SearchKind.Subject, InLaw(Partij, "raadplegen", Gegeven("weging", "signaal", "geen", "college"), Needed))).ShouldBe(["burgemeester", "college", "politie", "om"]);

    [Fact]
    public void What_is_conditional_is_not_found()
    {
        var request = InLaw(Partij, "raadplegen", Gegeven("weging", "signaal", "religie", "college"), Needed);
        _law.Found(SearchKind.Subject, request).Total.ShouldBe(0);

        request = InLaw(Partij, "raadplegen", Gegeven("weging", "signaal", "religie", "college"), [.. Needed, "noodzakelijk_bijzonder"]);
        Ids(_law.Found(SearchKind.Subject, request)).ShouldBe(["burgemeester", "college", "politie", "om"]);
    }

    [Fact]
    public void A_kind_of_item_is_found_as_an_evaluation_takes_it()
    {
        var request = InLaw(Politie, "raadplegen", new { type = "gegeven", properties = new { fase = "weging" } }, [.. Needed, "noodzakelijk_bijzonder"]);

        var found = _law.Found(SearchKind.Resource, request);

        found.NextToken.ShouldBeEmpty();
        found.Results.Select(r => r.ToJsonString()).ShouldContain(
            """{"type":"gegeven","id":"signaal/religie/college","properties":{"fase":"weging","categorie":"signaal","bijzonder":"religie","verstrekker":"college"}}""");
        found.Results.ShouldAllBe(r => _law.Allows(SearchKind.Resource, request, r));
    }

    [Fact]
    public void Every_kind_of_item_that_may_be_seen_is_found_and_no_other()
    {
        foreach (var party in TheConvenant.Loaded.CodesOf("partij"))
        {
            var request = InLaw(new { type = "partij", id = party }, "raadplegen", new { type = "gegeven", properties = new { fase = "casusoverleg" } }, [.. Needed, "betrokken", "grondslag_wpg"]);
            var found = Ids(_law.Found(SearchKind.Resource, request)).ToHashSet();
            foreach (var (category, nature, source) in KindsOfItem())
                _law.Allows(SearchKind.Resource, request, Json(Gegeven("casusoverleg", category, nature, source))).ShouldBe(found.Contains($"{category}/{nature}/{source}"));
        }
    }

    [Fact]
    public void What_the_question_says_of_the_item_stays_as_it_is()
    {
        var found = _law.Found(SearchKind.Resource, InLaw(Politie, "raadplegen", new { type = "gegeven", properties = new { fase = "weging", categorie = "signaal", bijzonder = "geen" } }, Needed));

        found.Results.ShouldNotBeEmpty();
        found.Results.ShouldAllBe(r => (string)r["properties"]!["categorie"]! == "signaal" && (string)r["properties"]!["bijzonder"]! == "geen");
    }

    [Fact]
    public void Without_a_phase_every_phase_is_tried()
    {
        var found = _law.Found(SearchKind.Resource, InLaw(Politie, "deelnemen", new { type = "overleg" }, Needed));

        Ids(found).ShouldBe(["weging", "verzameling"]);
        found.Results.ShouldAllBe(r => (string)r["properties"]!["fase"]! == (string)r["id"]!);
    }

    [Fact]
    public void An_action_is_found_only_where_it_goes_with_the_type()
    {
        var request = InLaw(Politie, null, Gegeven("weging", "signaal", "geen", "college"), Needed);
        var found = _law.Found(SearchKind.Action, request).Results.Select(r => (string)r["name"]!).ToList();
        found.ShouldContain("raadplegen");
        found.ShouldBe(new[] { "vastleggen", "raadplegen", "ontvangen" }.Where(name => _law.Allows(SearchKind.Action, request, Json(new { name }))));
        _law.Found(SearchKind.Action, InLaw(Politie, null, new { type = "overleg", id = "o", properties = new { fase = "weging" } }, Needed)).Results.Select(r => r.ToJsonString())
            .ShouldBe(["""{"name":"deelnemen"}"""]);
        _law.Found(SearchKind.Resource, InLaw(Politie, "deelnemen", new { type = "gegeven" }, Needed)).Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("categorie", "sinjaal", "resource.properties.categorie")]
    [InlineData("verstrekker", null, "resource.properties.verstrekker")]
    [InlineData("fase", null, "resource.properties.fase")]
    public void A_question_that_cannot_be_understood_names_the_member_and_the_codes(string name, string? value, string field)
    {
        var request = InLaw(Partij, "raadplegen", Gegeven("weging", "signaal", "geen", "college"), Needed);
        if (value is null)
            request["resource"]!["properties"]!.AsObject().Remove(name);
        else
            request["resource"]!["properties"]![name] = value;

        var error = _law.Find(SearchKind.Subject, request).Error!;

        error.Field.ShouldBe(field);
        error.Message.ShouldContain("Bekend zijn:");
    }

    [Fact]
    public void A_search_needs_its_day_and_its_purpose()
    {
        foreach (var name in new[] { "doel", "peildatum" })
        {
            var request = InLaw(Partij, "raadplegen", Gegeven("weging", "signaal", "geen", "college"), Needed);
            request["context"]!.AsObject().Remove(name);
            _law.Find(SearchKind.Subject, request).Error!.Field.ShouldBe($"context.{name}");
        }
    }

    [Fact]
    public void A_moment_may_stand_for_the_day()
    {
        var request = InLaw(Partij, "raadplegen", Gegeven("weging", "signaal", "geen", "college"), Needed);
        request["context"]!.AsObject().Remove("peildatum");

        request["context"]!["time"] = "2025-06-30T23:30:00+02:00";
        _law.Found(SearchKind.Subject, request).Total.ShouldBe(0);
        request["context"]!["time"] = "2025-06-30T22:30:00Z";
        _law.Found(SearchKind.Subject, request).Total.ShouldBe(4);
    }

    private static object Gegeven(string phase, string category, string nature, string source) =>
        new { type = "gegeven", id = "g-1", properties = new { fase = phase, categorie = category, bijzonder = nature, verstrekker = source } };

    private static IEnumerable<(string, string, string)> KindsOfItem() =>
        from category in TheConvenant.Loaded.CodesOf("categorie")
        from nature in TheConvenant.Loaded.CodesOf("bijzonder")
        from source in TheConvenant.Loaded.CodesOf("verstrekker")
        select (category, nature, source);

    private static IEnumerable<string> Ids(SearchAnswer answer) => answer.Results.Select(r => (string)r["id"]!);
}
