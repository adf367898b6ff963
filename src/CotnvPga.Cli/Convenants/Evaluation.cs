using System.Buffers;
using System.Text.Json;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Cli.Convenants;

/// <summary>Answers questions line by line: an error is that line's answer, and the rest goes on.</summary>
internal sealed class Evaluation(CompiledConvenant convenant)
{
    private readonly QuestionReader _reader = new(convenant);
    private readonly CodedQuestion _question = new(convenant.Vocabulary);
    private readonly ArrayBufferWriter<byte> _out = new(1 << 16);

    /// <summary>Answers every line; false when one or more were not understood.</summary>
    public bool Run(Stream input, Stream output)
    {
        var lines = new LineReader(input);
        var all = true;
        var number = 0;
        using var json = new Utf8JsonWriter(_out, AnswerWriter.Options);
        while (lines.Next(out var line, out var tooLong))
        {
            number++;
            json.Reset();
            var error = tooLong
                ? new QuestionError(QuestionError.Whole, $"De regel is langer dan {LineReader.LongestLine} bytes.")
                : _reader.Read(number == 1 ? WithoutByteOrderMark(line) : line, _question);
            if (error is null)
                AnswerWriter.Write(json, convenant.Decide(_question));
            else
                WriteError(json, number, error);
            all &= error is null;
            json.Flush();
            _out.Write("\n"u8);
            if (lines.NeedsInput)
                Send(output);
        }
        Send(output);
        return all;
    }

    private void Send(Stream output)
    {
        output.Write(_out.WrittenSpan);
        output.Flush();
        _out.ResetWrittenCount();
    }

    private static void WriteError(Utf8JsonWriter json, int line, QuestionError error)
    {
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        json.WriteNumber("line"u8, line);
        json.WriteString("field"u8, error.Field);
        json.WriteString("message"u8, error.Message);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> line) =>
        line.StartsWith("\uFEFF"u8) ? line[3..] : line;
}
