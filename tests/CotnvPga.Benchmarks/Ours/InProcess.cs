using System.Buffers;
using System.Text.Json;
using CotnvPga.Benchmarks.Limit;
using CotnvPga.Benchmarks.Measuring;
using CotnvPga.Benchmarks.Questions;
using CotnvPga.Benchmarks.Reporting;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Benchmarks.Ours;

/// <summary>The engine in this process, on one thread.</summary>
internal sealed class InProcess(CompiledConvenant convenant, QuestionSet set, Rounds rounds)
{
    // Far more than the engine keeps answers of, so that hardly any is still there when it comes by again.
    private const int ManyQuestions = 65_536;

    // As many as come in at once, so that their texts are still where the processor has just put them.
    private const int FewQuestions = 256;

    private readonly CodedQuestion[] _coded = set.Coded;
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private readonly Dictionary<string, Line> _lines = [];

    /// <summary>What one of the lines cost, in nanoseconds.</summary>
    public double this[string line] => _lines[line].Measured!.Nanoseconds;

    /// <summary>What one of the lines allocated, in bytes.</summary>
    public double BytesOf(string line) => _lines[line].Measured!.Bytes!.Value;

    public IEnumerable<Line> Measure()
    {
        var bare = new BareTable(convenant, set);
        yield return Counted("losse tabel, plaats bekend", bare.FromPlaces, "één keer lezen uit een rij bytes: sneller kan het niet");
        yield return Counted("losse tabel, vanaf de nummers", bare.FromIds, "de plaats berekend uit de nummers van dezelfde vraag");
        yield return Counted("op nummers", AllowById, "alleen de wet");
        if (convenant.Layers.Count > 1)
            yield return AllLayers();
        yield return JustRead();
        yield return Counted("met codes als tekst, van ver", AllowInText, "dezelfde; zo veel teksten dat zij niet in de cache van één kern passen");
        yield return Counted("met codes als tekst, als record", AllowQuestion, "een Question, met een woordenboek en een verzameling");
        yield return Counted("met uitleg, eerder gevraagd", Explain, "met de zin voor mensen");
        yield return NotAskedBefore();
        yield return Counted("als JSON, bytes naar bytes", AnswerJson, "AuthZEN-vraag naar volledig antwoord met uitleg");
    }

    private Line Counted(string what, Func<long> allowed, string remark) => _lines[what] =
        new Line(what, rounds.Of(_coded.Length, allowed), _coded.Length, (int)Math.Abs(allowed() - set.Expected.Count(e => e)), remark);

    /// <summary>As a request comes in: every text an object of its own, read a moment before it is asked about.</summary>
    private Line JustRead()
    {
        const string What = "met codes als tekst";
        AskedInText[] few = [.. set.Texts.Take(FewQuestions)];
        return _lines[What] = new Line(What, rounds.Of(few.Length, () => AllowInText(few)), few.Length, (int)Math.Abs(AllowInText(few) - set.Expected.Take(few.Length).Count(e => e)), "een code per as en de omstandigheden; elke tekst is een eigen object, zojuist gelezen");
    }

    private Line AllLayers()
    {
        var edition = convenant.Editions[^1];
        CodedQuestion[] all = [.. set.Questions.Select(q => convenant.Code(q with { Layers = null, Edition = edition }))];
        long Allow()
        {
            var allowed = 0L;
            foreach (var question in all)
                allowed += convenant.Allows(question) ? 1 : 0;
            return allowed;
        }
        return new Line("op nummers, alle lagen", rounds.Of(all.Length, Allow), Remark: string.Join(" ∩ ", edition.Rules.Layers.Select(l => l.Layer.Code)));
    }

    private Line NotAskedBefore()
    {
        const string What = "met uitleg, niet eerder gevraagd";
        CodedQuestion[] many = [.. QuestionMix.Draw(convenant, ManyQuestions).Select(convenant.Code)];
        long Explain()
        {
            var length = 0L;
            foreach (var question in many)
                length += convenant.Decide(question).Explanation.Length;
            return length;
        }
        return _lines[What] = new Line(What, rounds.Of(many.Length, Explain), Remark: $"met de zin voor mensen; {Number.Text(many.Length)} vragen na elkaar, meer dan de motor onthoudt");
    }

    private long AllowById()
    {
        var allowed = 0L;
        foreach (var question in _coded)
            allowed += convenant.Allows(question) ? 1 : 0;
        return allowed;
    }

    private long AllowInText() => AllowInText(set.Texts);

    private long AllowInText(AskedInText[] texts)
    {
        var allowed = 0L;
        var into = new CodedQuestion(convenant.Vocabulary);
        var edition = convenant.Editions[0];
        foreach (var asked in texts)
        {
            convenant.Code(into, asked.ResourceType, asked.Codes, QuestionMix.Day, asked.Circumstances, 1, edition);
            allowed += convenant.Allows(into) ? 1 : 0;
        }
        return allowed;
    }

    private long AllowQuestion()
    {
        var allowed = 0L;
        foreach (var question in set.Questions)
            allowed += convenant.Allows(convenant.Code(question)) ? 1 : 0;
        return allowed;
    }

    private long Explain()
    {
        var allowed = 0L;
        foreach (var question in _coded)
        {
            var answer = convenant.Decide(question);
            allowed += answer.Decision && answer.Explanation.Length > 0 ? 1 : 0;
        }
        return allowed;
    }

    private long AnswerJson()
    {
        var allowed = 0L;
        var reader = new QuestionReader(convenant);
        var question = new CodedQuestion(convenant.Vocabulary);
        using var json = new Utf8JsonWriter(_bytes, AnswerWriter.Options);
        foreach (var asked in set.Json)
        {
            if (reader.Read(asked, question) is { } error)
                throw new InvalidOperationException($"{error.Field}: {error.Message}");
            _bytes.ResetWrittenCount();
            json.Reset(_bytes);
            AnswerWriter.Write(json, convenant.Decide(question));
            json.Flush();
            allowed += _bytes.WrittenSpan.StartsWith("{\"decision\":true"u8) ? 1 : 0;
        }
        return allowed;
    }
}
