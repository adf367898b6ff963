using System.Net;

namespace CotnvPga.Portal.Tests.Access.AuthZen;

/// <summary>What the scenario leaves open and the specification does not: semantics, names that come twice, members of the wrong type.</summary>
public sealed class StrictnessTests(CertifiedHost certified) : CertificationTest(certified)
{
    [Theory]
    [InlineData("execute_all", 4)]
    [InlineData("deny_on_first_deny", 2)]
    [InlineData("permit_on_first_permit", 1)]
    public async Task A_batch_stops_where_its_semantics_say(string semantics, int answered)
    {
        string[] names = ["read", "write", "read", "write"];
        var answers = await Decisions(new
        {
            subject = Bob,
            resource = Record1,
            options = new { evaluations_semantic = semantics, another_option = "value" },
            evaluations = names.Select(name => new { action = new { name } }),
        });

        answers.ShouldBe(names.Take(answered).Select(n => n == "read"));
    }

    [Fact]
    public async Task A_question_that_fails_stops_a_batch_that_stops_at_a_denial_and_no_other()
    {
        foreach (var (semantics, answered) in new[] { ("deny_on_first_deny", 1), ("permit_on_first_permit", 2), ("execute_all", 3) })
        {
            var answers = await Decisions(new
            {
                subject = Alice,
                action = Read,
                options = new { evaluations_semantic = semantics },
                evaluations = new object[] { new { }, new { resource = Record1 }, new { resource = Record1 } },
            });
            answers.ShouldBe(new[] { false, true, true }.Take(answered));
        }
    }

    [Theory]
    [InlineData("""{"evaluations":[{}],"options":{"evaluations_semantic":"allow_all"}}""", "options.evaluations_semantic")]
    [InlineData("""{"evaluations":[{}],"options":{"evaluations_semantic":1}}""", "options.evaluations_semantic")]
    [InlineData("""{"evaluations":[{}],"options":{"evaluations_semantic":"\ud800"}}""", "options.evaluations_semantic")]
    [InlineData("""{"evaluations":[{}],"options":[]}""", "options")]
    [InlineData("""{"evaluations":{}}""", "evaluations")]
    [InlineData("""{"evaluations":null}""", "evaluations")]
    [InlineData("""{"subject":"alice","evaluations":[{}]}""", "subject")]
    [InlineData("""{"context":[],"evaluations":[{}]}""", "context")]
    [InlineData("""{"evaluations":[{}],"evaluations":[]}""", "evaluations")]
    [InlineData("""{"subject":{"type":"user","type":"user"},"evaluations":[{}]}""", "subject.type")]
    [InlineData("""{"evaluations":[{}],"options":{"a":{"b":1,"\u0062":2}}}""", "options.a.b")]
    public async Task What_is_wrong_with_a_whole_batch_refuses_it(string body, string field) =>
        (await Host.Post(Evaluations, body)).WrongFields.ShouldBe([field]);

    [Fact]
    public async Task What_is_wrong_with_one_question_refuses_that_one()
    {
        var answer = await Host.Post(Evaluations, """
            {"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"},
             "evaluations":[{},{"subject":{"type":"user","id":"bob","id":"bob"}},{"action":{"name":"read\ud800"}},7,null,{"context":null},{"resource":null},{}]}
            """);

        answer.Is(HttpStatusCode.OK)["evaluations"]!.AsArray().Select(e => (bool)e!["decision"]!).ShouldBe([true, false, false, false, false, false, false, true]);
        ((string)answer["evaluations"]![1]!["context"]!["error"]!["message"]!).ShouldStartWith("subject.id:");
    }

    [Theory]
    [InlineData(SubjectSearch)]
    [InlineData(ResourceSearch)]
    [InlineData(ActionSearch)]
    public async Task A_search_refuses_what_an_evaluation_refuses(string search)
    {
        const string entities = """ "subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"} """;
        foreach (var (body, field) in new[]
        {
            ("", "$"),
            ("{", "$"),
            ("[]", "$"),
            ("{" + entities + ",\"context\":5}", "context"),
            ("{" + entities + ",\"x\":{\"y\":1,\"y\":2}}", "x.y"),
            ("{" + entities + ",\"context\":{\"x\":\"\\ud800\"}}", "$"),
            ("{" + entities.Replace("\"alice\"", "\"alice\",\"properties\":{\"role\":\"koning\"}", StringComparison.Ordinal) + "}", "subject.properties.role"),
        })
        {
            (await Host.Post(search, body)).WrongFields.ShouldBe([field], body);
        }
    }

    [Fact]
    public async Task A_property_that_the_question_gives_comes_back_with_what_was_found()
    {
        var answer = await Host.Post(SubjectSearch, new { subject = new { type = "user", properties = new { role = "admin" } }, action = Write, resource = Archived });

        Results(answer.Is(HttpStatusCode.OK)).ToJsonString().ShouldBe(
            """[{"type":"user","id":"alice","properties":{"role":"admin"}},{"type":"user","id":"bob","properties":{"role":"admin"}}]""");
    }

    [Fact]
    public async Task Another_method_and_a_slash_at_the_end_are_no_addresses()
    {
        (await Host.Get(SubjectSearch)).Is(HttpStatusCode.MethodNotAllowed);
        (await Host.Post(SubjectSearch + "/", new { subject = new { type = "user" }, action = Read, resource = Record1 })).Is(HttpStatusCode.NotFound);
    }
}
