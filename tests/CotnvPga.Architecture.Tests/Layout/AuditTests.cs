using System.Text.Json;
using System.Text.RegularExpressions;
using CotnvPga.Architecture.Tests.Sources;
using CotnvPga.TestHost;

namespace CotnvPga.Architecture.Tests.Layout;

/// <summary>
/// What the product is built with cannot change by itself, and a package with a known hole stops the build: NuGet looks for those in everything that
/// is restored, direct or not, and its warnings are errors here. <c>deploy/audit</c> asks again, also for the style sheet.
/// </summary>
public sealed partial class AuditTests
{
    [Fact]
    public void Every_project_pins_what_it_is_built_with_and_a_known_hole_stops_the_build()
    {
        var projects = SourceFile.All.Where(f => f.Is(".csproj")).ToList();
        var props = SourceFile.All.Single(f => f.Path == "Directory.Build.props").Text;

        props.ShouldContain("<NuGetAuditMode>all</NuGetAuditMode>");
        props.ShouldContain("<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>");
        props.ShouldContain("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        projects.Where(p => !File.Exists(Repository.PathOf(Path.Combine(Path.GetDirectoryName(p.Path)!, "packages.lock.json")))).Select(p => p.Path).ShouldBeEmpty();
        SourceFile.All.Where(f => f.Is(".csproj", ".props", ".targets")).Where(f => LetsThrough().IsMatch(f.Text)).Select(f => f.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Every_package_of_a_lock_file_has_the_hash_of_what_it_was()
    {
        foreach (var file in SourceFile.All.Where(f => f.Name == "packages.lock.json"))
        {
            var packages = JsonDocument.Parse(file.Text).RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(framework => framework.Value.EnumerateObject());
            packages.Where(p => p.Value.GetProperty("type").GetString() != "Project" && !p.Value.TryGetProperty("contentHash", out _)).Select(p => $"{file.Path}: {p.Name}").ShouldBeEmpty();
        }
        foreach (var file in SourceFile.All.Where(f => f.Name == "package-lock.json"))
        {
            var packages = JsonDocument.Parse(file.Text).RootElement.GetProperty("packages").EnumerateObject().Where(p => p.Name.Length > 0);
            packages.Where(p => !p.Value.TryGetProperty("integrity", out _)).Select(p => $"{file.Path}: {p.Name}").ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("<NoWarn>$(NoWarn);NU1903</NoWarn>", true)]
    [InlineData("<NuGetAudit>false</NuGetAudit>", true)]
    [InlineData("<NuGetAuditLevel>critical</NuGetAuditLevel>", true)]
    [InlineData("<NuGetAuditSuppress Include=\"x\" />", true)]
    [InlineData("<NoWarn>$(NoWarn);CS1591</NoWarn>", false)]
    public void What_lets_a_hole_through_is_found(string line, bool found) => LetsThrough().IsMatch(line).ShouldBe(found);

    [GeneratedRegex("NU190|NuGetAudit>\\s*false|NuGetAuditLevel|NuGetAuditSuppress|<RestoreLockedMode>\\s*false")]
    private static partial Regex LetsThrough();
}
