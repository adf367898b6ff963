namespace CotnvPga.Domain.Tests.Steps;

/// <summary>No signal ends without a recorded reason (wet-pga:5.2, 5.6, 6.3; besluit-pga:16).</summary>
public sealed class EndingTests
{
    private static readonly string[] Endings = ["niet_voorgelegd", "afgesloten", "vernietigd"];

    /// <summary>Facts that are a reason in themselves: words, a code of a list, or the motivated judgements of the three.</summary>
    private static readonly string[] Reasons = ["reden_uit_norm", "toelichting", "reden", "drie_oordelen"];

    [Fact]
    public void Every_way_to_an_ending_asks_for_a_reason()
    {
        var silent = Rules.Convenant.Process.Steps
            .Where(s => s.Outcomes.Any(o => Endings.Contains(o.Phase)) && !s.Needs.Any(Reasons.Contains))
            .Select(s => s.Code);

        // Destroying comes after an ending that had its reason; its own reason is the term that ran (and two persons when it is earlier).
        silent.ShouldBe(["vernietigen"]);
        Rules.Convenant.Process.Steps.Single(s => s.Code == "vernietigen").From.ShouldBe(["niet_voorgelegd", "afgesloten"], ignoreOrder: true);
    }
}
