using System.Security;

namespace CotnvPga.Identity.Keys;

/// <summary>Files that only their owner may read.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Reads a file after making sure that nobody but its owner can.</summary>
    /// <remarks>Mode 0600 and being able to read it means being its owner, or the superuser who can read everything anyway.</remarks>
    /// <exception cref="SecurityException">Others have a right on the file.</exception>
    public static string ReadAllText(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0)
            throw new SecurityException($"{path} can be read by others than its owner. Set its mode to 0600.");
        return File.ReadAllText(path);
    }

    /// <summary>Writes a file that only its owner can read, in the place of what was there. Readers see the old text or the new, never half.</summary>
    public static async Task WriteAllTextAsync(string path, string text, CancellationToken cancel)
    {
        var temporary = NewBeside(path);
        await using (var writer = new StreamWriter(Create(temporary)))
            await writer.WriteAsync(text.AsMemory(), cancel);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads the file, or makes it when it is missing. Of two that make it at the same time one wins, for both.</summary>
    public static string ReadOrCreate(string path, Func<string> make)
    {
        if (!File.Exists(path))
        {
            CreateFolder(Path.GetDirectoryName(path)!);
            var temporary = NewBeside(path);
            using (var writer = new StreamWriter(Create(temporary)))
                writer.Write(make());
            try
            {
                File.Move(temporary, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(temporary);
            }
        }
        return ReadAllText(path);
    }

    /// <summary>Makes a folder that only its owner can enter; leaves an existing one as it is.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    private static string NewBeside(string path) => $"{path}.{Guid.NewGuid():N}";

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }
}
