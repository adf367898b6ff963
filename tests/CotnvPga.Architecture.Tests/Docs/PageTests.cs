using System.Text.RegularExpressions;
using CotnvPga.Architecture.Tests.Sources;
using CotnvPga.Data.Convenants;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost;

namespace CotnvPga.Architecture.Tests.Docs;

/// <summary>What the pages in docs/ say of the code is true of the code.</summary>
public sealed partial class PageTests
{
    private const int ColumnsOfGlossary = 4;
    private const int ColumnsOfCircumstances = 4;

    private static readonly IReadOnlyList<SourceFile> Pages = [.. SourceFile.All.Where(f => f.Is(".md") && (f.IsIn("docs") || f.Path == "README.md"))];

    [Fact]
    public void Every_file_that_a_page_names_is_there() =>
        Pages.SelectMany(page => NamedFile().Matches(page.Text).Select(m => (page.Path, File: m.Groups[1].Value)))
            .Where(named => !Path.Exists(Repository.PathOf(named.File)))
            .ShouldBeEmpty();

    [Fact]
    public void Every_link_to_another_page_leads_to_one() =>
        Pages.SelectMany(page => Link().Matches(page.Text).Select(m => (page.Path, To: m.Groups[1].Value)))
            .Where(link => !File.Exists(Path.Combine(Repository.PathOf(Path.GetDirectoryName(link.Path)!), link.To)))
            .ShouldBeEmpty();

    [Fact]
    public void Every_code_name_of_the_glossary_is_in_the_code()
    {
        var known = SourceFile.All.Where(f => f.IsIn("src", "convenant") && f.Is(".cs", ".sql", ".yaml")).SelectMany(f => WordsOf(f.Text)).ToHashSet(StringComparer.Ordinal);
        var named = Rows("docs/glossary.md", ColumnsOfGlossary).SelectMany(row => Quoted().Matches(row[2]).Select(m => m.Groups[1].Value)).ToList();

        named.Count.ShouldBeGreaterThan(100);
        named.Where(name => !WordsOf(name).All(known.Contains)).ShouldBeEmpty();
    }

    [Fact]
    public void The_glossary_has_every_party_purpose_act_phase_category_step_criterion_and_fact()
    {
        var process = ConvenantFolder.Load(Repository.PathOf("convenant")).Valid().Process;
        var words = WordsOf(Page("docs/glossary.md").Text).ToHashSet(StringComparer.Ordinal);
        string[] codes =
        [
            .. Codes.All<Party>(), .. Codes.All<Purpose>(), .. Codes.All<Act>(), .. Codes.All<Phase>(), .. Codes.All<Category>(),
            .. process.Steps.Concat(process.Acts).Select(s => s.Code), .. process.Criteria.Keys,
            .. process.Steps.SelectMany(s => s.Needs.Concat(s.Outcomes.SelectMany(o => o.When))),
        ];

        codes.Distinct().Where(code => !words.Contains(code)).ShouldBeEmpty();
    }

    [Fact]
    public void Each_circumstance_has_one_row_that_says_who_sets_it_where_and_until_when() =>
        Rows("docs/circumstances.md", ColumnsOfCircumstances)
            .Where(row => row.Skip(1).Take(ColumnsOfCircumstances).All(cell => cell.Trim().Length > 0))
            .Select(row => row[1].Trim().Trim('`'))
            .Where(code => Codes.Parse<Circumstance>(code) is not null)
            .ShouldBe(Codes.All<Circumstance>(), ignoreOrder: true);

    private static SourceFile Page(string path) => Pages.Single(page => page.Path == path);

    /// <summary>The rows of all tables with this many columns; the first cell is what stands before the first bar.</summary>
    private static IEnumerable<string[]> Rows(string path, int columns) =>
        Page(path).Lines.Where(line => line.Text.StartsWith('|')).Select(line => line.Text.Split('|')).Where(row => row.Length == columns + 2);

    private static IEnumerable<string> WordsOf(string text) => Word().Matches(text).Select(m => m.Value);

    // A path with a placeholder in it names no file.
    [GeneratedRegex(@"`((?:src|tests|convenant|deploy|docs)/[^`\s*<{…]*)`")]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"\]\(([^)#:\s]+\.md)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
