using System.Net;
using System.Text.Json.Nodes;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>The access API: the engine over HTTP, in the form of AuthZEN.</summary>
public sealed class AccessTests(ApiPortal portal) : ApiTest(portal)
{
    private const string Evaluation = "/access/v1/evaluation";
    private const string Evaluations = "/access/v1/evaluations";

    private static readonly string[] Searches = ["/access/v1/search/subject", "/access/v1/search/resource", "/access/v1/search/action"];

    private ApiPerson Asker => new(Fixture, "nctv.adviseur", "access.evaluate");

    [Fact]
    public async Task A_question_gets_the_engines_answer()
    {
        var answer = (await Asker.Post(Evaluation, Question("signaal", "religie", "noodzakelijk"))).Is(HttpStatusCode.OK);

        answer["decision"]!.GetValue<bool>().ShouldBeFalse();
        answer["context"]!["uitkomst"]!.GetValue<string>().ShouldBe("voorwaardelijk");
        answer["context"]!["ontbreekt"]!.ToJsonString().ShouldBe("""[["noodzakelijk_bijzonder"]]""");
        answer["context"]!["grondslagen"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task It_takes_a_token_with_the_scope()
    {
        (await Nobody.Post(Evaluation, Question("signaal"))).Is(HttpStatusCode.Unauthorized).Headers["WWW-Authenticate"].ShouldBe("Bearer");
        (await Burgemeester.Post(Evaluation, Question("signaal"))).Is(HttpStatusCode.Forbidden);
        (await Burgemeester.Post(Evaluations, Question("signaal"))).Is(HttpStatusCode.Forbidden);
        foreach (var search in Searches)
        {
            (await Nobody.Post(search, Question("signaal"))).Is(HttpStatusCode.Unauthorized).Headers["WWW-Authenticate"].ShouldStartWith("Bearer");
            (await Burgemeester.Post(search, Question("signaal"))).Is(HttpStatusCode.Forbidden);
        }
        (await Asker.Get("signalen")).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_question_that_cannot_be_understood_names_the_field_and_the_codes()
    {
        var answer = await Asker.Post(Evaluation, Question("sinjaal"));

        answer.WrongFields.ShouldBe(["resource.properties.categorie"]);
        answer["fouten"]![0]!["melding"]!.GetValue<string>().ShouldContain("signaal");
        answer.Headers["Content-Type"].ShouldBe("application/problem+json");
        foreach (var body in new[] { "", "{", "[]", "null", "{\"subject\":{\"type\":\"partij\"},\"subject\":{}}" })
            (await Asker.Post(Evaluation, body)).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task In_a_batch_what_stands_on_top_counts_for_all()
    {
        var batch = Question("signaal", "geen", "noodzakelijk");
        batch["evaluations"] = new JsonArray(
            new JsonObject(),
            new JsonObject { ["subject"] = new JsonObject { ["type"] = "partij", ["id"] = "rvdk" } },
            new JsonObject { ["resource"] = new JsonObject { ["type"] = "gegeven", ["id"] = "g", ["properties"] = new JsonObject { ["categorie"] = "onzin", ["verstrekker"] = "college", ["fase"] = "weging" } } },
            5);

        var answers = (await Asker.Post(Evaluations, batch)).Is(HttpStatusCode.OK)["evaluations"]!.AsArray();

        answers.Select(a => (bool)a!["decision"]!).ShouldBe([true, false, false, false]);
        answers[2]!["context"]!["error"]!["status"]!.GetValue<int>().ShouldBe(400);
        answers[2]!["context"]!["error"]!["message"]!.GetValue<string>().ShouldStartWith("resource.properties.categorie:");
        answers[3]!["context"]!["error"].ShouldNotBeNull();
    }

    [Theory]
    [InlineData(null, 3)]
    [InlineData("execute_all", 3)]
    [InlineData("deny_on_first_deny", 2)]
    [InlineData("permit_on_first_permit", 1)]
    public async Task A_batch_stops_where_its_semantics_say(string? semantics, int answered)
    {
        var batch = Question("signaal", "geen", "noodzakelijk");
        batch["evaluations"] = new JsonArray(new JsonObject(), new JsonObject { ["subject"] = new JsonObject { ["type"] = "partij", ["id"] = "beheer" } }, new JsonObject());
        if (semantics is not null)
            batch["options"] = new JsonObject { ["evaluations_semantic"] = semantics };

        (await Asker.Post(Evaluations, batch)).Is(HttpStatusCode.OK)["evaluations"]!.AsArray().Count.ShouldBe(answered);
    }

    [Fact]
    public async Task A_batch_that_is_none_is_one_question_and_a_wrong_one_is_refused()
    {
        (await Asker.Post(Evaluations, Question("signaal"))).Is(HttpStatusCode.OK)["decision"].ShouldNotBeNull();
        (await Asker.Post(Evaluations, "{\"evaluations\":{}}")).WrongFields.ShouldBe(["evaluations"]);
        (await Asker.Post(Evaluations, "{\"evaluations\":[{}],\"options\":{\"evaluations_semantic\":\"x\"}}")).WrongFields.ShouldBe(["options.evaluations_semantic"]);
        (await Asker.Post(Evaluations, "{\"evaluations\":[{}],\"evaluations\":[]}")).WrongFields.ShouldBe(["evaluations"]);
    }

    [Fact]
    public async Task The_metadata_name_the_addresses()
    {
        var metadata = (await Nobody.Get("/.well-known/authzen-configuration")).Is(HttpStatusCode.OK);

        metadata["policy_decision_point"]!.GetValue<string>().ShouldBe("http://localhost");
        metadata["access_evaluation_endpoint"]!.GetValue<string>().ShouldBe("http://localhost/access/v1/evaluation");
        metadata["access_evaluations_endpoint"]!.GetValue<string>().ShouldBe("http://localhost/access/v1/evaluations");
    }

    [Fact]
    public async Task A_search_finds_who_what_and_how()
    {
        var question = Question("signaal", "geen", "noodzakelijk");

        (await Asker.Post(Searches[0], question)).Is(HttpStatusCode.OK)["results"]!.AsArray().Select(r => (string)r!["id"]!).ShouldBe(["burgemeester", "college", "politie", "om"]);
        (await Asker.Post(Searches[1], question)).Is(HttpStatusCode.OK)["results"]![0]!["id"]!.GetValue<string>().ShouldBe("signaal/geen/college");
        (await Asker.Post(Searches[2], question)).Is(HttpStatusCode.OK)["results"]!.AsArray().Select(r => (string)r!["name"]!).ShouldContain("raadplegen");
        (await Asker.Post(Searches[0], "{}")).WrongFields.ShouldBe(["subject.type"]);
    }

    [Fact]
    public async Task Something_else_than_JSON_is_a_bad_request() =>
        (await Asker.PostRaw(Evaluation, "{}"u8.ToArray(), "text/plain")).WrongFields.ShouldBe(["Content-Type"]);

    private static JsonObject Question(string category, string nature = "geen", params string[] circumstances) => new()
    {
        ["subject"] = new JsonObject { ["type"] = "partij", ["id"] = "politie" },
        ["action"] = new JsonObject { ["name"] = "raadplegen" },
        ["resource"] = new JsonObject
        {
            ["type"] = "gegeven",
            ["id"] = "g-1",
            ["properties"] = new JsonObject { ["categorie"] = category, ["bijzonder"] = nature, ["verstrekker"] = "college", ["fase"] = "weging" },
        },
        ["context"] = new JsonObject
        {
            ["doel"] = "persoonsgericht",
            ["peildatum"] = "2026-11-01",
            ["omstandigheden"] = new JsonArray([.. circumstances.Append("geautoriseerd").Select(c => JsonValue.Create(c))]),
            ["lagen"] = new JsonArray("wet"),
        },
    };
}
