using CotnvPga.Data.Convenants;
using CotnvPga.TestHost.Cases;
using NodaTime;

namespace CotnvPga.Data.Tests.Convenants;

/// <summary>Under which covenant a case is decided: signed or not, and what a new version does with cases that run.</summary>
public sealed class CaseEditionsTests
{
    private static readonly LocalDate Day = new(2026, 11, 25);

    [Fact]
    public void Without_a_signature_the_national_covenant_holds_with_the_strictest_choices()
    {
        var editions = new CaseEditions(CaseWorld.Convenant, new Signed(false));

        editions.Now("9902", Day).Local.ShouldBeNull();
        editions.Of("9902", "9902@2026.1", Day).Local.ShouldBeNull();
    }

    [Fact]
    public void Running_cases_of_Voorbeeldstad_go_on_under_the_new_version()
    {
        var editions = new CaseEditions(CaseWorld.Convenant, new Signed(true));

        editions.Of("9901", "9901@2026.1", Day).Key.ShouldBe("9901@2026.2");
        editions.Of("9901", "", Day).Key.ShouldBe("9901@2026.2");
        editions.Of("9901", "9901@2026.1", new LocalDate(2026, 9, 1)).Key.ShouldBe("9901@2026.1");
    }

    [Fact]
    public void Running_cases_of_Modelveen_keep_the_covenant_they_were_opened_under()
    {
        var editions = new CaseEditions(CaseWorld.Convenant, new Signed(true));

        editions.Of("9902", editions.Now("9902", Day).Key, Day).Key.ShouldBe("9902@2026.1");
        editions.Of("9902", "", Day).Local.ShouldBeNull();
    }

    private sealed class Signed(bool signed) : IAccessions
    {
        public bool Holds(string municipality, LocalDate day) => signed;
    }
}
