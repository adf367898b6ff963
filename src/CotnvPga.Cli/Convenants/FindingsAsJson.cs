using System.Text.Json;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Cli.Convenants;

/// <summary>What <c>check</c> found, for machines.</summary>
internal static class FindingsAsJson
{
    public static void Write(LoadResult result, IEnumerable<(string Analysis, TimeSpan Time)> taken)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, AnswerWriter.Options with { Indented = true });
        json.WriteStartObject();
        json.WriteString("hash", result.Convenant?.Hash);
        json.WriteStartArray("bevindingen");
        foreach (var found in result.Diagnostics)
            Write(json, found);
        json.WriteEndArray();
        json.WriteStartObject("milliseconden");
        foreach (var (analysis, time) in taken)
            json.WriteNumber(analysis, Math.Round(time.TotalMilliseconds, 1));
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, Diagnostic found)
    {
        json.WriteStartObject();
        json.WriteString("file", found.Place.File);
        json.WriteNumber("line", found.Place.Line);
        json.WriteNumber("column", found.Place.Column);
        json.WriteString("severity", found.Severity == Severity.Error ? "error" : "warning");
        json.WriteString("code", found.Code);
        json.WriteString("message", found.Message);
        if (found.Cell is not null)
            json.WriteString("cel", found.Cell);
        if (found.About.Length > 0)
            json.WriteString("over", found.About);
        json.WriteEndObject();
    }
}
