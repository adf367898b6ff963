using System.Net;

namespace CotnvPga.Portal.Tests.Access.AuthZen;

/// <summary>The level Search: who, what and how, page by page.</summary>
public sealed class SearchTests(CertifiedHost certified) : CertificationTest(certified)
{
    private static readonly object AnyUser = new { type = "user" };
    private static readonly object AnyRecord = new { type = "record" };

    [Fact]
    public async Task C_4_2_1_Who_may_read_a_record()
    {
        var answer = (await Host.Post(SubjectSearch, new { subject = AnyUser, action = Read, resource = Record1 })).Is(HttpStatusCode.OK);

        Results(answer).ToJsonString().ShouldBe("""[{"type":"user","id":"alice"},{"type":"user","id":"bob"}]""");
    }

    [Fact]
    public async Task C_4_2_2_A_context_changes_nothing_in_who() =>
        (await Found(SubjectSearch, new { subject = AnyUser, action = Read, resource = Record1, context = SomeContext })).ShouldBe(["alice", "bob"]);

    [Fact]
    public async Task C_4_2_3_An_id_that_is_sent_along_changes_nothing_in_who()
    {
        (await Found(SubjectSearch, new { subject = Alice, action = Read, resource = Record1 })).ShouldBe(["alice", "bob"]);
        (await Found(SubjectSearch, new { subject = new { type = "user", id = 7 }, action = Read, resource = Record1 })).ShouldBe(["alice", "bob"]);
    }

    [Fact]
    public async Task C_4_2_4_Who_may_write_in_the_archive() =>
        (await Found(SubjectSearch, new { subject = AnyUser, action = Write, resource = Archived })).ShouldBe(["bob"]);

    [Fact]
    public async Task C_4_3_1_Which_records_somebody_may_read()
    {
        var answer = (await Host.Post(ResourceSearch, new { subject = Alice, action = Read, resource = AnyRecord })).Is(HttpStatusCode.OK);

        Results(answer).ToJsonString().ShouldBe("""[{"type":"record","id":"record-1"},{"type":"record","id":"record-2"}]""");
    }

    [Fact]
    public async Task C_4_3_2_A_context_changes_nothing_in_what() =>
        (await Found(ResourceSearch, new { subject = Alice, action = Read, resource = AnyRecord, context = SomeContext })).ShouldBe(["record-1", "record-2"]);

    [Fact]
    public async Task C_4_3_3_An_id_that_is_sent_along_changes_nothing_in_what() =>
        (await Found(ResourceSearch, new { subject = Alice, action = Read, resource = Record1 })).ShouldBe(["record-1", "record-2"]);

    [Fact]
    public async Task C_4_3_4_In_which_records_an_admin_may_write() =>
        (await Found(ResourceSearch, new { subject = Admin, action = Write, resource = AnyRecord })).ShouldBe(["record-2"]);

    [Fact]
    public async Task C_4_4_1_What_somebody_may_do_with_a_record()
    {
        var answer = (await Host.Post(ActionSearch, new { subject = Alice, resource = Record1 })).Is(HttpStatusCode.OK);

        Results(answer).ToJsonString().ShouldBe("""[{"name":"read"},{"name":"write"}]""");
    }

    [Fact]
    public async Task C_4_4_2_A_context_changes_nothing_in_how() =>
        (await Found(ActionSearch, new { subject = Alice, resource = Record1, context = SomeContext })).ShouldBe(["read", "write"]);

    [Fact]
    public async Task C_4_4_3_What_an_admin_may_do_in_the_archive() =>
        (await Found(ActionSearch, new { subject = Admin, resource = Archived })).ShouldBe(["read", "write"]);

    [Fact]
    public async Task C_4_5_1_A_page_is_no_longer_than_was_asked()
    {
        var answer = (await Host.Post(SubjectSearch, new { subject = AnyUser, action = Read, resource = Record1, page = new { limit = 1 } })).Is(HttpStatusCode.OK);

        Results(answer).ToJsonString().ShouldBe("""[{"type":"user","id":"alice"}]""");
        ((string)answer["page"]!["next_token"]!).ShouldNotBeEmpty();
        answer.Json.AsObject().First().Key.ShouldBe("page");
    }

