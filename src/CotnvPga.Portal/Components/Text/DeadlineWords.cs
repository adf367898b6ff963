namespace CotnvPga.Portal.Components.Text;

/// <summary>How near a deadline is, in words; colour only repeats them.</summary>
public static class DeadlineWords
{
    private const int Near = 2;

    /// <summary>"2 werkdagen te laat", "Vandaag", "Nog 1 werkdag".</summary>
    public static string Of(int workingDays) => workingDays switch
    {
        < 0 => $"{Days(-workingDays)} te laat",
        0 => "Vandaag",
        _ => $"Nog {Days(workingDays)}",
    };

    /// <summary><c>laat</c>, <c>bijna</c> or nothing.</summary>
    public static string? Tone(int workingDays) => workingDays switch
    {
        < 0 => "laat",
        <= Near => "bijna",
        _ => null,
    };

    private static string Days(int count) => count == 1 ? "1 werkdag" : $"{count} werkdagen";
}
