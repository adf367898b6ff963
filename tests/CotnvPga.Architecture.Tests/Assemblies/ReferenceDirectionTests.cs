using System.Xml.Linq;
using CotnvPga.Architecture.Tests.Sources;

namespace CotnvPga.Architecture.Tests.Assemblies;

/// <summary>References run one way: Portal and Cli → Data, Identity → Domain → Convenant, and beside those Documents → Convenant.</summary>
public sealed class ReferenceDirectionTests
{
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["CotnvPga.Convenant"] = [],
        ["CotnvPga.Documents"] = ["CotnvPga.Convenant"],
        ["CotnvPga.Domain"] = ["CotnvPga.Convenant"],
        ["CotnvPga.Data"] = ["CotnvPga.Domain", "CotnvPga.Convenant"],
        ["CotnvPga.Identity"] = ["CotnvPga.Domain", "CotnvPga.Convenant"],
        ["CotnvPga.Portal"] = ["CotnvPga.Data", "CotnvPga.Documents", "CotnvPga.Identity", "CotnvPga.Domain", "CotnvPga.Convenant"],
        ["CotnvPga.Cli"] = ["CotnvPga.Data", "CotnvPga.Documents", "CotnvPga.Identity", "CotnvPga.Domain", "CotnvPga.Convenant"],
    };

    public static TheoryData<string> Projects => [.. Below.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_RefersOnlyToWhatIsBelowIt(string project)
    {
        var file = SourceFile.All.Single(f => f.Path == $"src/{project}/{project}.csproj");
        var declared = XDocument.Parse(file.Text).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value));
        var compiled = AssemblyUses.Of(project).Assemblies.Where(a => a.StartsWith("CotnvPga.", StringComparison.Ordinal));

        declared.Concat(compiled).Except(Below[project]).ShouldBeEmpty();
    }

    [Fact]
    public void Below_KnowsEveryProject() =>
        SourceFile.All.Where(f => f.IsIn("src") && f.Is(".csproj")).Select(f => Path.GetFileNameWithoutExtension(f.Path)).ShouldBe(Below.Keys, ignoreOrder: true);

    [Fact]
    public void Solution_HoldsEveryProject()
    {
        var solution = SourceFile.All.Single(f => f.Path == "CotnvPga.sln").Text.Replace('\\', '/');

        // Stryker alone builds this one: the same tests once more, with nothing but the engine around them (docs/mutation.md).
        SourceFile.All.Where(f => f.Is(".csproj") && !f.IsIn("tests/CotnvPga.Mutation")).Select(f => f.Path).Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
