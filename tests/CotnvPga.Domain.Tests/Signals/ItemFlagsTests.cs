using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CsCheck;

namespace CotnvPga.Domain.Tests.Signals;

/// <summary>For whom a recorded necessity counts (the contract's table of circumstances).</summary>
public sealed class ItemFlagsTests
{
    private static readonly IReadOnlySet<string> Three = Rules.Convenant.GroupOf("partij", "drie");

    [Fact]
    public void A_standard_necessity_counts_for_the_three_and_the_suppliers_own_party_and_nobody_else()
    {
        foreach (var supplier in Enum.GetValues<Supplier>())
        {
            var flags = default(ItemFlags).With(new Necessity(null, "nodig", null), supplier, Three);
            foreach (var party in Enum.GetValues<Party>())
                ((flags.For(party) & ItemFlags.NecessaryBit) != 0).ShouldBe(Three.Contains(party.Code()) || party.Code() == supplier.Code(), $"{supplier} → {party}");
        }
    }

    [Fact]
    public void Necessity_for_one_party_counts_for_that_party_alone()
    {
        var flags = default(ItemFlags).With(new Necessity(Party.Reclassering, "nodig", "ook dat"), Supplier.Politie, Three);
        Enum.GetValues<Party>().Where(p => flags.For(p) != 0).ShouldBe([Party.Reclassering]);
        flags.For(Party.Reclassering).ShouldBe(ItemFlags.NecessaryBit | ItemFlags.SpecialNecessaryBit);
    }

    [Fact]
    public void Withdrawing_undoes_recording_for_any_party_and_supplier() =>
        Gen.Select(Gen.Int[0, 15], Gen.Int[0, 10], Gen.Int[0, 127]).Sample((party, supplier, start) =>
        {
            var before = new ItemFlags(0, 0, start & ~3);
            var during = before.With(new Necessity((Party)party, "nodig", "bijzonder"), (Supplier)supplier, Three);
            during.With(new Necessity((Party)party, "", ""), (Supplier)supplier, Three).ShouldBe(before);
            during.Shielded(true).Shielded(false).ShouldBe(during with { Fixed = during.Fixed & ~ItemFlags.WeightyReasonsBit });
        });
}
