using System.Buffers;
using System.Text;
using System.Text.Json;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Convenant.Tests.Asking;

/// <summary>The example of the access API gives exactly the answer that its documentation shows, and a receipt.</summary>
public sealed class ExampleAnswerTests
{
    private const string Question = """
        { "subject":  { "type": "partij", "id": "politie", "properties": { "rol": "weegploeglid", "gemeente": "0772" } },
          "action":   { "name": "raadplegen" },
          "resource": { "type": "gegeven", "id": "g-1", "properties": { "categorie": "signaal", "bijzonder": "religie", "verstrekker": "college", "fase": "weging" } },
          "context":  { "doel": "persoonsgericht", "peildatum": "2026-11-01", "omstandigheden": ["geautoriseerd", "noodzakelijk"], "lagen": ["wet"] } }
        """;

    private const string Expected = """{"decision":false,"context":{"uitkomst":"voorwaardelijk","ontbreekt":[["noodzakelijk_bijzonder"]],"grondslagen":["wet-pga:5.3","wet-pga:4.c","wet-pga:8.1"],"laag":"wet","regel":"weging-drie-partijen","zekerheid":"vastgesteld","toelichting":"De politie mag dit gegeven in de weging zien zodra apart is gemotiveerd waarom de religieuze overtuiging nodig is (artikel 8 lid 1 Wet PGA).","bewijs":{"convenant":"HASH","periode":"2025-07-01","regels":["weging-drie-partijen","bijzonder-gegeven"]}}}""";

    [Fact]
    public void Question_of_the_documentation_gets_the_answer_of_the_documentation() => Answer(Question).ShouldBe(Expected.Replace("HASH", TheConvenant.Loaded.Hash, StringComparison.Ordinal));

    private static string Answer(string json)
    {
        var question = new CodedQuestion(TheConvenant.Loaded.Vocabulary);
        new QuestionReader(TheConvenant.Loaded).Read(Encoding.UTF8.GetBytes(json), question).ShouldBeNull();
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, AnswerWriter.Options);
        AnswerWriter.Write(writer, TheConvenant.Loaded.Decide(question));
        writer.Flush();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
