using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;
using NodaTime;
using static CotnvPga.Convenant.Tests.Village.VillageConvenant;

namespace CotnvPga.Convenant.Tests.Village;

/// <summary>
/// A village with every kind of rule in every layer: whoever asks, the tables say what a plain reading of the rules says, in
/// all ways that there are to ask.
/// </summary>
public sealed class EveryQuestionTests
{
    private static readonly LocalDate[] Days = [new(2019, 12, 31), new(2020, 1, 1), new(2023, 12, 31), new(2024, 1, 1)];

    public static CompiledConvenant Village() => Load(
        LawFile(
            Rule("brood-zien", "toestaan", "{categorie: brood, handeling: [lezen, schrijven]}", "mits: zegel"),
            Rule("eigen-zien", "toestaan", "{eigen: ja}"),
            Rule("nacht-zien", "toestaan", "[{fase: nacht, partij: smid}, {fase: nacht, doel: brand}]", "tenzij: {categorie: munt}, mits: [brief], een_van: [anker, klok]"),
            Rule("praten", "toestaan", "{handeling: praten}", "een_van: [klok, zegel], geldig: {tot: 2024-01-01}"),
            Rule("schout-praat", "toestaan", "{handeling: praten, partij: schout}", "geldig: {van: 2024-01-01}"),
            Rule("zoet", "voorwaarde", "{bijzonder: brood}", "mits: klok, geldig: {van: 2024-01-01}"),
            Rule("mistig", "voorwaarde", "{handeling: lezen}", "mits: brief, bij: mist"),
            Rule("stormt", "verbod", "{doel: brand}", "bij: [mist, storm]"),
            Rule("schout-niet", "verbod", "{partij: schout, categorie: hamer}"),
            Rule("schout-toch", "uitzondering", "{doel: brand, fase: dag}", "op: schout-niet"),
            Rule("zoet-vrij", "uitzondering", "{dubbel: ja}", "op: zoet")),
        RulesFile("model",
            Rule("andermans", "voorwaarde", "{eigen: nee, doel: brand}", "mits: klok"),
            Rule("terug", "voorwaarde", "{terug: nee, partij: bakker}", "mits: anker"),
            Rule("meesters", "voorwaarde", "{partij: smid, meester: nee}", "een_van: [zegel, klok]"),
            Rule("storm-binnen", "verbod", "{fase: nacht}", "bij: storm"),
            Rule("munt-dicht", "verbod", "{categorie: munt, verstrekker: schout, rol: geen}")));

    private static IEnumerable<Question> Questions(LocalDate day)
    {
        foreach (var party in new[] { "bakker", "smid", "schout" })
        {
            foreach (var frame in new[] { "doel=markt fase=dag rol=geen", "doel=brand fase=nacht rol=smid", "doel=brand fase=dag rol=geen", "doel=markt fase=nacht rol=geen" })
            {
                yield return Table($"partij={party} {frame}", day: day);
                foreach (var item in new[] { "categorie=brood bijzonder=brood", "categorie=brood", "categorie=hamer bijzonder=brood", "categorie=hamer", "categorie=munt" })
                {
                    foreach (var from in new[] { "bakker", "smid", "schout" })
                        yield return Item($"partij={party} {frame} {item} verstrekker={from} handeling={(fromBakery(from) ? "lezen" : "schrijven")}", day: day);
                }
            }
        }
        static bool fromBakery(string from) => from != "smid";
    }

    private static IEnumerable<HashSet<string>> Given() =>
        new[] { 0, 1, 2, 4, 8, 16, 32, 3, 9, 10, 12, 48, 15, 63 }
            .Select(bits => VillageWords.Circumstances.Where((_, i) => (bits >> i & 1) != 0).ToHashSet());

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Tables_say_what_the_rules_say(int day)
    {
        var village = Village();
        var naive = new NaiveInterpreter(village.Rules);
        foreach (var question in Questions(Days[day]))
        {
            foreach (var given in Given())
            {
                var asked = question with { Circumstances = given };
                var plain = naive.Decide(asked).Said();
                var answer = village.Decide(asked);
                answer.Said().ShouldBe(plain);
                village.Allows(village.Code(asked)).ShouldBe(plain == "Zichtbaar");
            }
        }
    }

