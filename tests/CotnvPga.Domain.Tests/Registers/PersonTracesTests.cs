using CotnvPga.Domain.Records;
using CotnvPga.Domain.Registers;

namespace CotnvPga.Domain.Tests.Registers;

/// <summary>Trends and phenomena only (wet-cotnv:2.3): what points at one person is found, what does not is left alone.</summary>
public sealed class PersonTracesTests
{
    [Theory]
    [InlineData("Zijn nummer is 999990007.")]
    [InlineData("Bereikbaar op jan.jansen@voorbeeld.example.")]
    [InlineData("Het account @strijder88 verspreidt dit.")]
    [InlineData("Bel 06-12345678 voor meer.")]
    [InlineData("Bel +31 6 1234 5678.")]
    [InlineData("Een man, geb. 12-03-1990, spreekt daar.")]
    [InlineData("De heer Van den Berg sprak.")]
    [InlineData("Volgens mevr. Jansen is dat zo.")]
    public void What_points_at_a_person_is_found(string text) => PersonTraces.In(text).ShouldNotBeEmpty();

    [Theory]
    [InlineData("In 2025 waren er 1.200 berichten, 30% meer dan in 2024.")]
    [InlineData("De groep gebruikt symbolen met 88 en 14.")]
    [InlineData("Tussen 1990 en 2020 verdubbelde het aantal.")]
    [InlineData("Meneer en mevrouw werden minder gebruikt.")]
    [InlineData("Zie artikel 2 lid 3, blz. 12-14.")]
    public void What_is_about_many_is_left_alone(string text) => PersonTraces.In(text).ShouldBeEmpty();

    [Fact]
    public void A_draw_can_be_done_again_and_nobody_chooses_it()
    {
        List<Guid> all = [.. Enumerable.Range(0, 100).Select(_ => Guid.NewGuid())];
        var drawn = SampleDraw.Of("zaad", all, 10);

        SampleDraw.Of("zaad", Enumerable.Reverse(all), 10).ShouldBe(drawn);
        SampleDraw.Of("ander zaad", all, 10).ShouldNotBe(drawn);
        SampleDraw.Of("zaad", all, 20).Take(10).ShouldBe(drawn, "a larger sample holds the smaller one");
        SampleDraw.NewSeed().ShouldNotBe(SampleDraw.NewSeed());
    }
}
