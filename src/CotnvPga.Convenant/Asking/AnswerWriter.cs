using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Convenant.Asking;

/// <summary>Writes answers in the form of the AuthZEN Authorization API.</summary>
public static class AnswerWriter
{
    private static readonly string[] Outcomes = ["afgeschermd", "voorwaardelijk", "zichtbaar"];

    /// <summary>How answers are written: Dutch letters as they are.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The code of an outcome.</summary>
    public static string Code(this Outcome outcome) => Outcomes[(int)outcome];

    /// <summary>Writes <c>{"decision": …, "context": {…}}</c>.</summary>
    public static void Write(Utf8JsonWriter json, Answer answer)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(answer);
        json.WriteStartObject();
        json.WriteBoolean("decision"u8, answer.Decision);
        json.WriteStartObject("context"u8);
        json.WriteString("uitkomst"u8, answer.Outcome.Code());
        if (answer.Outcome == Outcome.Voorwaardelijk)
        {
            json.WriteStartArray("ontbreekt"u8);
            foreach (var set in answer.Missing)
                WriteTexts(json, set);
            json.WriteEndArray();
        }
        json.WritePropertyName("grondslagen"u8);
        WriteTexts(json, answer.Grounds);
        json.WriteString("laag"u8, answer.Layer);
        json.WriteString("regel"u8, answer.Rule);
        json.WriteString("zekerheid"u8, answer.Certainty);
        json.WriteString("toelichting"u8, answer.Explanation);
        WriteReceipt(json, answer.Receipt);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteReceipt(Utf8JsonWriter json, Receipt receipt)
    {
        json.WriteStartObject("bewijs"u8);
        json.WriteString("convenant"u8, receipt.Convenant);
        if (receipt.Model is { } model)
            json.WriteString("modelconvenant"u8, model);
        if (receipt.Edition.Length > 0)
            json.WriteString("lokaal"u8, receipt.Edition);
        if (receipt.Period is { } period)
            json.WriteString("periode"u8, period.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WritePropertyName("regels"u8);
        WriteTexts(json, receipt.Rules);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, IReadOnlyList<string> texts)
    {
        json.WriteStartArray();
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
