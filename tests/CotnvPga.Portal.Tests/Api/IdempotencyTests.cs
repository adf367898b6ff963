using System.Net;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>The same request under the same key has one effect and one answer.</summary>
public sealed class IdempotencyTests(ApiPortal portal) : ApiTest(portal)
{
    [Fact]
    public async Task Again_gives_the_same_answer_and_no_second_effect()
    {
        var key = Key();
        var before = await TotalAsync();

        var first = (await Om.Post("signalen", Words.Signaal(), key)).Is(HttpStatusCode.Created);
        var again = (await Om.Post("signalen", Words.Signaal(), key)).Is(HttpStatusCode.Created);

        again.Bytes.ShouldBe(first.Bytes);
        again.Headers["Location"].ShouldBe(first.Headers["Location"]);
        (await TotalAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Many_at_once_have_one_effect()
    {
        var key = Key();
        var before = await TotalAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Om.Post("signalen", Words.Signaal(), key)));

        answers.Select(a => a.Is(HttpStatusCode.Created).Text).Distinct().Count().ShouldBe(1);
        (await TotalAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        var key = Key();
        (await Om.Post("signalen", Words.Signaal(), key)).Is(HttpStatusCode.Created);

        (await Om.Post("signalen", Words.Signaal(Words.Gegeven("achternaam", "Anders", "melder")), key)).Is(HttpStatusCode.UnprocessableEntity);
        // The key is the account's and the address's own.
        (await Politie.Post("signalen", Words.Signaal(), key)).Is(HttpStatusCode.Created);
        (await Om.Post($"{await InWeging()}/wegingen", Words.Oordeel("in_overeenstemming"), key)).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Another_form_of_the_id_is_no_way_around_the_key()
    {
        var signal = await InWeging();
        var (key, judgement) = (Key(), Words.Oordeel("in_overeenstemming"));
        (await Om.Post($"{signal}/wegingen", judgement, key)).Is(HttpStatusCode.Created);

        (await Om.Post($"{signal}/wegingen/", judgement, key)).Is(HttpStatusCode.NotFound);
        (await Om.Post($"signalen/{signal["signalen/".Length..].ToUpperInvariant()}/wegingen", judgement, key)).Is(HttpStatusCode.NotFound);
        (await Om.Post($"signalen/%20{signal["signalen/".Length..]}/wegingen", judgement, key)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_refused_can_be_sent_again_under_the_same_key()
    {
        var signal = await InAanmelding();
        var key = Key();
        (await Om.Post($"{signal}/wegingen", Words.Oordeel("in_overeenstemming"), key)).Is(HttpStatusCode.Conflict);
        (await Burgemeester.Post($"{signal}/stappen", Words.Stap("in_weging"))).Is(HttpStatusCode.OK);

        (await Om.Post($"{signal}/wegingen", Words.Oordeel("in_overeenstemming"), key)).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_proposal_and_a_change_without_an_answer_are_repeated_too()
    {
        var signal = await InVerzameling(Words.Gegeven("achternaam", "Jansen"));
        var item = (await ItemsFor(Burgemeester, signal))["achternaam"];
        var (proposal, necessity) = (Key(), Key());
        for (var i = 0; i < 2; i++)
        {
            (await Burgemeester.Post($"{signal}/stappen", Words.Deelnemers("politie", "om", "burgemeester"), proposal)).Is(HttpStatusCode.Accepted);
            (await Burgemeester.Put($"gegevens/{item}/noodzaak", new { noodzaak = "Om te wegen." }, necessity)).Is(HttpStatusCode.NoContent).Bytes.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Who_lost_sight_of_the_case_hears_nothing_again()
    {
        var signal = await AtTable(["college"]);
        var key = Key();
        var body = new { gegevens = new[] { Words.Gegeven("schulden", "Drie schuldeisers.") } };
        (await College.Post($"{signal}/gegevens", body, key)).Is(HttpStatusCode.Created);

        await Together($"{signal}/stappen", new { stap = "deelnemers_wijzigen", deelnemers = new[] { "burgemeester", "politie", "om" }.Select(partij => new { partij, reden = "x" }) });

        (await College.Post($"{signal}/gegevens", body, key)).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_step_that_destroys_a_case_can_be_repeated()
    {
        var signal = await AtTable([]);
        await Together($"{signal}/stappen", new { stap = "geen_aanwijzingen", toelichting = "Niets gevonden." });
        (await Burgemeester.Post($"{signal}/stappen", Words.Stap("vernietigen"))).Is(HttpStatusCode.Accepted);
        var key = Key();

        (await Plaatsvervanger.Post($"{signal}/stappen", Words.Stap("vernietigen"), key)).Is(HttpStatusCode.OK);
        (await Plaatsvervanger.Post($"{signal}/stappen", Words.Stap("vernietigen"), key)).Is(HttpStatusCode.OK);
        (await As("politie.modelveen").Post($"{signal}/stappen", Words.Stap("vernietigen"), key)).Is(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("met spatie")]
    [InlineData("sleutel-met-é")]
    public async Task A_key_is_plain_text(string key) =>
        (await Om.Post("signalen", Words.Signaal(), ("Idempotency-Key", key))).WrongFields.ShouldBe(["Idempotency-Key"]);

    private static (string, string) Key() => ("Idempotency-Key", Guid.NewGuid().ToString());

    private async Task<int> TotalAsync() => (await Om.Get("signalen?aantal=1"))["totaal"]!.GetValue<int>();
}
