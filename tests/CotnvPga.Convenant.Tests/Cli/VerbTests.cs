using static CotnvPga.Convenant.Tests.Cli.Verb;

namespace CotnvPga.Convenant.Tests.Cli;

/// <summary>The verbs as a person or a script runs them: what they print, and with which exit code they end.</summary>
public sealed class VerbTests : IDisposable
{
    private const string Question = """{"subject":{"type":"partij","id":"om"},"action":{"name":"raadplegen"},"resource":{"type":"gegeven","id":"x","properties":{"categorie":"signaal","verstrekker":"college","fase":"weging"}},"context":{"doel":"persoonsgericht","peildatum":"2026-11-01"}}""";

    private readonly DirectoryInfo _broken = Directory.CreateTempSubdirectory("convenant-");

    [Fact]
    public void Evaluate_answers_and_ends_well()
    {
        var (code, output, _) = Run(Question + "\n", "evaluate", "--convenant", TheConvenant.Folder);
        code.ShouldBe(0);
        output.ShouldStartWith("""{"decision":false,"context":{"uitkomst":"voorwaardelijk","ontbreekt":[["geautoriseerd","noodzakelijk","opgeleid"]],""");
    }

    [Fact]
    public void Evaluate_ends_with_2_when_a_line_was_not_understood()
    {
        var (code, output, errors) = Run($"{Question}\nonzin\n{Question}\n", "evaluate", "--convenant", TheConvenant.Folder);
        code.ShouldBe(2);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public void Check_finds_nothing_in_the_convenant_of_this_repository()
    {
        var (code, output, _) = Run("", "check", TheConvenant.Folder);
        code.ShouldBe(0);
        output.ShouldStartWith("0 fouten, 0 waarschuwingen");
    }

    [Fact]
    public void Check_tells_file_line_and_column_and_ends_with_1()
    {
        Break("wet/1-algemeen.yaml", "soort: slot", "soort: sloot");
        var (code, output, errors) = Run("", "check", _broken.FullName);
        code.ShouldBe(1);
        output.ShouldContain("wet/1-algemeen.yaml:6:12: error onbekende-code De soort regel 'sloot' bestaat niet. Bedoelde u 'slot'?");
        output.ShouldContain("het convenant is geweigerd");
        (output + errors).ShouldNotContain("   at ");
        Run("", "check", _broken.FullName, "--json").Output.ShouldContain("\"column\": 12");
    }

    [Fact]
    public void Evaluate_refuses_a_convenant_with_errors()
    {
        Break("wet/1-algemeen.yaml", "laag: wet", "laag:\twet\n\tx");
        var (code, output, errors) = Run(Question, "evaluate", "--convenant", _broken.FullName);
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.ShouldContain("error yaml");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told()
    {
        var (code, _, errors) = Run("", "check", Path.Combine(_broken.FullName, "nergens"));
        code.ShouldBe(1);
        errors.ShouldContain("niet te lezen");
        errors.ShouldNotContain("   at ");
    }

    [Fact]
    public void Explain_tells_which_rules_were_weighed()
    {
        var (code, output, _) = Run(Question, "explain", "--convenant", TheConvenant.Folder);
        code.ShouldBe(0);
        output.ShouldContain("Antwoord: voorwaardelijk (laag wet, regel weging-drie-partijen");
        output.ShouldContain("noodzaak (P) [mist: noodzakelijk]");
        output.ShouldContain("zwaarwegende-redenen (G4) [telt nu niet: alleen bij zwaarwegende_redenen]");
        output.ShouldContain("wet-pga:5.3: artikel 5 lid 3 Wet PGA");
        Run(Question.Replace("\"om\"", "\"omm\"", StringComparison.Ordinal), "explain", "--convenant", TheConvenant.Folder).Errors.ShouldContain("subject.id: 'omm' bestaat niet. Bedoelde u 'om'?");
    }

    [Fact]
    public void Table_gives_the_matrix_as_text_json_and_csv()
    {
        string[] view = ["table", "--convenant", TheConvenant.Folder, "--peildatum", "2026-11-01", "--fase", "weging", "--doel", "persoonsgericht", "--partij", "college"];
        Run("", [.. view, "--lagen", "wet"]).Output.ShouldContain("  b  geautoriseerd + noodzakelijk\n");
        Run("", [.. view, "--rol", "coordinator", "--gemeente", "9901"]).Output.ShouldContain("geautoriseerd + noodzakelijk + opgeleid\n");
        Run("", [.. view, "--csv"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(881);
        using var json = System.Text.Json.JsonDocument.Parse(Run("", [.. view, "--json"]).Output);
        json.RootElement.GetProperty("cellen").GetArrayLength().ShouldBe(880);
        var wrong = Run("", [.. view[..^1], "colege"]);
        wrong.Code.ShouldBe(1);
        wrong.Errors.ShouldContain("'college'");
    }

    public void Dispose() => _broken.Delete(recursive: true);

    /// <summary>Copies the convenant and spoils one file of the copy.</summary>
    private void Break(string path, string old, string changed)
    {
        foreach (var file in CotnvPga.Data.Convenants.ConvenantFolder.Read(TheConvenant.Folder))
        {
            var copy = Path.Combine(_broken.FullName, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, file.Path == path ? file.Text.Replace(old, changed, StringComparison.Ordinal) : file.Text);
        }
    }
}
