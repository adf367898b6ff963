using CotnvPga.Convenant.Deciding;
using NodaTime;

namespace CotnvPga.Convenant.Tests.Deciding;

/// <summary>A view says of every item what the engine says of it alone.</summary>
public sealed class ViewTableTests
{
    private static readonly CompiledConvenant Convenant = TheConvenant.Loaded;
    private static readonly LocalDate Day = new(2026, 11, 1);

    [Theory]
    [InlineData("politie", "raadplegen", "persoonsgericht", "weging", "geautoriseerd")]
    [InlineData("college", "raadplegen", "persoonsgericht", "weging", "geautoriseerd")]
    [InlineData("burgemeester_elders", "ontvangen", "persoonsgericht", "casusoverleg", "betrokken,gevolgen_elders")]
    [InlineData("rvdk", "vastleggen", "persoonsgericht", "uitvoering", "betrokken,geautoriseerd,toegelaten")]
    [InlineData("auditor", "raadplegen", "toetsing", "afgesloten", "toetsing_geopend")]
    [InlineData("burgemeester", "raadplegen", "rechten", "casusoverleg", "geautoriseerd,verzoek_betrokkene")]
    [InlineData("nctv", "ontvangen", "coordinatie", "uitvoering", "toegelaten,taak_cotnv,concrete_gebeurtenis")]
    [InlineData("beheer", "raadplegen", "beheer", "weging", "geautoriseerd")]
    public void Every_cell_under_all_item_flags_is_what_the_engine_decides(string party, string act, string purpose, string phase, string given)
    {
        var view = Convenant.View(new ViewQuestion(party, act, purpose, phase, Day, given.Split(',').ToHashSet()));
        var bits = view.AllowedBits();
        var any = false;
        foreach (var category in Convenant.CodesOf("categorie"))
        {
            foreach (var nature in Convenant.CodesOf("bijzonder"))
            {
                foreach (var supplier in Convenant.CodesOf("verstrekker"))
                {
                    var cell = view.CellOf(category, nature, supplier);
                    for (var flags = 0; flags < view.FlagCombinations; flags += 7)
                    {
                        var answer = view.Explain(category, nature, supplier, flags);
                        view.Allows(cell, flags).ShouldBe(answer.Decision);
                        view.Promises(cell, flags).ShouldBe(answer.Missing.Any(set => set.All(code => view.ItemCircumstances.Contains(code) && code != "zorggrond")));
                        Bit(bits, (cell * view.FlagCombinations) + flags).ShouldBe(answer.Decision);
                        any |= answer.Decision;
                    }
                }
            }
        }
        view.IsEmpty.ShouldBe(!any);
    }

    [Fact]
    public void Cells_and_flags_are_numbered_in_vocabulary_order()
    {
        var view = Convenant.View(new ViewQuestion("politie", "raadplegen", "persoonsgericht", "weging", Day, new HashSet<string>()));
        view.CellCount.ShouldBe(880);
        view.FlagCombinations.ShouldBe(1024);
        view.ItemCircumstances.ShouldBe(["noodzakelijk", "noodzakelijk_bijzonder", "zwaarwegende_redenen", "grondslag_wpg", "grondslag_wjsg", "andere_grondslag", "verzoeker_is_relatie", "extra_zorgvuldig", "tweede_blik", "zorggrond"]);
        view.CellOf("identificatie", "geen", "burgemeester").ShouldBe(0);
        view.CellOf("bsn", "ras", "college").ShouldBe((((1 * 10) + 1) * 11) + 1);
        view.CellOf("relatie", "biometrisch", "casusoverleg_elders").ShouldBe(879);
    }

    [Fact]
    public void The_same_view_is_made_once()
    {
        var view = new ViewQuestion("om", "raadplegen", "persoonsgericht", "weging", Day, new HashSet<string> { "geautoriseerd" });
        Convenant.View(view).ShouldBeSameAs(Convenant.View(view with { Date = new LocalDate(2026, 11, 2) }));
    }

    [Fact]
    public void Unknown_code_is_a_fault_of_the_caller()
    {
        Should.Throw<ArgumentException>(() => Convenant.View(new ViewQuestion("polite", "raadplegen", "persoonsgericht", "weging", Day, new HashSet<string>())))
            .Message.ShouldContain("'politie'");
        var view = Convenant.View(new ViewQuestion("politie", "raadplegen", "persoonsgericht", "weging", Day, new HashSet<string>()));
        Should.Throw<ArgumentException>(() => view.CellOf("signaal", "geen", "niemand"));
        Should.Throw<ArgumentOutOfRangeException>(() => view.Allows(0, 1024));
    }

    private static bool Bit(ReadOnlySpan<byte> bits, int at) => (bits[at / 8] >> (at % 8) & 1) != 0;
}
