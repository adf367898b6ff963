using System.Net;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Two requests at once never have two effects: one wins, the other hears 409.</summary>
public sealed class RaceTests(ApiPortal portal) : ApiTest(portal)
{
    private const int Rounds = 5;

    [Fact]
    public async Task Two_judgements_of_one_party_give_one() => await RepeatAsync(async () =>
    {
        var signal = await InWeging();

        var answers = await Task.WhenAll(
            Politie.Post($"{signal}/wegingen", Words.Oordeel("in_overeenstemming")),
            As("politie.eenheid").Post($"{signal}/wegingen", Words.Oordeel("niet_in_overeenstemming")),
            Politie.Post($"{signal}/wegingen", Words.Oordeel("meer_informatie")));

        answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.Conflict).ShouldBe(2);
    });

    [Fact]
    public async Task A_judgement_never_lands_in_a_round_that_is_over() => await RepeatAsync(async () =>
    {
        var signal = await InWeging();
        foreach (var person in Three)
            (await person.Post($"{signal}/wegingen", Words.Oordeel(person == Om ? "meer_informatie" : "in_overeenstemming"))).Is(HttpStatusCode.Created);

        var round = Burgemeester.Post($"{signal}/stappen", Words.Stap("nieuwe_ronde"));
        var judgement = Politie.Post($"{signal}/wegingen", Words.Oordeel("in_overeenstemming"));

        (await round).Is(HttpStatusCode.OK);
        if ((await judgement).Status == HttpStatusCode.Created)
            (await judgement)["ronde"]!.GetValue<int>().ShouldBe(2);
        else
            (await judgement).Missing.ShouldBe(["nieuwe_ronde"]);
    });

    [Fact]
    public async Task The_third_agreement_and_a_new_proposal_exclude_each_other() => await RepeatAsync(async () =>
    {
        var signal = await InVerzameling();
        var old = Words.Deelnemers("burgemeester", "politie", "om");
        foreach (var person in new[] { Burgemeester, Politie })
            (await person.Post($"{signal}/stappen", old)).Is(HttpStatusCode.Accepted);

        var third = Om.Post($"{signal}/stappen", old);
        var other = Burgemeester.Post($"{signal}/stappen", Words.Deelnemers("burgemeester", "politie", "om", "rvdk"));
        await Task.WhenAll(third, other);

        if ((await third).Status == HttpStatusCode.OK)
            (await other).Status.ShouldBe(HttpStatusCode.Conflict);
        else
            (await third).Is(HttpStatusCode.Accepted)["wachtOp"]!.AsArray().ShouldNotBeEmpty();
        var phase = (await Om.Get(signal))["fase"]!.GetValue<string>();
        phase.ShouldBe((await third).Status == HttpStatusCode.OK ? "casusoverleg" : "verzameling");
    });

    [Fact]
    public async Task A_weighing_is_established_once() => await RepeatAsync(async () =>
    {
        var signal = await InWeging();
        foreach (var person in Three)
            (await person.Post($"{signal}/wegingen", Words.Oordeel("in_overeenstemming"))).Is(HttpStatusCode.Created);

        var answers = await Task.WhenAll(Three.Select(person => person.Post($"{signal}/stappen", Words.Stap("weging_vaststellen"))));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.Conflict).ShouldBe(2);
    });

    [Fact]
    public async Task Three_equal_posts_at_once_take_the_step_once() => await RepeatAsync(async () =>
    {
        var signal = await InVerzameling();
        var words = Words.Deelnemers("burgemeester", "politie", "om");

        var answers = await Task.WhenAll(Three.Select(person => person.Post($"{signal}/stappen", words)));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.Accepted).ShouldBe(2);
    });

    private static async Task RepeatAsync(Func<Task> race)
    {
        for (var i = 0; i < Rounds; i++)
            await race();
    }
}
