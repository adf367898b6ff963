using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Tests.Faults;

/// <summary>Slips in the catalogue of interventions and in what records say about it.</summary>
public sealed class InterventionFaultTests
{
    private const string Catalogue = "interventies.yaml";
    private const string Plan = "proces/stukken-plan.yaml";

    [Theory]
    [InlineData(Catalogue, "    bijt_met: [ter_toezicht]", "    bijt_met: [¶ter_toezich]", Finding.UnknownCode, "Bedoelde u 'ter_toezicht'?")]
    [InlineData(Catalogue, "    bijt_met: [ter_toezicht]", "    bijt_met: [¶lse_begeleiding]", Finding.ImpossibleClash, "bijt met zichzelf")]
    [InlineData(Catalogue, "    bijt_met: [lse_begeleiding, mentor]", "    bijt_met: [lse_begeleiding, ¶huisbezoek]", Finding.ToldTwice, "staat al bij 'huisbezoek'")]
    [InlineData(Catalogue, "  - code: lse_begeleiding\n    naam: Begeleiding bij het loslaten van extremisme (LSE)\n    leefgebied: [denkbeelden, sociaal_netwerk]\n    eigenaar: [burgemeester, college, reclassering]\n", "  - ¶code: lse_begeleiding\n    naam: Begeleiding bij het loslaten van extremisme (LSE)\n    leefgebied: [denkbeelden, sociaal_netwerk]\n", Finding.MissingKey, "mist de sleutel 'eigenaar'")]
    [InlineData(Catalogue, "    vrijwillig: ja\n    grondslag: [wet-pga:6.1, wet-pga:3.3, \"praktijk:plan\"]\n", "    vrijwillig: ja\n    grondslag: ¶[]\n", Finding.EmptyValue, "'grondslag' is leeg")]
    [InlineData(Catalogue, "    leefgebied: [denkbeelden, sociaal_netwerk]", "    leefgebied: [denkbeelden, ¶sociaal_netwerken]", Finding.UnknownCode, "Bedoelde u 'sociaal_netwerk'?")]
    [InlineData(Catalogue, "    eigenaar: [burgemeester, college, reclassering]", "    eigenaar: [burgemeester, college, ¶reklassering]", Finding.UnknownCode, "Bedoelde u 'reclassering'?")]
    [InlineData(Catalogue, "  - code: familieondersteuning", "  - code: ¶lse_begeleiding", Finding.DuplicateCode, "bestaat al")]
    [InlineData(Plan, "soort: stukken, uit: plan_doel, verplicht: nee", "soort: stukken, uit: ¶plan_doelen, verplicht: nee", Finding.UnknownCode, "Bedoelde u 'plan_doel'?")]
    [InlineData(Plan, "      botsing: {vraag: \"Interventies die elkaar bijten: waarom toch samen?\", soort: tekst, verplicht: nee,", "      ¶botsing: {vraag: \"Interventies die elkaar bijten: waarom toch samen?\", soort: tekst,", Finding.WrongKind, "niet verplicht")]
    [InlineData(Plan, "    bij: [plan_interventie]\n    alleen_geadresseerden: ja\n", "    alleen_geadresseerden: ja\n", Finding.MissingKey, "voeg 'bij' toe")]
    public void Slip_is_found_where_it_was_made(string path, string old, string changed, string code, string says)
    {
        var slip = Slip.InTheProcess();
        if (changed.Contains('¶', StringComparison.Ordinal))
            slip.Change(path, old, changed).MustBeFoundAs(code, says);
        else
            slip.Change(path, old, changed).PointingAt(path, "  - stuk: ¶plan_voortgang").MustBeFoundAs(code, says);
    }

    [Fact]
    public void Two_interventions_clash_when_one_of_them_says_so()
    {
        var catalogue = TheConvenant.Loaded.Process.Interventions;
        catalogue.ClashesAmong(["mentor", "opsporingsonderzoek", "huisvesting"]).ShouldHaveSingleItem().One.Code.ShouldBe("mentor");
        catalogue.ClashesAmong(["mentor", "huisvesting", "onbekend"]).ShouldBeEmpty();
    }
}
