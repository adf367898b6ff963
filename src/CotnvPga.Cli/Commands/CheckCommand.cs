using System.CommandLine;
using System.Diagnostics;
using CotnvPga.Cli.Convenants;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Analysing;
using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Cli.Commands;

/// <summary><c>check</c>: reads and analyses the rule data. Exit 1 when there is an error.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = ConvenantOnDisk.Argument();
        var asJson = new Option<bool>("--json") { Description = "Voor machines." };
        var times = new Option<bool>("--tijden") { Description = "Zegt ook hoe lang elke analyse duurde." };
        var command = new Command("check", "Leest en controleert de regels.") { folder, asJson, times };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder)!;
            var watch = Stopwatch.StartNew();
            if (ConvenantOnDisk.Read(path) is not { } loaded)
                return 1;
            var taken = new List<(string Analysis, TimeSpan Time)> { ("lezen en vertalen", watch.Elapsed) };
            watch.Restart();
            var result = ConvenantAnalysis.Analyse(loaded, MunicipalitiesOnDisk.In(path), analysis =>
            {
                taken.Add((analysis, watch.Elapsed));
                watch.Restart();
            });
            if (parsed.GetValue(asJson))
                FindingsAsJson.Write(result, taken);
            else
                WriteText(result, path, parsed.GetValue(times) ? taken : []);
            return result.Diagnostics.Any(d => d.Severity == Severity.Error) ? 1 : 0;
        });
        return command;
    }

    private static void WriteText(LoadResult result, string folder, List<(string Analysis, TimeSpan Time)> taken)
    {
        foreach (var found in result.Diagnostics)
            Console.WriteLine(found with { Place = found.Place with { File = Path.Combine(folder, found.Place.File) } });
        foreach (var (analysis, time) in taken)
            Console.WriteLine($"{time.TotalMilliseconds,8:0.0} ms  {analysis}");
        var errors = result.Diagnostics.Count(d => d.Severity == Severity.Error);
        Console.WriteLine($"{Count(errors, "fout", "fouten")}, {Count(result.Diagnostics.Count - errors, "waarschuwing", "waarschuwingen")}"
            + (result.Convenant is { } convenant ? $"; {Count(convenant.Rules.Rules.Count(), "regel", "regels")}, {Count(convenant.Process.Steps.Count, "stap", "stappen")}, {Count(convenant.Fields.Count, "veld", "velden")}" : "; het convenant is geweigerd"));
    }

    private static string Count(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";
}
