using CotnvPga.Domain.AnnualReports;
using NodaTime;

namespace CotnvPga.Domain.Tests.AnnualReports;

/// <summary>A public report says nothing of a person, and no number of cases of one municipality.</summary>
public sealed class AnnualWordsTests
{
    private static readonly LocalDate Today = new(2026, 3, 1);
    private static readonly AnnualWords Good = new("Er kwam sneller hulp.", "Wachten op informatie duurde lang.", "Wij oefenden met bedachte zaken van elke soort.", "Vanaf mei komen wij elke drie weken bij elkaar.");

    [Fact]
    public void What_is_said_in_plain_words_is_accepted() => Good.Errors(null, 2025, Today).ShouldBeEmpty();

    [Theory]
    [InlineData("Wij hadden 3 zaken.")]
    [InlineData("Er waren twee nieuwe signalen.")]
    [InlineData("Dit jaar geen meldingen.")]
    [InlineData("Het ging om één persoon.")]
    [InlineData("Van de 14 jongeren kreeg ieder hulp.")]
    public void A_number_of_cases_is_refused(string text)
    {
        var error = (Good with { Opbrengst = text }).Errors(null, 2025, Today).ShouldHaveSingleItem();

        error.Field.ShouldBe("opbrengst");
        error.Message.ShouldContain("aantal");
    }

    [Theory]
    [InlineData("Een zaak vraagt soms meer tijd.")]
    [InlineData("Wij komen elke 3 weken bij elkaar.")]
    public void Other_numbers_are_not(string text) => (Good with { Opbrengst = text }).Errors(null, 2025, Today).ShouldBeEmpty();

    [Fact]
    public void A_citizen_service_number_is_refused() =>
        (Good with { WerkteNiet = "Het dossier 999990019 bleef liggen." }).Errors(null, 2025, Today).ShouldHaveSingleItem().Field.ShouldBe("werkteNiet");

    [Fact]
    public void All_four_questions_are_answered() =>
        new AnnualWords("Goed.", " ", null, "Beter.").Errors(null, 2025, Today).Select(e => e.Field).ShouldBe(["werkteNiet", "gelijk"]);

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2026-03-02")]
    public void It_is_adopted_after_the_year_and_not_in_the_future(string day) =>
        Good.Errors(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, 2025, Today).ShouldHaveSingleItem().Field.ShouldBe("vastgesteldOp");
}
