using CotnvPga.Data.Signals;

namespace CotnvPga.Cli.Convenants;

/// <summary>The municipalities that exist, from the file beside the rule data.</summary>
internal static class MunicipalitiesOnDisk
{
    /// <summary>Their codes; null, after telling why on the error stream, when the file cannot be read.</summary>
    public static IReadOnlySet<string>? In(string folder)
    {
        try
        {
            return MunicipalityFile.Read(folder).All.Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"Welke gemeenten er zijn is niet bekend: {fault.Message}");
            return null;
        }
    }
}
