using CotnvPga.TestHost;

namespace CotnvPga.Architecture.Tests.Layout;

/// <summary>The list of decisions is complete, so that nobody has to open a folder to know what was decided.</summary>
public sealed class DecisionsTests
{
    [Fact]
    public void EveryDecision_StandsInTheList_AndNoOther()
    {
        var folder = Repository.PathOf("docs/adr");
        var written = Directory.EnumerateFiles(folder, "*.md").Select(f => Path.GetFileName(f)!).Where(name => name != "README.md");
        var listed = File.ReadLines(Path.Combine(folder, "README.md")).Where(line => line.StartsWith("| [", StringComparison.Ordinal))
            .Select(line => line.Split('(', ')')[1]);

        listed.ShouldBe(written, ignoreOrder: true);
    }
}
