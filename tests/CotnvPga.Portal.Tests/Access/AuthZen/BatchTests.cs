using System.Net;

namespace CotnvPga.Portal.Tests.Access.AuthZen;

/// <summary>The level Batch: several decisions in one request.</summary>
public sealed class BatchTests(CertifiedHost certified) : CertificationTest(certified)
{
    private static readonly object Active = Record("record-1", new { status = "active" });

    [Fact]
    public async Task C_3_2_1_Two_resources_share_subject_and_action() =>
        (await Decisions(new { subject = Alice, action = Read, evaluations = new object[] { new { resource = Record1 }, new { resource = Record("record-2") } } })).Length.ShouldBe(2);

    [Fact]
    public async Task C_3_2_2_Answers_come_in_the_order_of_the_questions() =>
        (await Decisions(new { subject = Bob, resource = Record1, evaluations = new object[] { new { action = Read }, new { action = Write } } })).ShouldBe([true, false]);

    [Fact]
    public async Task C_3_2_3_Each_question_counts_its_own_properties_of_the_resource() =>
        (await Decisions(new { subject = Alice, action = Write, evaluations = new object[] { new { resource = Active }, new { resource = Archived } } })).ShouldBe([true, false]);

    [Fact]
    public async Task C_3_2_4_Each_question_counts_its_own_properties_of_the_subject() =>
        (await Decisions(new { action = Write, resource = Archived, evaluations = new object[] { new { subject = Alice }, new { subject = Admin } } })).ShouldBe([false, true]);

    [Fact]
    public async Task C_3_2_5_Questions_may_share_nothing() =>
        (await Decisions(new
        {
            evaluations = new object[]
            {
                new { subject = Alice, action = Read, resource = Record1 },
                new { subject = Bob, action = Write, resource = Record1 },
            },
        })).ShouldBe([true, false]);

    [Fact]
    public async Task C_3_2_6_A_question_may_have_a_context_of_its_own() =>
        (await Decisions(new
        {
            subject = Alice,
            action = Read,
            context = SomeContext,
            evaluations = new object[] { new { resource = Record1 }, new { resource = Record("record-2"), context = new { time = "2025-06-27T19:00-07:00", source = "batch" } } },
        })).Length.ShouldBe(2);

    [Fact]
    public async Task C_3_2_7_What_a_question_says_itself_replaces_the_whole_of_what_is_shared()
    {
        (await Decisions(new { subject = Alice, action = Write, resource = Active, evaluations = new object[] { new { }, new { resource = Archived } } })).ShouldBe([true, false]);
        // No merging: a resource without an id does not borrow that of the shared one.
        var answer = await Host.Post(Evaluations, new { subject = Alice, action = Write, resource = Active, evaluations = new object[] { new { resource = new { type = "record" } } } });
        ((string)answer.Is(HttpStatusCode.OK)["evaluations"]![0]!["context"]!["error"]!["message"]!).ShouldStartWith("resource.id:");
    }

    [Fact]
    public async Task C_3_3_There_are_as_many_answers_as_questions_and_each_has_a_decision()
    {
        var actions = new[] { "read", "write", "read", "write", "read" };
        var answer = await Host.Post(Evaluations, new { subject = Bob, resource = Record1, evaluations = actions.Select(name => new { action = new { name } }) });

        answer.Is(HttpStatusCode.OK)["decision"].ShouldBeNull();
        answer["evaluations"]!.AsArray().Select(e => (bool)e!["decision"]!).ShouldBe(actions.Select(a => a == "read"));
    }

    [Fact]
    public async Task C_3_4_1_A_question_that_is_not_whole_is_a_no_and_the_others_go_on()
    {
        var answer = await Host.Post(Evaluations, new
        {
            subject = Alice,
            action = Read,
            options = new { evaluations_semantic = "execute_all" },
            evaluations = new object[] { new { resource = Record1 }, new { }, new { resource = Record1 } },
        });

        answer.Is(HttpStatusCode.OK)["evaluations"]!.AsArray().Select(e => (bool)e!["decision"]!).ShouldBe([true, false, true]);
        ((int)answer["evaluations"]![1]!["context"]!["error"]!["status"]!).ShouldBe(400);
    }

    [Fact]
    public async Task C_3_4_2_Without_a_list_it_is_one_question() =>
        ((bool)(await Host.Post(Evaluations, new { subject = Alice, action = Read, resource = Record1 })).Is(HttpStatusCode.OK)["decision"]!).ShouldBeTrue();

    [Fact]
    public async Task C_3_4_3_With_an_empty_list_it_is_one_question()
    {
        var answer = await Host.Post(Evaluations, new { subject = Alice, action = Read, resource = Record1, evaluations = Array.Empty<object>() });

        ((bool)answer.Is(HttpStatusCode.OK)["decision"]!).ShouldBeTrue();
        answer["evaluations"].ShouldBeNull();
    }
}
