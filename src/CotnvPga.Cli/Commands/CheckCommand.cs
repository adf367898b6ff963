using System.CommandLine;
using System.Text.Json;
using CotnvPga.Cli.Convenants;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Analysing;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Cli.Commands;

/// <summary><c>check</c>: reads and analyses the rule data. Exit 1 when there is an error.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = ConvenantOnDisk.Argument();
        var asJson = new Option<bool>("--json") { Description = "Voor machines." };
        var command = new Command("check", "Leest en controleert de regels.") { folder, asJson };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder)!;
            if (ConvenantOnDisk.Read(path) is not { } loaded)
                return 1;
            var result = ConvenantAnalysis.Analyse(loaded);
            if (parsed.GetValue(asJson))
                WriteJson(result);
            else
                WriteText(result, path);
            return result.Diagnostics.Any(d => d.Severity == Severity.Error) ? 1 : 0;
        });
        return command;
    }

    private static void WriteText(LoadResult result, string folder)
    {
        foreach (var found in result.Diagnostics)
            Console.WriteLine(found with { Place = found.Place with { File = Path.Combine(folder, found.Place.File) } });
        var errors = result.Diagnostics.Count(d => d.Severity == Severity.Error);
        Console.WriteLine($"{Count(errors, "fout", "fouten")}, {Count(result.Diagnostics.Count - errors, "waarschuwing", "waarschuwingen")}"
            + (result.Convenant is { } convenant ? $"; {Count(convenant.Rules.Rules.Count(), "regel", "regels")}, {Count(convenant.Process.Steps.Count, "stap", "stappen")}, {Count(convenant.Fields.Count, "veld", "velden")}" : "; het convenant is geweigerd"));
    }

    private static void WriteJson(LoadResult result)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, AnswerWriter.Options with { Indented = true });
        json.WriteStartObject();
        json.WriteString("hash", result.Convenant?.Hash);
        json.WriteStartArray("bevindingen");
        foreach (var found in result.Diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("file", found.Place.File);
            json.WriteNumber("line", found.Place.Line);
            json.WriteNumber("column", found.Place.Column);
            json.WriteString("severity", found.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("code", found.Code);
            json.WriteString("message", found.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static string Count(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";
}
