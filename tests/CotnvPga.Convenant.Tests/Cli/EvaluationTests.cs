using System.Text;
using System.Text.Json;
using CotnvPga.Cli.Convenants;

namespace CotnvPga.Convenant.Tests.Cli;

/// <summary>One answer a line, in order; what cannot be understood is that line's error and the rest goes on.</summary>
public sealed class EvaluationTests
{
    private const string Question = """{"subject":{"type":"partij","id":"om"},"action":{"name":"deelnemen"},"resource":{"type":"overleg","id":"x","properties":{"fase":"weging"}},"context":{"doel":"persoonsgericht","peildatum":"2026-11-01"}}""";

    [Fact]
    public void Every_line_has_its_answer_in_order()
    {
        var (all, answers) = Run($"{Question}\n{Question.Replace("\"om\"", "\"rvdk\"", StringComparison.Ordinal)}\n");
        all.ShouldBeTrue();
        answers.Select(a => a.GetProperty("decision").GetBoolean()).ShouldBe([true, false]);
        answers.ShouldAllBe(a => a.GetProperty("context").GetProperty("grondslagen").GetArrayLength() > 0);
    }

    [Fact]
    public void Bad_lines_are_told_by_number_and_the_others_answered()
    {
        var huge = new string('x', LineReader.LongestLine + 100_000);
        var deep = new string('{', 10_000);
        var lines = new[] { Question, "", "nee", huge, deep, "[1]", Question.Replace("weging", "wegen", StringComparison.Ordinal), "\"\\ud800\"", Question };
        var (all, answers) = Run(string.Join('\n', lines));
        all.ShouldBeFalse();
        answers.Count.ShouldBe(lines.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == Question)
                answers[i].GetProperty("decision").GetBoolean().ShouldBeTrue();
            else
                answers[i].GetProperty("error").GetProperty("line").GetInt32().ShouldBe(i + 1);
        }
        answers[6].GetProperty("error").GetProperty("field").GetString().ShouldBe("resource.properties.fase");
        answers[6].GetProperty("error").GetProperty("message").GetString()!.ShouldContain("'weging'");
    }

    [Fact]
    public void Lines_may_end_as_on_windows_and_begin_with_a_byte_order_mark() =>
        Run($"\uFEFF{Question}\r\n{Question}\r\n").All.ShouldBeTrue();

    [Fact]
    public void Nothing_in_is_nothing_out()
    {
        var (all, answers) = Run("");
        all.ShouldBeTrue();
        answers.ShouldBeEmpty();
    }

    [Fact]
    public void A_line_of_bytes_that_are_no_utf8_is_an_error_of_that_line()
    {
        var (all, answers) = Run([.. Encoding.UTF8.GetBytes(Question), (byte)'\n', 0xC3, 0x28, (byte)'\n', .. Encoding.UTF8.GetBytes(Question)]);
        all.ShouldBeFalse();
        answers.Select(a => a.TryGetProperty("error", out _)).ShouldBe([false, true, false]);
    }

    private static (bool All, List<JsonElement> Answers) Run(string input) => Run(Encoding.UTF8.GetBytes(input));

    private static (bool All, List<JsonElement> Answers) Run(byte[] input)
    {
        using var output = new MemoryStream();
        var all = new Evaluation(TheConvenant.Loaded).Run(new Trickle(input), output);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (all, [.. lines.Select(l => JsonDocument.Parse(l).RootElement.Clone())]);
    }

    /// <summary>A stream that gives a few bytes at a time, as a pipe may.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 4093));
    }
}
