using CotnvPga.Convenant.Deciding;
using static CotnvPga.Convenant.Tests.Village.VillageConvenant;

namespace CotnvPga.Convenant.Tests.Village;

/// <summary>A question is put in numbers in two ways; both refuse what the village does not know.</summary>
public sealed class CodingTests
{
    // Made anew for each test, so that a test of mutations reaches what made it.
    private static CompiledConvenant Village => Load(
        LawFile(Rule("mag", "toestaan", "{fase: dag}")),
        RulesFile("model", Rule("m", "voorwaarde", "{fase: nacht}", "mits: klok")),
        new RuleFile("lokaal.yaml", LocalVillage.Covenant("1001", "1", "2020-01-01")));

    private static string[] Codes(string party = "bakker", string act = "lezen", string rest = "markt dag brood geen smid geen") => [party, act, .. rest.Split(' ')];

    private static void Into(string type, string[] codes, string given = "") =>
        Village.Code(new CodedQuestion(Village.Vocabulary), type, codes, Day, given.Split(' ', StringSplitOptions.RemoveEmptyEntries), 1, Village.Editions[0]);

    [Fact]
    public void Codes_become_numbers()
    {
        var coded = Village.Code(Item("partij=smid handeling=schrijven doel=brand categorie=munt rol=smid", "brief storm"));
        coded.Values.ToArray().ShouldBe([1, 1, 1, 0, 2, 0, 1, 1]);
        (coded.ResourceType, coded.Circumstances, coded.Date, coded.Layers, coded.Edition).ShouldBe((0, 0b100010UL, Day, 2, 0));
        var table = Village.Code(Table("partij=schout", "zegel"));
        table.Values.ToArray().ShouldBe([2, 2, 0, 0, 3, 2, 3, 0]);
        (table.ResourceType, table.Circumstances).ShouldBe((1, 1UL));
    }

    [Fact]
    public void Both_ways_give_the_same_numbers()
    {
        var edition = Village.Editions[1];
        var coded = Village.Code(Item(given: "brief klok") with { Edition = edition });
        var into = Village.Code(Table("partij=schout", "zegel"));
        Village.Code(into, "gegeven", Codes(), Day, ["brief", "klok"], 2, edition);
        into.Values.ToArray().ShouldBe(coded.Values.ToArray());
        (into.ResourceType, into.Circumstances, into.Date, into.Layers, into.Edition).ShouldBe((coded.ResourceType, coded.Circumstances, coded.Date, coded.Layers, coded.Edition));
        into.Edition.ShouldBe(1);
    }

    [Fact]
    public void An_axis_that_is_left_out_has_its_default()
    {
        var into = new CodedQuestion(Village.Vocabulary);
        Village.Code(into, "gegeven", Codes(rest: "markt dag brood geen smid"), Day, [], 1, Village.Editions[0]);
        into.Values[7].ShouldBe((byte)0);
        Village.Code(new Question("gegeven", Item().Codes.Where(c => c.Key is not ("bijzonder" or "rol")).ToDictionary(), Day, Words(""))).Values.ToArray().ShouldBe([0, 0, 0, 0, 0, 0, 1, 0]);
    }

    [Theory]
    [InlineData("gegeven", "partij=bakkers", "", "Onbekende partij: 'bakkers'. Bedoelde u 'bakker'?")]
    [InlineData("gegeven", "handeling=praten", "", "Bij 'gegeven' hoort geen handeling 'praten'.")]
    [InlineData("tafel", "handeling=lezen", "", "Bij 'tafel' hoort geen handeling 'lezen'.")]
    [InlineData("gegevens", "", "", "Onbekende soort: 'gegevens'. Bedoelde u 'gegeven'?")]
    [InlineData("gegeven", "partijen=bakker", "", "Onbekende as: 'partijen'. Bedoelde u 'partij'?")]
    [InlineData("gegeven", "", "klokk", "Onbekende omstandigheid: 'klokk'. Bedoelde u 'klok'?")]
    public void Unknown_code_is_refused_with_the_code_that_was_meant(string type, string differs, string given, string says)
    {
        var question = Item(differs, given) with { ResourceType = type };
        Should.Throw<ArgumentException>(() => Village.Code(question)).Message.ShouldStartWith(says);
    }

