using CotnvPga.Convenant.Comparing;
using CotnvPga.Convenant.Tests.Small;
using CsCheck;
using NodaTime;

namespace CotnvPga.Convenant.Tests.Comparing;

/// <summary>What must hold of a difference between any two convenants, tried on random ones against the naive reading.</summary>
public sealed class RandomDifferenceTests
{
    private const int Tries = 25;
    private static readonly LocalDate Day = new(2024, 6, 1);

    /// <summary>The same words with one party and one kind of item more, one supplier less, another axis and another circumstance.</summary>
    private static readonly string OtherWords = SmallConvenant.Vocabulary
        .Replace("wie: {a: {label: A}, b: {label: B}, c: {label: C}}", "wie: {d: {label: D}, a: {label: A}, b: {label: B}, c: {label: C}}", StringComparison.Ordinal)
        .Replace("wat: {x: {label: X}, y: {label: Y}, z: {label: Z}}", "wat: {x: {label: X}, w: {label: W}, y: {label: Y}, z: {label: Z}}", StringComparison.Ordinal)
        .Replace("assen:", "assen:\n  rol: {codes: rollen, pad: subject.properties.rol, standaard: lid}", StringComparison.Ordinal)
        .Replace("omstandigheden:", "rollen: {lid: {label: Lid}, baas: {label: Baas}}\nomstandigheden:\n  s: {soort: kijker, label: S}", StringComparison.Ordinal);

    [Fact]
    public void A_convenant_does_not_differ_from_itself() =>
        Gen.Select(RandomRules.High, RandomRules.Low).Sample((high, low) =>
            Comparison.Of(Side(Load(high, low)), Side(Load(high, low))).IsEmpty, iter: Tries);

    [Fact]
    public void Applied_to_the_answers_of_the_one_a_difference_gives_those_of_the_other() =>
        Gen.Select(RandomRules.High, RandomRules.Low, RandomRules.High, RandomRules.Low).Sample((high, low, high2, low2) =>
            Truth.Holds(Side(Load(high, low)), Side(Load(high2, low2))), iter: Tries);

    [Fact]
    public void A_small_change_is_found_as_exactly() =>
        Gen.Select(RandomRules.High, RandomRules.Low, RandomRules.Narrowing).Sample((high, low, more) =>
            Truth.Holds(Side(Load(high, low)), Side(Load([.. high, more], low))), iter: Tries);

    [Fact]
    public void Two_days_of_one_convenant_are_compared_as_exactly() =>
        Gen.Select(RandomRules.High, RandomRules.Low).Sample((high, low) =>
        {
            var convenant = Load(high, low);
            return Truth.Holds(new ComparedSide(convenant, new LocalDate(2023, 12, 31)), new ComparedSide(convenant, new LocalDate(2024, 1, 1)));
        }, iter: Tries);

    [Fact]
    public void Words_that_only_one_has_are_closed_on_the_other() =>
        Gen.Select(RandomRules.High, RandomRules.Low, RandomRules.High).Sample((high, low, high2) =>
        {
            var one = Side(Load(high, low));
            var other = Side(Load(high2, low, OtherWords));
            return Truth.Holds(one, other) && Truth.Holds(other, one);
        }, iter: Tries);

    [Fact]
    public void No_two_boxes_of_a_group_can_be_joined() =>
        Gen.Select(RandomRules.High, RandomRules.High).Sample((high, high2) =>
            Comparison.Of(Side(Load(high, [])), Side(Load(high2, []))).Groups.All(g => g.Boxes.All(a => g.Boxes.All(b => a == b || Differing(a, b) > 1))), iter: Tries);

    private static int Differing(ChangedBox a, ChangedBox b) => a.Codes.Zip(b.Codes, (x, y) => x.Codes.SequenceEqual(y.Codes)).Count(same => !same);

    private static ComparedSide Side(CompiledConvenant convenant) => new(convenant, Day);

    private static CompiledConvenant Load(IEnumerable<string> high, IEnumerable<string> low, string? words = null)
    {
        var result = SmallConvenant.LoadWith(words ?? SmallConvenant.Vocabulary, string.Concat(high), string.Concat(low));
        return result.Convenant ?? throw new InvalidOperationException(string.Join("\n", result.Errors()));
    }
}
