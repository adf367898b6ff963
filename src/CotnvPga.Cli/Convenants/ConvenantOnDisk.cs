using System.CommandLine;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Data.Convenants;

namespace CotnvPga.Cli.Convenants;

/// <summary>The convenant that a verb works on.</summary>
internal static class ConvenantOnDisk
{
    private const string DefaultFolder = "convenant";

    /// <summary>The option <c>--convenant DIR</c>.</summary>
    public static Option<string> Option() => new("--convenant")
    {
        Description = "De map met het convenant.",
        HelpName = "DIR",
        DefaultValueFactory = _ => DefaultFolder,
    };

    /// <summary>The argument <c>DIR</c>.</summary>
    public static Argument<string> Argument() => new("DIR")
    {
        Description = "De map met het convenant.",
        DefaultValueFactory = _ => DefaultFolder,
    };

    /// <summary>The convenant in a folder, or null after telling on the error stream what is wrong.</summary>
    public static CompiledConvenant? LoadOrTell(string folder)
    {
        if (Read(folder) is not { } result)
            return null;
        if (result.Convenant is null)
        {
            foreach (var error in result.Diagnostics.Where(d => d.Severity == Severity.Error))
                Console.Error.WriteLine(error);
        }
        return result.Convenant;
    }

    /// <summary>What came of reading a folder, or null after telling that it cannot be read.</summary>
    public static LoadResult? Read(string folder)
    {
        try
        {
            return ConvenantFolder.Load(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"De map '{folder}' is niet te lezen: {fault.Message}");
            return null;
        }
    }
}
