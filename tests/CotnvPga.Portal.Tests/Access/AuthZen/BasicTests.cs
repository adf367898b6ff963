using System.Net;

namespace CotnvPga.Portal.Tests.Access.AuthZen;

/// <summary>The level Basic: one decision, its errors and its headers.</summary>
public sealed class BasicTests(CertifiedHost certified) : CertificationTest(certified)
{
    [Fact]
    public async Task C_1_4_The_eight_decisions_hold_without_and_with_context()
    {
        (object Subject, object Action, object Resource, bool Allowed)[] rules =
        [
            (Alice, Read, Record1, true),
            (Alice, Write, Record1, true),
            (Bob, Read, Record1, true),
            (Bob, Write, Record1, false),
            (Alice, Write, Archived, false),
            (Admin, Write, Archived, true),
            (Alice, Delete(soft: true), Record1, true),
            (Alice, Delete(soft: false), Record1, false),
        ];
        foreach (var (subject, action, resource, allowed) in rules)
        {
            (await Decision(subject, action, resource)).ShouldBe(allowed);
            var withContext = await Host.Post(Evaluation, new { subject, action, resource, context = SomeContext });
            ((bool)withContext.Is(HttpStatusCode.OK)["decision"]!).ShouldBe(allowed);
        }
    }

    [Fact]
    public async Task C_2_2_1_Alice_may_read_the_first_record() => (await Decision(Alice, Read, Record1)).ShouldBeTrue();

    [Fact]
    public async Task C_2_2_2_Bob_may_not_write_in_the_first_record() => (await Decision(Bob, Write, Record1)).ShouldBeFalse();

    [Fact]
    public async Task C_2_2_3_A_context_changes_nothing() =>
        ((bool)(await Host.Post(Evaluation, new { subject = Alice, action = Read, resource = Record1, context = SomeContext }))["decision"]!).ShouldBeTrue();

    [Fact]
    public async Task C_2_2_4_The_archive_closes_by_a_property_of_the_resource() => (await Decision(Alice, Write, Archived)).ShouldBeFalse();

    [Fact]
    public async Task C_2_2_5_The_archive_opens_by_a_property_of_the_subject() => (await Decision(Admin, Write, Archived)).ShouldBeTrue();

    [Fact]
    public async Task C_2_2_6_Deleting_is_allowed_when_it_is_soft() => (await Decision(Alice, Delete(soft: true), Record1)).ShouldBeTrue();

    [Fact]
    public async Task C_2_2_7_Deleting_is_denied_when_it_is_not() => (await Decision(Alice, Delete(soft: false), Record1)).ShouldBeFalse();

    [Fact]
    public async Task C_2_2_8_More_properties_than_the_policy_knows_are_no_error() =>
        (await Decision(
            User("alice", new { department = "Sales", role = "manager" }),
            new { name = "read", properties = new { method = "GET" } },
            Record("record-1", new { status = "active", owner = "bob" }))).ShouldBeTrue();

