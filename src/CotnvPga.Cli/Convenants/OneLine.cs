using CotnvPga.Convenant;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Data.Convenants;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Cli.Convenants;

/// <summary>What a verb is given, read; what is wrong with it is told in one line on the error stream, and the answer is null.</summary>
internal static class OneLine
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>A day; today when none is given.</summary>
    public static LocalDate? Day(string? text)
    {
        if (text is null)
            return Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InZone(Amsterdam).Date;
        var read = LocalDatePattern.Iso.Parse(text);
        if (read.Success)
            return read.Value;
        Console.Error.WriteLine($"'{text}' is geen dag; schrijf jjjj-mm-dd.");
        return null;
    }

    /// <summary>The convenant in a folder.</summary>
    public static CompiledConvenant? Load(string folder)
    {
        try
        {
            var result = ConvenantFolder.Load(folder);
            var errors = result.Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
            if (errors.Count > 0)
                Console.Error.WriteLine($"Het convenant in '{folder}' is geweigerd: {errors[0]}{(errors.Count > 1 ? $" (en nog {errors.Count - 1}; zie 'check')" : "")}");
            return result.Convenant;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"De map '{folder}' is niet te lezen: {fault.Message}");
            return null;
        }
    }
}
