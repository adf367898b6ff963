using System.Runtime.CompilerServices;
using CotnvPga.Data.Convenants;

namespace CotnvPga.Convenant.Tests;

/// <summary>The convenant of this repository, loaded once.</summary>
internal static class TheConvenant
{
    public static string Folder { get; } = Path.Combine(Root(), "convenant");

    public static CompiledConvenant Loaded { get; } = ConvenantFolder.Load(Folder).Valid();

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
