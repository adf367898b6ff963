using CotnvPga.Convenant;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.Signals;
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

    /// <summary>Whether a code can be that of a municipality in this convenant; no code can.</summary>
    public static bool IsMunicipality(CompiledConvenant convenant, string? code)
    {
        if (code is null || (convenant.Vocabulary.Shape.Municipality is { } shape && shape.Fits(code)))
            return true;
        Console.Error.WriteLine(convenant.Vocabulary.Shape.Municipality is { } known
            ? $"'{code}' is geen code van een gemeente; die heeft {known.Digits} cijfers, zoals 9901."
            : "Dit convenant kent geen gemeenten.");
        return false;
    }

    /// <summary>The name of a municipality: from its covenant, else from the list beside the convenant.</summary>
    public static string? NameOf(CompiledConvenant convenant, string folder, string code)
    {
        if (convenant.Covenants.Locals.LastOrDefault(l => l.Municipality == code) is { } local)
            return local.Name;
        try
        {
            if (MunicipalityFile.Read(folder).All.FirstOrDefault(m => m.Code == code) is { } named)
                return named.Name;
            Console.Error.WriteLine($"Gemeente '{code}' staat niet in {MunicipalityFile.Name} en heeft geen lokaal convenant.");
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"De naam van gemeente '{code}' is niet te vinden: {fault.Message}");
        }
        return null;
    }
}
