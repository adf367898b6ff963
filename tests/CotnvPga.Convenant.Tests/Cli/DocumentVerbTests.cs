using static CotnvPga.Convenant.Tests.Cli.Verb;

namespace CotnvPga.Convenant.Tests.Cli;

/// <summary>The verb <c>document</c>: a whole file or none.</summary>
public sealed class DocumentVerbTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("document-");

    [Theory]
    [InlineData("md", "*Modelconvenant")]
    [InlineData("html", "<!DOCTYPE html>")]
    [InlineData("docx", "PK")]
    public void It_makes_the_kind_of_file_that_is_asked_for(string kind, string begin)
    {
        var target = Path.Combine(_folder.FullName, $"convenant.{kind}");
        var (code, _, errors) = Run("", "document", TheConvenant.Folder, "--gemeente", "9901", "--peildatum", "2026-11-01", "--out", target);
        errors.ShouldBeEmpty();
        code.ShouldBe(0);
        File.ReadAllText(target).ShouldStartWith(begin);
        _folder.GetFiles().Length.ShouldBe(1);
    }

    [Fact]
    public void Without_WeasyPrint_there_is_no_pdf_and_a_line_that_says_so()
    {
        var target = Path.Combine(_folder.FullName, "convenant.pdf");
        var (code, _, errors) = RunWith(new Dictionary<string, string> { ["PATH"] = _folder.FullName }, "", "document", TheConvenant.Folder, "--gemeente", "9901", "--out", target);
        code.ShouldBe(2);
        errors.ShouldContain("WeasyPrint nodig");
        errors.TrimEnd('\n').ShouldNotContain("\n");
        _folder.GetFiles().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("9901", "convenant.odt", "eindigt niet op")]
    [InlineData("9999", "convenant.md", "heeft geen lokaal convenant")]
    [InlineData("Delft", "convenant.md", "is geen code van een gemeente")]
    [InlineData("9901", "weg/convenant.md", "kan niet worden geschreven")]
    public void What_cannot_be_made_is_told_in_one_line_and_leaves_what_was_there(string municipality, string file, string told)
    {
        var before = Path.Combine(_folder.FullName, "convenant.md");
        File.WriteAllText(before, "oud");
        var (code, output, errors) = Run("", "document", TheConvenant.Folder, "--gemeente", municipality, "--out", Path.Combine(_folder.FullName, file));
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.TrimEnd('\n').ShouldNotContain("\n");
        errors.ShouldContain(told);
        File.ReadAllText(before).ShouldBe("oud");
        _folder.GetFiles().Length.ShouldBe(1);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
