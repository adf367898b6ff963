using CotnvPga.Data.Keys;
using CotnvPga.Identity.Keys;

namespace CotnvPga.TestHost.Portals;

/// <summary>Folders with keys for portals in tests. Making keys is slow, so they are made once and copied.</summary>
public static class TestKeys
{
    private static readonly Lazy<string> Original = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("cotnvpga-sleutels-").FullName;
        using var keys = PortalKeys.Open(folder);
        _ = keys.CommandLine;
        KeyFolder.OpenOrCreate(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    /// <summary>The keys of cases, the same in every folder: a database is prepared for them.</summary>
    public static KeyFolder OfCases => KeyFolder.OpenOrCreate(Original.Value);

    /// <summary>A folder of its own, with keys in it.</summary>
    public static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("cotnvpga-sleutels-").FullName;
        foreach (var file in Directory.EnumerateFiles(Original.Value, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Original.Value, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return folder;
    }
}
