using CotnvPga.Convenant;

namespace CotnvPga.Data.Convenants;

/// <summary>A convenant's folder on disk: the engine itself reads no files.</summary>
public static class ConvenantFolder
{
    /// <summary>All YAML files below a folder, with their path within it, in order of path.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<RuleFile> Read(string folder)
    {
        var files = new List<RuleFile>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(IsYaml))
            files.Add(new RuleFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)));
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }

    // A file that ends in .yml must not be left out without a word.
    private static bool IsYaml(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".yaml" or ".yml";

    /// <summary>Reads and compiles the convenant in a folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LoadResult Load(string folder) => CompiledConvenant.Load(Read(folder));
}
