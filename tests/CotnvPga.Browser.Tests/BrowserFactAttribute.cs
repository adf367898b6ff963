namespace CotnvPga.Browser.Tests;

/// <summary>A test in a real browser; skipped, and counted as skipped, where there is no Chromium (<c>PGA_CHROMIUM</c>, else Debian's).</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    private const string DebianPlace = "/usr/bin/chromium";

    /// <summary>Skips the test when there is no browser to run it in.</summary>
    public BrowserFactAttribute()
    {
        if (Chromium is null)
            Skip = "Geen Chromium op deze machine (PGA_CHROMIUM).";
    }

    /// <summary>Path of the browser; null when there is none. An empty <c>PGA_CHROMIUM</c> says that there is none.</summary>
    public static string? Chromium { get; } = Environment.GetEnvironmentVariable("PGA_CHROMIUM") switch
    {
        { Length: > 0 } path => path,
        null when File.Exists(DebianPlace) => DebianPlace,
        _ => null,
    };
}
