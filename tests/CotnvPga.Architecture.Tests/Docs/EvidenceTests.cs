using System.Text.RegularExpressions;
using CotnvPga.Architecture.Tests.Sources;
using CotnvPga.TestHost;

namespace CotnvPga.Architecture.Tests.Docs;

/// <summary>A threat or a requirement is met when a test says so: every test that those pages name exists, and what is not met says so itself.</summary>
public sealed partial class EvidenceTests
{
    private const string Threats = "docs/threat-model.md";
    private const string Asvs = "docs/asvs.md";
    private const int Level1 = 70;
    private const int Level2 = 183;

    private static readonly string[] States = ["yes", "partly", "no", "n/a"];

    // The requirements of level 3 that a system with such files should meet too (or say that it does not).
    private static readonly string[] Level3 =
    [
        "1.2.10", "1.3.12", "2.3.5", "2.4.2", "3.4.7", "3.4.8", "4.1.4", "5.2.4", "5.2.6", "5.3.3", "6.3.5", "6.3.7", "6.3.8", "6.5.6", "7.5.3", "8.1.3", "8.2.4", "8.3.2", "8.3.3", "8.4.2", "10.3.5", "10.4.13",
        "10.4.14", "10.4.16", "11.1.4", "11.3.4", "11.7.1", "12.3.5", "13.1.2", "13.1.3", "13.1.4", "13.3.3", "13.3.4", "14.2.6", "14.2.7", "14.2.8", "15.2.4", "15.4.2", "16.5.4",
    ];

    private static readonly Lazy<IReadOnlySet<string>> Tests = new(() => TestsIn(SourceFile.All.Where(f => f.IsIn("tests") && f.Is(".cs"))));

    [Theory]
    [InlineData(Threats)]
    [InlineData(Asvs)]
    public void Every_test_that_is_named_exists(string page) => NamedIn(Text(page)).Where(name => !Tests.Value.Contains(name)).ShouldBeEmpty();

    [Fact]
    public void Every_threat_has_a_kind_a_test_and_a_number_of_its_own()
    {
        var threats = RowsOf(Threats).Where(row => ThreatId().IsMatch(row[0])).ToList();

        threats.Count.ShouldBeGreaterThan(50);
        threats.Select(t => t[0]).ShouldBeUnique();
        threats.Where(t => t.Length != 5 || t[2].Length == 0 || !NamedIn(t[3]).Any()).Select(t => t[0]).ShouldBeEmpty();
        threats.Select(t => t[1]).Distinct().ShouldBe(["S", "T", "R", "I", "D", "E"], ignoreOrder: true);
    }

    [Fact]
    public void Every_requirement_is_answered_with_its_evidence_or_with_what_is_missing()
    {
        var rows = RowsOf(Asvs).Where(row => RequirementId().IsMatch(row[0])).ToList();

        rows.Select(r => r[0]).ShouldBeUnique();
        rows.Count(r => r[1] == "1").ShouldBe(Level1);
        rows.Count(r => r[1] == "2").ShouldBe(Level2);
        rows.Where(r => r[1] == "3").Select(r => r[0]).ShouldBe(Level3, ignoreOrder: true);
        rows.Where(r => r.Length != 5 || !States.Contains(r[3]) || r[2].Length == 0 || r[4].Length == 0).Select(r => r[0]).ShouldBeEmpty("each has its words, its state and its evidence");
        rows.Where(r => r[3] is "yes" or "partly" && !NamedIn(r[4]).Any() && !Quoted().Matches(r[4]).Any(IsThere)).Select(r => r[0]).ShouldBeEmpty("a test, or a file that is there");
    }

    [Fact]
    public void The_count_on_the_page_is_that_of_the_rows()
    {
        var rows = RowsOf(Asvs).Where(row => RequirementId().IsMatch(row[0])).ToList();
        foreach (var level in new[] { "1", "2", "3" })
            Text(Asvs).ShouldContain($"| {level} | {string.Join(" | ", States.Select(state => rows.Count(r => r[1] == level && r[3] == state)))} |");
    }

    [Fact]
    public void TestsIn_FindsFactsAndTheoriesAndNothingElse() => TestsIn([new("tests/X/Y.cs",
        """
        public sealed class YTests
        {
            [Fact]
            public void One() { }
            [Theory]
            [InlineData(1)]
            public async Task Two(int n) { }
            public void Three() { }
        }
        """)]).ShouldBe(["YTests.One", "YTests.Two"], ignoreOrder: true);

    private static HashSet<string> TestsIn(IEnumerable<SourceFile> files)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var (where, isTest) = ("", false);
            foreach (var (_, line) in file.Lines)
            {
                if (TopClass().Match(line) is { Success: true } type)
                    where = type.Groups[1].Value;
                else if (TestMark().IsMatch(line))
                    isTest = true;
                else if (isTest && Method().Match(line) is { Success: true } method)
                {
                    found.Add($"{where}.{method.Groups[1].Value}");
                    isTest = false;
                }
            }
        }
        return found;
    }

    private static bool IsThere(Match quoted) => Path.Exists(Repository.PathOf(quoted.Groups[1].Value));

    private static IEnumerable<string> NamedIn(string text) => TestName().Matches(text).Select(m => m.Groups[1].Value);

    private static IEnumerable<string[]> RowsOf(string page) =>
        Text(page).Split('\n').Where(line => line.StartsWith('|')).Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray());

    private static string Text(string page) => SourceFile.All.Single(f => f.Path == page).Text;

    [GeneratedRegex(@"`(\w+(?:Tests|Laws|Test)\.\w+)`")]
    private static partial Regex TestName();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^T-\d\d$")]
    private static partial Regex ThreatId();

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex RequirementId();

    [GeneratedRegex(@"^(?:public|internal) .*\bclass (\w+)")]
    private static partial Regex TopClass();

    [GeneratedRegex(@"^\s+\[\w*(Fact|Theory)\b")]
    private static partial Regex TestMark();

    [GeneratedRegex(@"^\s+public [\w<> ]+ (\w+)\(")]
    private static partial Regex Method();
}
