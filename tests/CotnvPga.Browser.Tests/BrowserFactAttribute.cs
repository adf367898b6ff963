namespace CotnvPga.Browser.Tests;

/// <summary>A test in a real browser; skipped, and counted as skipped, where <c>PGA_CHROMIUM</c> names no Chromium.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    /// <summary>Skips the test when there is no browser to run it in.</summary>
    public BrowserFactAttribute()
    {
        if (Chromium is null)
            Skip = "Geen Chromium op deze machine (PGA_CHROMIUM).";
    }

    /// <summary>Path of the browser that <c>./test</c> found; null when there is none.</summary>
    public static string? Chromium { get; } = Environment.GetEnvironmentVariable("PGA_CHROMIUM") is { Length: > 0 } path ? path : null;
}