    [Fact]
    public async Task C_2_2_9_Members_that_nobody_knows_are_no_error()
    {
        var answer = await Host.Post(Evaluation, new { subject = Alice, action = Read, resource = Record1, foo = "bar", futureField = new { nested = true } });

        ((bool)answer.Is(HttpStatusCode.OK)["decision"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task C_2_3_An_answer_has_a_decision_and_an_object_as_context()
    {
        var answer = (await Host.Post(Evaluation, new { subject = Bob, action = Write, resource = Record1 })).Is(HttpStatusCode.OK);

        answer.Headers["Content-Type"].ShouldBe("application/json");
        answer["decision"]!.GetValueKind().ShouldBe(System.Text.Json.JsonValueKind.False);
        answer["context"]!.AsObject().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""{"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "subject.type")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"resource":{"type":"record","id":"record-1"}}""", "action.name")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":"read"}}""", "resource.type")]
    public Task C_2_4_1_An_entity_that_is_missing_is_a_bad_request(string body, string field) => IsRefused(body, field);

    [Theory]
    [InlineData("""{"subject":{"id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "subject.type")]
    [InlineData("""{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "subject.id")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{},"resource":{"type":"record","id":"record-1"}}""", "action.name")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"id":"record-1"}}""", "resource.type")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record"}}""", "resource.id")]
    public Task C_2_4_2_A_member_of_an_entity_that_is_missing_is_a_bad_request(string body, string field) => IsRefused(body, field);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/ld+json")]
    [InlineData(null)]
    public async Task C_2_4_3_Another_content_type_is_a_bad_request(string? contentType)
    {
        var body = """{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}"""u8.ToArray();
        foreach (var path in new[] { Evaluation, Evaluations, SubjectSearch, ResourceSearch, ActionSearch })
            (await Host.PostRaw(path, body, contentType)).WrongFields.ShouldBe(["Content-Type"]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}""")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},}""")]
    [InlineData("alice mag lezen")]
    public Task C_2_4_4_What_is_no_JSON_is_a_bad_request(string body) => IsRefused(body, "$");

    [Fact]
    public Task C_2_4_5_Nothing_at_all_is_a_bad_request() => IsRefused("", "$");

    [Theory]
    [InlineData("""{"subject":"alice","action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "subject")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":123},"resource":{"type":"record","id":"record-1"}}""", "action.name")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":"delete","properties":{"soft":"true"}},"resource":{"type":"record","id":"record-1"}}""", "action.properties.soft")]
    [InlineData("""{"subject":{"type":"user","id":"alice","properties":"admin"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "subject.properties")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1","properties":[]}}""", "resource.properties")]
    [InlineData("""{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"},"context":"nu"}""", "context")]
    public Task C_2_4_6_A_member_of_another_type_is_a_bad_request(string body, string field) => IsRefused(body, field);

    [Theory]
    [InlineData("bfe9eb29-ab87-4ca3-be83-a1d5d8305716")]
    [InlineData("een woord of meer; met \"tekens\", en = {alles}")]
    [InlineData("geëchood ✓")]
    public async Task C_2_5_1_The_id_of_a_request_comes_back_as_it_was(string id)
    {
        var request = new { subject = Alice, action = Read, resource = Record1 };
        foreach (var path in new[] { Evaluation, Evaluations, SubjectSearch, ResourceSearch, ActionSearch })
            (await Host.Post(path, request, ("X-Request-ID", id))).Headers["X-Request-ID"].ShouldBe(id);
        (await Host.Post(Evaluation, "{", ("X-Request-ID", id))).Headers["X-Request-ID"].ShouldBe(id);
        (await Host.Post(Evaluation, request, ("X-Request-ID", new string('x', 2000)))).Headers["X-Request-ID"].ShouldBe(new string('x', 2000));
    }

    [Fact]
    public async Task C_2_5_2_A_request_without_id_gets_one()
    {
        var answer = await Host.Post(Evaluation, new { subject = Alice, action = Read, resource = Record1 });

        Guid.TryParse(answer.Is(HttpStatusCode.OK).Headers["X-Request-ID"], out _).ShouldBeTrue();
    }

    [Fact]
    public async Task C_2_6_The_same_question_gets_the_same_answer()
    {
        var request = new { subject = Bob, action = Write, resource = Record1 };
        var first = await Host.Post(Evaluation, request);
        for (var i = 0; i < 5; i++)
            (await Host.Post(Evaluation, request)).Is(HttpStatusCode.OK).Text.ShouldBe(first.Text);
    }

    [Fact]
    public async Task C_5_An_answer_is_JSON_and_says_so()
    {
        foreach (var path in new[] { Evaluation, Evaluations, SubjectSearch, ResourceSearch, ActionSearch })
        {
            var answer = await Host.Post(path, new { subject = Alice, action = Read, resource = Record1, onbekend = 1 });
            answer.Is(HttpStatusCode.OK).Headers["Content-Type"].ShouldBe("application/json");
        }
    }

    private static object Delete(bool soft) => new { name = "delete", properties = new { soft } };

    private async Task IsRefused(string body, string field)
    {
        var answer = await Host.Post(Evaluation, body);

        answer.WrongFields.ShouldBe([field]);
        answer.Headers["Content-Type"].ShouldBe("application/problem+json");
        (await Host.Post(Evaluations, body)).Is(HttpStatusCode.BadRequest);
    }
}
