using System.Diagnostics;

namespace CotnvPga.Convenant.Tests.Cli;

/// <summary>Runs a verb of the command line as a program of its own.</summary>
internal static class Verb
{
    /// <summary>What it gave, with its exit code.</summary>
    public static (int Code, string Output, string Errors) Run(string input, params string[] arguments) => RunWith(new Dictionary<string, string>(), input, arguments);

    /// <summary>The same with some variables of its surroundings set.</summary>
    public static (int Code, string Output, string Errors) RunWith(IReadOnlyDictionary<string, string> surroundings, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CotnvPga.Cli.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in surroundings)
            start.Environment[name] = value;
        using var process = System.Diagnostics.Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
