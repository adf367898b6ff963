using System.ComponentModel;
using System.Diagnostics;

namespace CotnvPga.Cli.Convenants;

/// <summary>Prints a page with WeasyPrint, where that is installed: tagged and fit for a screen reader (PDF/UA).</summary>
internal static class PdfPrinter
{
    private const string Program = "weasyprint";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Prints to a file, or says in Dutch why not.</summary>
    public static string? Print(string html, string path)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "--pdf-variant", "pdf/ua-1", "--encoding", "utf-8", "-", path })
            start.ArgumentList.Add(argument);
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            return $"Voor .pdf is WeasyPrint nodig, en het programma '{Program}' staat niet op deze machine. Maak een .html en druk die af, of installeer WeasyPrint.";
        }
        using (process)
        {
            var told = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            try
            {
                process.StandardInput.Write(html);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It stopped before it read everything; its exit code and message say why.
                process.WaitForExit(Longest);
            }
            if (!process.WaitForExit(Longest))
            {
                process.Kill(entireProcessTree: true);
                return $"WeasyPrint was na {Longest.TotalMinutes:0} minuten nog niet klaar.";
            }
            Task.WaitAll(told, output);
            return process.ExitCode == 0 && File.Exists(path) ? null : $"WeasyPrint kon het document niet afdrukken: {LastLine(told.Result)}";
        }
    }

    private static string LastLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "geen uitleg";
}
