using CotnvPga.Convenant.NearMisses;
using CotnvPga.Convenant.Tests.Wet;

namespace CotnvPga.Convenant.Tests.NearMisses;

/// <summary>Only what can change the answer is worth asking somebody about.</summary>
public sealed class MatteringCircumstancesTests
{
    private static readonly MatteringCircumstances Mattering = new(TheConvenant.Loaded);

    [Fact]
    public void In_the_weighing_a_consulted_participant_is_asked_four_things() =>
        Codes(Ask.Ziet("reclassering").In("weging").Een("signaal").Van("burgemeester"))
            .ShouldBe(["geautoriseerd", "noodzakelijk", "zwaarwegende_redenen", "geraadpleegd"]);

    [Fact]
    public void What_was_said_already_does_not_change_what_matters() =>
        Codes(Ask.Ziet("reclassering").In("weging").Een("signaal").Van("burgemeester").Met("geautoriseerd", "zwaarwegende_redenen"))
            .ShouldBe(["geautoriseerd", "noodzakelijk", "zwaarwegende_redenen", "geraadpleegd"]);

    [Fact]
    public void Where_nothing_helps_nothing_is_asked() => Codes(Ask.Ziet("om", "opsporing")).ShouldBeEmpty();

    [Fact]
    public void Weighty_reasons_do_not_matter_for_what_one_supplied_oneself() =>
        Codes(Ask.Ziet("politie").In("weging").Een("politie").Van("politie")).ShouldNotContain("zwaarwegende_redenen");

    /// <summary>Changing anything that was not named never changes the outcome: tried for every other circumstance, with all and with none of the named.</summary>
    [Theory]
    [InlineData("reclassering", "weging", "signaal")]
    [InlineData("nctv", "casusoverleg", "plan")]
    [InlineData("college", "aanmelding", "identificatie")]
    [InlineData("derde", "uitvoering", "relatie")]
    public void What_does_not_matter_never_changes_the_outcome(string party, string phase, string category)
    {
        var purpose = party == "nctv" ? "coordinatie" : "persoonsgericht";
        var ask = Ask.Ontvangt(party, purpose).In(phase).Een(category).Van("burgemeester");
        var named = Codes(ask);

        foreach (var given in new[] { [], named.Where(c => c != "zwaarwegende_redenen").ToArray() })
        {
            foreach (var other in TheConvenant.Loaded.CodesOf("omstandigheid").Except(named))
                ask.Met([.. given, other]).Answer.Outcome.ShouldBe(ask.Met(given).Answer.Outcome, other);
        }
    }

    private static string[] Codes(Ask ask) => [.. Mattering.Of(TheConvenant.Loaded.Code(ask.Question)).Select(c => c.Code)];
}
