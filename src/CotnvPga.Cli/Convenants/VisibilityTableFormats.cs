using System.Text.Json;
using CotnvPga.Convenant.Asking;

namespace CotnvPga.Cli.Convenants;

/// <summary>Writes a visibility table for machines.</summary>
internal static class VisibilityTableFormats
{
    public static void WriteJson(VisibilityTable table)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, AnswerWriter.Options with { Indented = true });
        json.WriteStartObject();
        json.WriteString("convenant", table.Convenant.Hash);
        json.WriteString("partij", table.View.Party);
        json.WriteString("handeling", table.View.Act);
        json.WriteString("doel", table.View.Purpose);
        json.WriteString("fase", table.View.Phase);
        json.WriteString("peildatum", table.View.Date.ToString("yyyy-MM-dd", null));
        json.WriteStartArray("omstandigheden");
        foreach (var code in table.View.ViewerCircumstances.Order(StringComparer.Ordinal))
            json.WriteStringValue(code);
        json.WriteEndArray();
        json.WriteStartArray("cellen");
        foreach (var cell in table.Cells)
        {
            json.WriteStartObject();
            for (var i = 0; i < cell.Codes.Length; i++)
                json.WriteString(table.AxisNames[i], cell.Codes[i]);
            json.WritePropertyName("antwoord");
            AnswerWriter.Write(json, cell.Answer);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    public static void WriteCsv(VisibilityTable table, TextWriter text)
    {
        text.WriteLine(string.Join(',', [.. table.AxisNames, "uitkomst", "ontbreekt", "regel", "grondslagen", "zekerheid"]));
        foreach (var (codes, answer) in table.Cells)
        {
            var missing = string.Join('|', answer.Missing.Select(set => string.Join('+', set)));
            text.WriteLine(string.Join(',', [.. codes, answer.Outcome.Code(), missing, answer.Rule, string.Join(' ', answer.Grounds), answer.Certainty]));
        }
    }
}
