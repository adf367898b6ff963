using System.Diagnostics;
using CotnvPga.TestHost;

namespace CotnvPga.Architecture.Tests.Deploy;

/// <summary>Runs what is in <c>deploy/</c>.</summary>
internal static class Deployment
{
    /// <summary>A configuration file, filled in.</summary>
    public static string Render(string template, IReadOnlyDictionary<string, string> values)
    {
        var (code, output, error) = Run("deploy/render", [template], values);
        return code == 0 ? output : throw new InvalidOperationException(error);
    }

    /// <summary>Runs a program from the top of the repository.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static (int Code, string Output, string Error) Run(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program.Contains('/', StringComparison.Ordinal) ? Repository.PathOf(program) : program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} cannot be started.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
