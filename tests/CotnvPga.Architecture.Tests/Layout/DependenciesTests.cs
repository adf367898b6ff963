using System.Text.Json;
using System.Xml.Linq;
using CotnvPga.TestHost;

namespace CotnvPga.Architecture.Tests.Layout;

/// <summary>Every dependency stands in <c>docs/dependencies.md</c> with its version, so that its licence and reason were looked at.</summary>
public sealed class DependenciesTests
{
    private static readonly string[] PackageFiles = ["src/CotnvPga.Portal/Assets/package.json", "deploy/postgres/npm/package.json", "tests/CotnvPga.Benchmarks/Peers/package.json"];

    private static readonly string[] Groups = ["dependencies", "devDependencies", "optionalDependencies"];

    [Fact]
    public void EveryPackage_IsExplained()
    {
        var explained = File.ReadAllLines(Repository.PathOf("docs/dependencies.md"));

        NuGetPackages().Concat(NpmPackages()).Where(package => !IsExplained(package, explained)).ShouldBeEmpty();
    }

    [Fact]
    public void IsExplained_OtherVersionOrNoReason_IsNot()
    {
        var package = new Package("Vb", "1.2");

        IsExplained(package, ["| Vb | 1.2 | MIT | why |"]).ShouldBeTrue();
        IsExplained(package, ["| Vb | 1.3 | MIT | why |"]).ShouldBeFalse();
        IsExplained(package, ["| Vb | 1.2 | MIT | |"]).ShouldBeFalse();
    }

    private static bool IsExplained(Package package, IEnumerable<string> lines) => lines
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Any(cells => cells.Length == 6 && cells[1] == package.Name && cells[2] == package.Version && cells[3] != "" && cells[4] != "");

    private static IEnumerable<Package> NuGetPackages() => XDocument.Load(Repository.PathOf("Directory.Packages.props"))
        .Descendants("PackageVersion")
        .Select(p => new Package(p.Attribute("Include")!.Value, p.Attribute("Version")!.Value));

    private static IEnumerable<Package> NpmPackages() =>
        from file in PackageFiles
        let root = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(file))).RootElement
        from name in Groups
        where root.TryGetProperty(name, out _)
        from package in root.GetProperty(name).EnumerateObject()
        select new Package(package.Name, package.Value.GetString()!);

    private sealed record Package(string Name, string Version);
}
