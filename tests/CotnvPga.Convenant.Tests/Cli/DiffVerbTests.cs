using static CotnvPga.Convenant.Tests.Cli.Verb;

namespace CotnvPga.Convenant.Tests.Cli;

/// <summary>The verb <c>diff</c>: ends as the program of that name, and tells what is wrong in one line.</summary>
public sealed class DiffVerbTests
{
    [Fact]
    public void The_same_convenant_twice_ends_with_0()
    {
        var (code, output, errors) = Run("", "diff", TheConvenant.Folder, TheConvenant.Folder, "--peildatum", "2026-11-01");
        code.ShouldBe(0);
        output.ShouldContain("Er verandert niets.");
        errors.ShouldBeEmpty();
    }

    [Fact]
    public void Two_days_of_one_convenant_end_with_1_and_in_json_too()
    {
        string[] asked = ["diff", TheConvenant.Folder, "--peildatum", "2025-06-30", "--peildatum-b", "2025-07-01"];
        var (code, output, _) = Run("", asked);
        code.ShouldBe(1);
        output.ShouldContain("antwoorden veranderen.");
        var machine = Run("", [.. asked, "--json"]);
        machine.Code.ShouldBe(1);
        using var json = System.Text.Json.JsonDocument.Parse(machine.Output);
        json.RootElement.GetProperty("na").GetProperty("peildatum").GetString().ShouldBe("2025-07-01");
    }

    [Theory]
    [InlineData("nergens", "--peildatum", "2026-11-01", "niet te lezen")]
    [InlineData("", "--peildatum", "morgen", "is geen dag")]
    [InlineData("", "--gemeente", "Delft", "is geen code van een gemeente")]
    [InlineData("", "--onzin", "x", "--onzin")]
    public void What_cannot_be_compared_is_told_in_one_line_and_ends_with_2(string folder, string option, string value, string told)
    {
        var (code, output, errors) = Run("", "diff", TheConvenant.Folder, Path.Combine(TheConvenant.Folder, folder), option, value);
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.TrimEnd('\n').ShouldNotContain("\n");
        errors.ShouldContain(told);
    }
}
