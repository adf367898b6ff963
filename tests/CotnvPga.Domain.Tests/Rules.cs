using CotnvPga.Convenant;

namespace CotnvPga.Domain.Tests;

/// <summary>The rule data of the repository.</summary>
internal static class Rules
{
    private static readonly Lazy<CompiledConvenant> Loaded = new(() =>
    {
        var folder = PathOf("convenant");
        return CompiledConvenant.Load([.. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => new RuleFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)]).Valid();
    });

    public static CompiledConvenant Convenant => Loaded.Value;

    /// <summary>Absolute path of a file or folder in the clone that these tests were built from.</summary>
    public static string PathOf(string relative)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CotnvPga.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return Path.Combine(folder, relative);
    }
}
