using CotnvPga.TestHost;

namespace CotnvPga.Architecture.Tests.Sources;

/// <summary>A text file of the repository.</summary>
/// <param name="Path">Path from the root of the clone, with forward slashes.</param>
/// <param name="Text">Its content.</param>
public sealed record SourceFile(string Path, string Text)
{
    private static readonly HashSet<string> NotOurs = ["bin", "obj", "node_modules", ".git", ".run", "gebouwd", "TestResults", "StrykerOutput", "BenchmarkDotNet.Artifacts", ".vs", ".idea"];

    private static readonly HashSet<string> Binary = [".png", ".jpg", ".ico", ".woff2", ".pdf"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> Everything = new(() => [.. Read(new DirectoryInfo(Repository.Root))]);

    /// <summary>Every text file that people wrote or that stands in version control.</summary>
    public static IReadOnlyList<SourceFile> All => Everything.Value;

    /// <summary>The last part of the path.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Whether the file is in one of these folders.</summary>
    public bool IsIn(params string[] folders) => folders.Any(folder => Path.StartsWith(folder + "/", StringComparison.Ordinal));

    /// <summary>Whether the file has one of these extensions.</summary>
    public bool Is(params string[] extensions) => extensions.Contains(System.IO.Path.GetExtension(Path));

    /// <summary>Every line with its number, the first being 1.</summary>
    public IEnumerable<(int Number, string Text)> Lines => Text.Split('\n').Select((line, index) => (index + 1, line));

    private static IEnumerable<SourceFile> Read(DirectoryInfo folder)
    {
        foreach (var file in folder.EnumerateFiles().Where(f => !Binary.Contains(f.Extension) && f.Name != ".git" && f.LinkTarget is null))
            yield return new(System.IO.Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName));
        foreach (var below in folder.EnumerateDirectories().Where(d => !NotOurs.Contains(d.Name)).SelectMany(Read))
            yield return below;
    }
}
