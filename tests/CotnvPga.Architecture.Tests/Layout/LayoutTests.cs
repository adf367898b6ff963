using System.Runtime.Versioning;
using CotnvPga.TestHost;

namespace CotnvPga.Architecture.Tests.Layout;

/// <summary>What a stranger finds at the top of the repository.</summary>
public sealed class LayoutTests
{
    private static readonly string[] Folders = ["src", "tests", "convenant", "deploy", "docs", ".ci"];

    private static readonly string[] Commands = ["run", "test", ".ci/run", "deploy/postgres/cluster"];

    private static readonly string[] Files =
        ["README.md", "LICENSE", "CotnvPga.sln", "global.json", "Directory.Build.props", "Directory.Packages.props", ".editorconfig", ".gitignore", "run", "test"];

    [Theory]
    [MemberData(nameof(RequiredFolders))]
    public void Folder_IsThere(string folder) => Directory.Exists(Repository.PathOf(folder)).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(RequiredFiles))]
    public void File_IsThere(string file) => File.Exists(Repository.PathOf(file)).ShouldBeTrue();

    [Theory]
    [UnsupportedOSPlatform("windows")]
    [MemberData(nameof(RequiredCommands))]
    public void Command_CanBeRun(string file) => File.GetUnixFileMode(Repository.PathOf(file)).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();

    [Fact]
    public void Top_HoldsNothingElse()
    {
        string[] known = [.. Folders, .. Files, ".git", ".run", ".gitattributes", ".config", "TestResults", "NuGet.config"];

        new DirectoryInfo(Repository.Root).EnumerateFileSystemInfos().Select(entry => entry.Name).Except(known).ShouldBeEmpty();
    }

    public static TheoryData<string> RequiredFolders => [.. Folders];

    public static TheoryData<string> RequiredFiles => [.. Files];

    public static TheoryData<string> RequiredCommands => [.. Commands];
}