    [Fact]
    public async Task C_4_5_2_The_next_page_begins_where_the_first_one_stopped()
    {
        var first = (await Host.Post(SubjectSearch, new { subject = AnyUser, action = Read, resource = Record1, page = new { limit = 1 } })).Is(HttpStatusCode.OK);
        var token = (string)first["page"]!["next_token"]!;

        foreach (var page in new object[] { new { token }, new { token, limit = 1 } })
        {
            var second = (await Host.Post(SubjectSearch, new { subject = AnyUser, action = Read, resource = Record1, page })).Is(HttpStatusCode.OK);
            Results(second).ToJsonString().ShouldBe("""[{"type":"user","id":"bob"}]""");
            ((string)second["page"]!["next_token"]!).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task C_4_5_3_A_page_says_how_many_it_has_and_how_many_there_are()
    {
        var answer = (await Host.Post(ResourceSearch, new { subject = Alice, action = Read, resource = AnyRecord, page = new { limit = 1 } })).Is(HttpStatusCode.OK);

        ((int)answer["page"]!["count"]!).ShouldBe(1);
        ((int)answer["page"]!["total"]!).ShouldBe(2);
    }

    [Fact]
    public async Task C_4_5_4_What_fits_on_one_page_has_no_next_one()
    {
        foreach (var page in new object[] { new { }, new { limit = 2 }, new { limit = 1_000_000, properties = new { sort = "id" } } })
        {
            var answer = await Host.Post(SubjectSearch, new { subject = AnyUser, action = Read, resource = Record1, page });
            ((string)answer.Is(HttpStatusCode.OK)["page"]!["next_token"]!).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(ActionSearch, """{"subject":{"type":"user","id":"nobody"},"resource":{"type":"record","id":"record-1"}}""")]
    [InlineData(ActionSearch, """{"subject":{"type":"user","id":"alice"},"resource":{"type":"record","id":"record-9"}}""")]
    [InlineData(SubjectSearch, """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record","id":"record-9"}}""")]
    [InlineData(SubjectSearch, """{"subject":{"type":"user"},"action":{"name":"burn"},"resource":{"type":"record","id":"record-1"}}""")]
    [InlineData(ResourceSearch, """{"subject":{"type":"user","id":"nobody"},"action":{"name":"read"},"resource":{"type":"record"}}""")]
    public Task C_4_6_1_An_id_that_does_not_exist_finds_nothing(string search, string body) => FindsNothing(search, body);

    [Theory]
    [InlineData(SubjectSearch, """{"subject":{"type":"spaceship"},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""")]
    [InlineData(SubjectSearch, """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"planet","id":"record-1"}}""")]
    [InlineData(ResourceSearch, """{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"type":"planet"}}""")]
    [InlineData(ActionSearch, """{"subject":{"type":"spaceship","id":"alice"},"resource":{"type":"record","id":"record-1"}}""")]
    public Task C_4_6_2_A_type_that_does_not_exist_finds_nothing(string search, string body) => FindsNothing(search, body);

    [Theory]
    [InlineData(SubjectSearch, """{"subject":{"type":"user"},"resource":{"type":"record","id":"record-1"}}""", "action.name")]
    [InlineData(ResourceSearch, """{"action":{"name":"read"},"resource":{"type":"record"}}""", "subject.type")]
    [InlineData(ActionSearch, """{"subject":{"type":"user","id":"alice"}}""", "resource.type")]
    public Task C_4_7_1_An_entity_that_is_missing_is_a_bad_request(string search, string body, string field) => IsRefused(search, body, field);

    [Theory]
    [InlineData(SubjectSearch, """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record"}}""", "resource.id")]
    [InlineData(ResourceSearch, """{"subject":{"type":"user"},"action":{"name":"read"},"resource":{"type":"record"}}""", "subject.id")]
    [InlineData(ActionSearch, """{"subject":{"type":"user"},"resource":{"type":"record","id":"record-1"}}""", "subject.id")]
    [InlineData(SubjectSearch, """{"subject":{},"action":{"name":"read"},"resource":{"type":"record","id":"record-1"}}""", "subject.type")]
    [InlineData(ResourceSearch, """{"subject":{"type":"user","id":"alice"},"action":{"name":"read"},"resource":{"id":"record-1"}}""", "resource.type")]
    public Task C_4_7_2_A_member_of_an_entity_that_is_missing_is_a_bad_request(string search, string body, string field) => IsRefused(search, body, field);

    [Fact]
    public async Task What_was_found_is_allowed_and_what_was_not_found_is_not()
    {
        foreach (var subject in new[] { Alice, Bob, Admin })
        {
            foreach (var name in new[] { "read", "write", "delete" })
            {
                var results = Results(await Host.Post(ResourceSearch, new { subject, action = new { name }, resource = AnyRecord }));
                foreach (var id in new[] { "record-1", "record-2" })
                    (await Decision(subject, new { name }, Record(id))).ShouldBe(results.Any(r => (string)r!["id"]! == id));
            }
        }
    }

    private async Task FindsNothing(string search, string body) =>
        Results((await Host.Post(search, body)).Is(HttpStatusCode.OK)).ShouldBeEmpty();

    private async Task IsRefused(string search, string body, string field) => (await Host.Post(search, body)).WrongFields.ShouldBe([field]);
}