    [Fact]
    public void Law_alone_says_what_the_rules_of_the_law_say()
    {
        var village = Village();
        var naive = new NaiveInterpreter(village.Rules);
        foreach (var question in Questions(Days[3]))
        {
            foreach (var given in Given())
            {
                var asked = question with { Circumstances = given, Layers = ["wet"] };
                village.Decide(asked).Said().ShouldBe(naive.Decide(asked).Said());
            }
        }
    }

    [Fact]
    public void One_question_that_is_asked_on_and_on_with_other_values_is_found_anew_each_time()
    {
        var village = Village();
        var naive = new NaiveInterpreter(village.Rules);
        var into = new CodedQuestion(village.Vocabulary);
        string[] axes = [.. village.Vocabulary.Axes.Select(a => a.Name)];
        foreach (var day in Days)
        {
            foreach (var question in Questions(day))
            {
                foreach (var given in Given().Take(6))
                {
                    foreach (var layers in new[] { 2, 1 })
                    {
                        var asked = question with { Circumstances = given, Layers = [.. village.Layers.Take(layers)] };
                        string[] codes = [.. axes.Select(a => question.Codes.GetValueOrDefault(a) ?? (a == "rol" ? "geen" : ""))];
                        village.Code(into, question.ResourceType, codes, day, [.. given], layers, village.Editions[0]);
                        village.Allows(into).ShouldBe(naive.Decide(asked).Outcome == Outcome.Zichtbaar);
                        village.Allows(into).ShouldBe(naive.Decide(asked).Outcome == Outcome.Zichtbaar);
                    }
                }
            }
        }
    }

    [Fact]
    public void Two_villages_may_be_asked_with_one_question()
    {
        var (open, shut) = (Law(Rule("open", "toestaan", "{fase: dag}")), Law(Rule("open", "toestaan", "{fase: nacht}")));
        var question = open.Code(Item());
        open.Allows(question).ShouldBeTrue();
        shut.Allows(question).ShouldBeFalse();
        open.Allows(question).ShouldBeTrue();
    }

    [Fact]
    public void More_than_sixty_four_boxes_fit()
    {
        var parties = new[] { "bakker", "smid", "schout" };
        var categories = new[] { "brood", "hamer", "munt" };
        var purposes = new[] { "markt", "brand" };
        var rules = new List<string>();
        foreach (var party in parties)
        {
            foreach (var category in categories)
            {
                foreach (var purpose in purposes)
                {
                    foreach (var phase in new[] { "dag", "nacht" })
                    {
                        var where = $"{{partij: {party}, categorie: {category}, doel: {purpose}, fase: {phase}}}";
                        rules.Add(Rule($"a{rules.Count:00}", "toestaan", where, $"mits: {VillageWords.Circumstances[rules.Count % 4]}"));
                        rules.Add(Rule($"b{rules.Count:00}", "voorwaarde", where, $"mits: {VillageWords.Circumstances[rules.Count / 8 % 4]}"));
                    }
                }
            }
        }
        rules.Add(Rule("z1", "voorwaarde", "{eigen: ja}", "mits: klok"));
        rules.Add(Rule("z2", "verbod", "{dubbel: ja}"));
        var village = Law([.. rules]);
        var naive = new NaiveInterpreter(village.Rules);
        foreach (var question in Questions(Day))
        {
            village.Decide(question).Said().ShouldBe(naive.Decide(question).Said());
            village.Allows(village.Code(question with { Circumstances = Words("zegel brief anker klok") }))
                .ShouldBe(naive.Decide(question with { Circumstances = Words("zegel brief anker klok") }).Outcome == Outcome.Zichtbaar);
        }
    }
}
