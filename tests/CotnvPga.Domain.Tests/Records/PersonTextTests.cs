using CotnvPga.Domain.Records;

namespace CotnvPga.Domain.Tests.Records;

/// <summary>A text that leaves the case tells nobody whom it is about, as far as a machine can see.</summary>
public sealed class PersonTextTests
{
    [Theory]
    [InlineData("Nummer 999990007.", true)]
    [InlineData("99.99.90.007", true)]
    [InlineData("99 99 90 019", true)]
    [InlineData("Nummer 999990008.", false)]
    [InlineData("Bel 0612345678.", false)]
    [InlineData("In 2024 waren er 12 van.", false)]
    public void A_citizen_service_number_is_found_by_its_own_test(string text, bool has) => new PersonText(text).HasCitizenNumber.ShouldBe(has);

    [Theory]
    [InlineData("Wat doen wij met unal?", "Bakker-Ünal", true)]
    [InlineData("De bakkerij sloot.", "Bakker", false)]
    [InlineData("Hij heet Jan de Wit.", "de Wit", true)]
    [InlineData("De witte auto.", "de Wit", false)]
    [InlineData("Geboren 1 maart 2007", "2007-03-01", true)]
    [InlineData("Geboren 01-03-2007", "2007-03-01", true)]
    [InlineData("Geboren in 2007", "2007-03-01", false)]
    [InlineData("Hij woont in de Dorpsstraat", "Dorpsstraat 12", true)]
    [InlineData("Er zijn 12 signalen", "Dorpsstraat 12", false)]
    public void A_value_of_the_case_is_found_as_a_word(string text, string value, bool tells) => new PersonText(text).Tells(value).ShouldBe(tells);
}
