using CotnvPga.Convenant.Comparing;
using CotnvPga.Convenant.Deciding;
using static CotnvPga.Convenant.Tests.Village.VillageConvenant;

namespace CotnvPga.Convenant.Tests.Village;

/// <summary>What differs between two villages is exactly where somebody gets another answer.</summary>
public sealed class ComparisonTests
{
    private static readonly string Bread = Rule("brood", "toestaan", "{categorie: brood}", "mits: zegel");
    private static readonly string Smith = Rule("smid", "toestaan", "{partij: smid, fase: dag}");
    private static readonly string NotAtNight = Rule("nacht", "verbod", "{fase: nacht}", "tenzij: {partij: schout}");

    [Fact]
    public void The_same_village_differs_in_nothing() => Between(Law(Bread, NotAtNight), Law(NotAtNight, Bread)).IsEmpty.ShouldBeTrue();

    [Fact]
    public void A_permission_that_comes_changes_what_it_opens() => Agrees(Law(Bread), Law(Bread, Smith));

    [Fact]
    public void A_ban_that_goes_changes_what_it_closed() => Agrees(Law(Bread, Smith, NotAtNight), Law(Bread, Smith));

    [Fact]
    public void A_permission_that_asks_for_more_changes_where_it_holds() => Agrees(Law(Bread, Smith), Law(Bread.Replace("zegel", "[zegel, brief]", StringComparison.Ordinal), Smith));

    private static Difference Between(CompiledConvenant before, CompiledConvenant after) =>
        Comparison.Of(new ComparedSide(before, Day, null), new ComparedSide(after, Day, null));

    private static void Agrees(CompiledConvenant before, CompiledConvenant after)
    {
        var difference = Between(before, after);
        var changed = Items().Count(codes => VillageWords.Circumstances.Append("").Any(given => Decision(before, codes, given) != Decision(after, codes, given))
            || Decision(before, codes, "zegel brief") != Decision(after, codes, "zegel brief"));
        changed.ShouldBeGreaterThan(0);
        var boxes = difference.Groups.Where(g => g.ResourceType == "gegeven").SelectMany(g => g.Boxes).ToList();
        Items().Count(codes => boxes.Exists(box => box.Contains(codes))).ShouldBe(changed);
        boxes.Sum(b => b.Cells).ShouldBe(changed);
    }

    private static bool Decision(CompiledConvenant village, Dictionary<string, string> codes, string given) =>
        village.Decide(new Question("gegeven", codes, Day, Words(given))).Decision;

    private static IEnumerable<Dictionary<string, string>> Items()
    {
        var village = Law();
        IEnumerable<Dictionary<string, string>> all = [[]];
        foreach (var axis in village.Vocabulary.Axes)
        {
            var fitting = village.Vocabulary.ResourceTypes.Single(t => t.Code == "gegeven").Only.TryGetValue(axis.Name, out var only) ? axis.Codes.Where(only.Contains) : axis.Codes;
            all = all.SelectMany(known => fitting.Select(code => new Dictionary<string, string>(known) { [axis.Name] = code }));
        }
        return all;
    }
}
