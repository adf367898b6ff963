namespace CotnvPga.TestHost;

/// <summary>The folder of the clone that these tests were built from.</summary>
public static class Repository
{
    /// <summary>Absolute path of the folder that holds the solution file.</summary>
    /// <exception cref="InvalidOperationException">The tests do not run from inside a clone.</exception>
    public static string Root { get; } = Find();

    /// <summary>Absolute path of a file or folder in the clone, from its path with forward slashes.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CotnvPga.sln")))
                return folder.FullName;
        throw new InvalidOperationException($"There is no CotnvPga.sln above {AppContext.BaseDirectory}.");
    }
}
