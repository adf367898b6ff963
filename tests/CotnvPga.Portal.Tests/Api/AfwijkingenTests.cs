using System.Net;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>Apply or explain, in one case.</summary>
public sealed class AfwijkingenTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly string Later = DateTimeOffset.UtcNow.AddMonths(3).ToString("yyyy-MM-dd", null);

    [Fact]
    public async Task The_three_depart_from_a_term_with_the_same_words_and_the_case_shows_both_days()
    {
        var signal = await InWeging(Words.Gegeven("achternaam", "Jansen"));
        var article = await ArticleAsync(a => (string?)a["termijn"] == "wegen");
        var departure = new { artikel = article, motivering = "De officier is ziek.", tot = Later };

        (await Burgemeester.Post($"{signal}/afwijkingen", departure)).Is(HttpStatusCode.Accepted)["wachtOp"]!.AsArray().Count.ShouldBe(2);
        var proposed = (await Politie.Get($"{signal}/voorstellen/afwijken")).Is(HttpStatusCode.OK)["woorden"]!;
        (await Politie.Post($"{signal}/afwijkingen", proposed)).Is(HttpStatusCode.Accepted);
        (await Om.Post($"{signal}/afwijkingen", departure)).Is(HttpStatusCode.OK);

        var term = (await Om.Get(signal)).Is(HttpStatusCode.OK)["termijnen"]!.AsArray().Single(t => (string)t!["termijn"]! == "wegen")!;
        term["op"]!.GetValue<string>().ShouldBe(Later);
        term["volgensConvenant"].ShouldNotBeNull();
        (await Om.Get($"{signal}/afwijkingen")).Is(HttpStatusCode.OK)["afwijkingen"]!.AsArray().Single()!["motivering"]!.GetValue<string>().ShouldBe("De officier is ziek.");
        (await Rvdk.Get($"{signal}/afwijkingen")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task From_a_hard_article_nobody_departs_and_errors_come_at_once()
    {
        var signal = await InWeging();
        var hard = await ArticleAsync(a => (string?)a["aard"] == "hard");

        (await Om.Post($"{signal}/afwijkingen", new { artikel = hard, motivering = "Toch." })).Is(HttpStatusCode.Forbidden)["grondslagen"]!.AsArray().ShouldContain(g => (string)g! == hard);
        (await Om.Post($"{signal}/afwijkingen", new { tot = "straks" })).WrongFields.ShouldBe(["tot", "artikel", "motivering"], ignoreOrder: true);
        (await College.Post($"{signal}/afwijkingen", new { })).Is(HttpStatusCode.NotFound);
    }

    private async Task<string> ArticleAsync(Func<System.Text.Json.Nodes.JsonNode, bool> which) =>
        (string)(await Om.Get("convenanten/9901?versie=landelijk")).Is(HttpStatusCode.OK)["artikelen"]!.AsArray().First(a => which(a!))!["artikel"]!;
}
