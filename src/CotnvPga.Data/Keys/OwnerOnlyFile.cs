namespace CotnvPga.Data.Keys;

/// <summary>How a file is made that nobody but its owner can read.</summary>
public static class OwnerOnlyFile
{
    /// <summary>Options to write such a file; its mode is set when it is made.</summary>
    public static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
