using System.Text;
using CotnvPga.Convenant.Analysing;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Data.Convenants;

namespace CotnvPga.Convenant.Tests.Faults;

/// <summary>Files that no editor should have made: each ends in findings with a place, and never in an exception.</summary>
public sealed class BadInputTests
{
    private const string General = "wet/1-algemeen.yaml";

    public static TheoryData<string, string> Files => new()
    {
        { "empty", "" },
        { "blank", "\n \n\t\n" },
        { "one word", "hallo" },
        { "a list", "- a\n- b\n" },
        { "zero bytes", "\0\0\0\0" },
        { "deep lists", "regels: " + new string('[', 20_000) },
        { "deep and closed", "regels: " + new string('[', 5_000) + new string(']', 5_000) },
        { "deep maps", string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', i) + "a:\n")) },
        { "one long line", "laag: wet\nregels: " + new string('x', 1_000_000) },
        { "many documents", string.Concat(Enumerable.Repeat("---\nlaag: wet\n", 500)) },
        { "many anchors", "laag: &a [x, x]\nregels: [*a, *a, *a]\n" },
        { "a key that is a map", "? {a: b}\n: c\n" },
        { "numbers for words", "laag: 1\nregels: 2\n" },
        { "rules that are words", "laag: wet\nregels: [een, twee]\n" },
        { "a rule that is a list", "laag: wet\nregels:\n  - [id, soort]\n" },
        { "nothing but keys", "laag:\nregels:\n  - id:\n    soort:\n    waar:\n    grondslag:\n" },
        { "unknown letters", "laag: wet\nregels:\n  - {id: \uD83D\uDE00, soort: verbod}\n" },
        { "half a letter", "laag: wet\nregels:\n  - {id: \uD83D, soort: verbod}\n" },
        { "not UTF-8", "laag: wet\nregels: \uFFFD\n" },
        { "a day that is none", "laag: wet\ngeldig: {van: 2025-13-01}\nregels: []\n" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_makes_no_sense_is_refused_with_a_place(string what, string text)
    {
        var files = ConvenantFolder.Read(TheConvenant.Folder).Where(f => f.Path is "vocabulaire.yaml" or "bronnen.yaml").Append(new RuleFile("wet/vreemd.yaml", text)).ToList();
        var result = ConvenantAnalysis.Analyse(CompiledConvenant.Load(files));
        result.Convenant.ShouldBeNull(what);
        result.Diagnostics.ShouldContain(d => d.Severity == Severity.Error && d.Place.File == "wet/vreemd.yaml" && d.Place.Line >= 1, what);
        result.Diagnostics.ShouldAllBe(d => d.Message.Length > 0 && d.Place.Line >= 1 && d.Place.Column >= 1);
    }

    [Fact]
    public void Tabs_are_pointed_at() =>
        Slip.InTheLaw().Change(General, "    lezing: G1", "¶\tlezing: G1").MustBeFoundAs(Finding.Yaml, "gebruik spaties");

    [Fact]
    public void Line_ends_of_Windows_and_a_byte_order_mark_make_no_difference()
    {
        var folder = Directory.CreateTempSubdirectory("convenant-");
        try
        {
            foreach (var file in ConvenantFolder.Read(TheConvenant.Folder))
            {
                var path = Path.Combine(folder.FullName, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text.ReplaceLineEndings("\r\n"), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            }
            ConvenantFolder.Load(folder.FullName).Diagnostics.ShouldBeEmpty();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused_where_it_cannot_be_read()
    {
        var folder = Directory.CreateTempSubdirectory("convenant-");
        try
        {
            foreach (var file in ConvenantFolder.Read(TheConvenant.Folder))
            {
                var path = Path.Combine(folder.FullName, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text);
            }
            File.WriteAllBytes(Path.Combine(folder.FullName, "wet", "9-latin.yaml"), Encoding.Latin1.GetBytes("laag: wet\nregels: Coördinatie\n"));
            var found = ConvenantFolder.Load(folder.FullName).Diagnostics.ShouldHaveSingleItem();
            found.ToString().ShouldBe("wet/9-latin.yaml:2:11: error yaml Hier staat een teken dat niet te lezen is: bewaar het bestand als UTF-8.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_file_that_ends_in_yml_counts_too()
    {
        var folder = Directory.CreateTempSubdirectory("convenant-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "regels.yml"), "laag: wet\n");
            ConvenantFolder.Read(folder.FullName).ShouldHaveSingleItem().Path.ShouldBe("regels.yml");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
