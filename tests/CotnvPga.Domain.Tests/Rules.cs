using CotnvPga.Convenant;

namespace CotnvPga.Domain.Tests;

/// <summary>The rule data of the repository.</summary>
internal static class Rules
{
    private static readonly Lazy<CompiledConvenant> Loaded = new(() =>
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CotnvPga.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        folder = Path.Combine(folder, "convenant");
        return CompiledConvenant.Load([.. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => new RuleFile(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)]).Valid();
    });

    public static CompiledConvenant Convenant => Loaded.Value;
}