    [Fact]
    public void Both_ways_refuse_the_same()
    {
        Should.Throw<ArgumentException>(() => Into("gegeven", Codes("bakkers"))).Message.ShouldStartWith("Onbekende partij: 'bakkers'. Bedoelde u 'bakker'?");
        Should.Throw<ArgumentException>(() => Into("gegeven", Codes(act: "praten"))).Message.ShouldStartWith("Bij 'gegeven' hoort geen handeling 'praten'.");
        Should.Throw<ArgumentException>(() => Into("gegeven", Codes(), "klokk")).Message.ShouldStartWith("Onbekende omstandigheid: 'klokk'.");
        Should.Throw<ArgumentException>(() => Into("gegeven", ["bakker"])).Message.ShouldStartWith("De vraag mist de as 'handeling'.");
        Should.Throw<ArgumentException>(() => Village.Code(Item() with { Codes = new Dictionary<string, string> { ["partij"] = "smid" } })).Message.ShouldStartWith("De vraag mist de as 'handeling'.");
        Should.NotThrow(() => Into("tafel", Codes(act: "praten")));
    }

    [Fact]
    public void Layers_are_asked_from_the_highest_down()
    {
        int Count(params string[] layers) => Village.Code(Item() with { Layers = layers }).Layers;
        Village.Code(Item()).Layers.ShouldBe(2);
        Count("wet").ShouldBe(1);
        Count("wet", "model").ShouldBe(2);
        Count("model", "wet").ShouldBe(2);
        Count("wet", "wet").ShouldBe(1);
        Should.Throw<ArgumentException>(() => Count("model")).Message.ShouldStartWith("Vraag de lagen van boven af: wet, model.");
        Should.Throw<ArgumentException>(() => Count()).Message.ShouldStartWith("Vraag de lagen van boven af");
        Should.Throw<ArgumentException>(() => Count("wett")).Message.ShouldStartWith("Onbekende laag: 'wett'. Bedoelde u 'wet'?");
        Should.Throw<ArgumentException>(() => Count("wet", "model", "modell")).Message.ShouldStartWith("Onbekende laag: 'modell'. Bedoelde u 'model'?");
    }

    [Fact]
    public void A_copy_has_the_same_content_and_goes_its_own_way()
    {
        var question = Village.Code(Item("partij=smid", "brief") with { Edition = Village.Editions[1] });
        var copy = question.Copy(Village.Vocabulary);
        copy.Values.ToArray().ShouldBe(question.Values.ToArray());
        (copy.ResourceType, copy.Circumstances, copy.Date, copy.Layers, copy.Edition).ShouldBe((0, 2UL, Day, 2, 1));
        copy.Values[0] = 2;
        question.Values[0].ShouldBe((byte)1);
        new CodedQuestion(Village.Vocabulary).Date.ShouldBe(NodaTime.LocalDate.MaxIsoValue);
    }

    [Fact]
    public void The_period_follows_the_day()
    {
        var question = Village.Code(Item());
        Village.Allows(question).ShouldBeTrue();
        question.Date = new NodaTime.LocalDate(2019, 12, 31);
        Village.Allows(question).ShouldBeFalse();
        question.Date = new NodaTime.LocalDate(2020, 1, 1);
        Village.Allows(question).ShouldBeTrue();
        Village.Allows(new CodedQuestion(Village.Vocabulary) { Layers = 1 }).ShouldBeTrue();
    }

    [Fact]
    public void A_circumstance_that_is_given_twice_is_given()
    {
        var into = new CodedQuestion(Village.Vocabulary);
        Village.Code(into, "gegeven", Codes(), Day, ["klok", "brief", "klok"], 1, Village.Editions[0]);
        into.Circumstances.ShouldBe(Village.Code(Item(given: "klok brief")).Circumstances);
    }
}
