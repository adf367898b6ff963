using System.Net;
using System.Text.Json.Nodes;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>"Mag ik dit delen?" for programs: the answer, and a proof that can be checked later.</summary>
public sealed class DelenTests(ApiPortal portal) : ApiTest(portal)
{
    private static readonly object Vraag = new { veld = "politie_duiding", aan = "om", manier = "raadplegen", fase = "weging" };

    [Fact]
    public async Task The_answer_says_what_is_still_needed_and_on_which_article()
    {
        var answer = (await Politie.Post("deelvragen", Vraag)).Is(HttpStatusCode.OK);

        ((string)answer["uitkomst"]!).ShouldBe("voorwaardelijk");
        ((string)answer["vraag"]!["wie"]!).ShouldBe("politie");
        Texts(answer["ontbreekt"]![0]!).ShouldBe(["geautoriseerd", "grondslag_wpg", "noodzakelijk", "opgeleid"]);
        Texts(answer["grondslagen"]!).ShouldContain("wet-pga:5.3");
        ((string)answer["zin"]!).ShouldContain("artikel 5 lid 3 Wet PGA");
    }

    [Fact]
    public async Task With_what_holds_it_may()
    {
        var answer = await Politie.Post("deelvragen", new
        {
            veld = "politie_duiding",
            aan = "om",
            manier = "raadplegen",
            fase = "weging",
            omstandigheden = new[] { "geautoriseerd", "opgeleid", "noodzakelijk", "grondslag_wpg" },
        });

        ((string)answer.Is(HttpStatusCode.OK)["uitkomst"]!).ShouldBe("zichtbaar");
    }

    [Fact]
    public async Task A_proof_can_be_found_again_by_anybody_with_its_number_and_still_holds()
    {
        var made = (await Politie.Post("deelbewijzen", Vraag)).Is(HttpStatusCode.Created);

        var proof = (await Fg.Get(PathOf(made))).Is(HttpStatusCode.OK);
        ((string)proof["nummer"]!).ShouldBe((string)made["nummer"]!);
        ((string)proof["controle"]!["stand"]!).ShouldBe("gelijk");
        ((bool)proof["controle"]!["zelfdeConvenant"]!).ShouldBeTrue();
        ((string)proof["hash"]!).ShouldBe((string)proof["controle"]!["hashNu"]!);
        JsonNode.DeepEquals(proof["vraag"], made["antwoord"]!["vraag"]).ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_key_makes_one_proof()
    {
        var key = Guid.NewGuid().ToString();

        var first = (await Politie.Post("deelbewijzen", Vraag, ("Idempotency-Key", key))).Is(HttpStatusCode.Created);
        var again = (await Politie.Post("deelbewijzen", Vraag, ("Idempotency-Key", key))).Is(HttpStatusCode.Created);

        ((string)again["nummer"]!).ShouldBe((string)first["nummer"]!);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once()
    {
        (await Politie.Post("deelvragen", new { veld = "kleur", omstandigheden = new[] { "pech" } })).WrongFields
            .ShouldBe(["manier", "fase", "aan", "veld", "omstandigheden"], ignoreOrder: true);
        (await Politie.Post("deelbewijzen", new { })).WrongFields.ShouldContain("manier");
    }

    [Fact]
    public async Task A_number_that_was_never_given_is_not_found() => (await Politie.Get("deelbewijzen/D-2222-2222")).Is(HttpStatusCode.NotFound);

    [Fact]
    public async Task Nobody_asks_without_logging_in()
    {
        (await Nobody.Post("deelvragen", Vraag)).Is(HttpStatusCode.Unauthorized);
        (await Nobody.Post("deelbewijzen", Vraag)).Is(HttpStatusCode.Unauthorized);
        (await Nobody.Get("deelbewijzen/D-2222-2222")).Is(HttpStatusCode.Unauthorized);
    }

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(t => (string)t!);
}
