using CotnvPga.Domain.Weighing;

namespace CotnvPga.Domain.Tests.Weighing;

/// <summary>One of the three contradicts, in turn.</summary>
public sealed class ContradictorTests
{
    [Fact]
    public void Each_has_a_turn_and_then_the_first_again() =>
        Enumerable.Range(1, 4).Select(round => Contradictor.Of(["a", "b", "c"], round)).ShouldBe(["a", "b", "c", "a"]);

    [Fact]
    public void There_is_no_round_before_the_first() => Should.Throw<ArgumentOutOfRangeException>(() => Contradictor.Of(["a"], 0));
}
