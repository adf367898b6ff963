using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Convenant.Asking;

/// <summary>
/// Reads a question in the form of the AuthZEN Authorization API from JSON into numbers. Members that do not count are
/// ignored, unknown codes in members that do are errors, and so is a member name that comes twice. Reusable, and not for use
/// by two threads at once; a question that is understood costs no memory.
/// </summary>
public sealed class QuestionReader
{
    private const int LongestCodeShown = 64;

    private readonly Vocabulary _vocabulary;
    private readonly IReadOnlyList<string> _ownLayers;
    private readonly QuestionMembers _members;
    private readonly QuestionScan _scan;
    private readonly Utf8Words[] _axes;
    private readonly Utf8Words _circumstances;
    private readonly Utf8Words _resourceTypes;
    private readonly Utf8Words _layers;
    private readonly Utf8Words? _subjectTypes;
    private readonly (Axis Axis, bool[] Allowed)[][] _limits;
    private readonly int[] _firstLayers;
    private readonly int _localLayer;
    private readonly CompiledConvenant _convenant;

    /// <summary>A reader for questions to one convenant.</summary>
    public QuestionReader(CompiledConvenant convenant)
    {
        ArgumentNullException.ThrowIfNull(convenant);
        _convenant = convenant;
        _vocabulary = convenant.Vocabulary;
        _ownLayers = convenant.Layers;
        _firstLayers = [.. _vocabulary.Axes.Select(a => a.FromLayer is { } from ? HigherThan(from) : -1)];
        _localLayer = _vocabulary.Shape.Municipality is { } shape ? IndexOf(_ownLayers, shape.Layer) : -1;
        _members = new QuestionMembers(_vocabulary);
        _scan = new QuestionScan(_members);
        _axes = [.. _vocabulary.Axes.Select(a => new Utf8Words(a.Codes))];
        _circumstances = new Utf8Words(_vocabulary.Circumstances.Select(c => c.Code));
        _resourceTypes = new Utf8Words(_vocabulary.ResourceTypes.Select(t => t.Code));
        _layers = new Utf8Words(_vocabulary.Layers.Select(l => l.Code));
        _subjectTypes = _vocabulary.Shape.SubjectType is { } type ? new Utf8Words([type]) : null;
        _limits = [.. _vocabulary.ResourceTypes.Select(t => t.Only.Select(only => Limit(_vocabulary.Axis(only.Key)!, only.Value)).ToArray())];
    }

    /// <summary>Reads one question.</summary>
    /// <param name="json">The question, UTF-8.</param>
    /// <param name="question">Where it is written; its old content is lost.</param>
    /// <returns>Null when it was understood, else what is wrong.</returns>
    public QuestionError? Read(ReadOnlySpan<byte> json, CodedQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (!Utf8.IsValid(json))
            return QuestionError.NotUtf8;
        try
        {
            return _scan.Walk(json)
                ?? CheckRequired(json)
                ?? ReadResourceType(json, question)
                ?? ReadLayers(json, question)
                ?? ReadAxes(json, question)
                ?? ReadDay(json, question)
                ?? ReadCircumstances(json, question)
                ?? ReadMunicipality(json, question);
        }
        catch (JsonException fault)
        {
            return QuestionError.NotJson(fault);
        }
        catch (InvalidOperationException)
        {
            return QuestionError.HalfSign;
        }
    }

    private QuestionError? CheckRequired(ReadOnlySpan<byte> json)
    {
        foreach (var member in _members.RequiredTexts)
        {
            if (!_scan.TryFind(member, out _))
                return Absent(member, KnownOf(member));
        }
        return _subjectTypes is not null && NumberOf(json, _members.SubjectType, _subjectTypes) < 0
            ? Unknown(_members.SubjectType, Text(json, _members.SubjectType), _subjectTypes.Words)
            : null;
    }

    private IEnumerable<string>? KnownOf(Member member) =>
        member == _members.SubjectType ? _subjectTypes?.Words
        : member == _members.ResourceType ? _resourceTypes.Words
        : Array.IndexOf(_members.Axes, member) is >= 0 and var axis ? _vocabulary.Axes[axis].Codes
        : null;

    private QuestionError? ReadResourceType(ReadOnlySpan<byte> json, CodedQuestion question)
    {
        question.ResourceType = NumberOf(json, _members.ResourceType, _resourceTypes);
        return question.ResourceType < 0 ? Unknown(_members.ResourceType, Text(json, _members.ResourceType), _resourceTypes.Words) : null;
    }

    private QuestionError? ReadAxes(ReadOnlySpan<byte> json, CodedQuestion question)
    {
        var type = _vocabulary.ResourceTypes[question.ResourceType];
        for (var i = 0; i < _axes.Length; i++)
        {
            var axis = _vocabulary.Axes[i];
            var member = _members.Axes[i];
            if (axis.ResourceType is not null && axis.ResourceType != type.Code)
            {
                question.Values[i] = (byte)axis.Values.Count;
                continue;
            }
            if (question.Layers <= _firstLayers[i])
            {
                question.Values[i] = (byte)axis.Default!.Value;
                continue;
            }
            if (!_scan.TryFind(member, out _))
            {
                if (axis.Default is not { } value || _scan.IsNotText(member))
                    return Absent(member, axis.Codes);
                question.Values[i] = (byte)value;
                continue;
            }
            var number = NumberOf(json, member, _axes[i]);
            if (number < 0)
                return Unknown(member, Text(json, member), axis.Codes);
            question.Values[i] = (byte)number;
        }
        return CheckLimits(type, question);
    }

    private QuestionError? CheckLimits(ResourceType type, CodedQuestion question)
    {
        foreach (var (axis, allowed) in _limits[type.Index])
        {
            var value = question.Values[axis.Index];
            if (!allowed[value])
                return new QuestionError(_members.ResourceType.Path, $"Bij '{type.Code}' hoort geen {axis.Name} '{axis.Values[value].Code}', wel: {string.Join(", ", type.Only[axis.Name])}.");
        }
        return null;
    }

    private static (Axis, bool[]) Limit(Axis axis, IReadOnlySet<string> only) => (axis, [.. axis.Codes.Select(only.Contains)]);

    private QuestionError? ReadDay(ReadOnlySpan<byte> json, CodedQuestion question)
    {
        question.Date = LocalDate.MaxIsoValue;
        if (_vocabulary.Shape.Day is not { } shape)
            return null;
        LocalDate? day = null;
        if (_scan.TryFind(_members.Date!, out var text))
        {
            if (!IsoDay.TryParse(Bytes(json, text), out var read))
                return new QuestionError(shape.Path, $"'{Text(json, _members.Date!)}' is geen dag; schrijf jjjj-mm-dd.");
            day = read;
        }
        else if (_scan.IsNotText(_members.Date!))
        {
            return Absent(_members.Date!);
        }
        if (_members.Time is not null && ReadMoment(json, shape, ref day) is { } error)
            return error;
        if (day is null)
            return shape.Required ? Absent(_members.Date!) : null;
        if (day > shape.Last)
            return new QuestionError(shape.Path, $"Een vraag gaat over een dag tot en met {shape.Last:yyyy-MM-dd}.");
        question.Date = day.Value;
        return null;
    }

    private QuestionError? ReadMoment(ReadOnlySpan<byte> json, QuestionDay shape, ref LocalDate? day)
    {
        if (!_scan.TryFind(_members.Time!, out var text))
            return _scan.IsNotText(_members.Time!) ? Absent(_members.Time!) : null;
        if (!Moment.TryReadDay(Bytes(json, text), shape.Zone, out var read))
            return new QuestionError(_members.Time!.Path, $"'{Text(json, _members.Time!)}' is geen moment; schrijf het als 2026-11-01T09:30:00+01:00.");
        if (day is { } given && given != read)
            return new QuestionError(_members.Time!.Path, $"Dit moment valt op {read:yyyy-MM-dd} en {shape.Path} zegt {given:yyyy-MM-dd}.");
        day = read;
        return null;
    }

    private QuestionError? ReadCircumstances(ReadOnlySpan<byte> json, CodedQuestion question)
    {
        question.Circumstances = 0;
        for (var i = 0; i < _scan.Circumstances.Count; i++)
        {
            var number = NumberOf(json, _scan.Circumstances[i], _circumstances);
            if (number < 0)
                return Unknown(_members.Circumstances, Text(json, _scan.Circumstances[i]), _circumstances.Words);
            question.Circumstances |= 1UL << number;
        }
        return null;
    }

    /// <summary>The layers asked must be the highest ones: a lower layer only narrows, and alone would say yes to everything.</summary>
    private QuestionError? ReadLayers(ReadOnlySpan<byte> json, CodedQuestion question)
    {
        question.Layers = _localLayer >= 0 && !_scan.IsThere(_members.Municipality!) ? _localLayer : _ownLayers.Count;
        if (_scan.Layers is not { } asked)
            return null;
        var named = 0UL;
        for (var i = 0; i < asked.Count; i++)
        {
            var number = NumberOf(json, asked[i], _layers);
            if (number < 0)
                return Unknown(_members.Layers, Text(json, asked[i]), _layers.Words);
            var own = IndexOf(_ownLayers, _layers.Words[number]);
            if (own < 0)
                return new QuestionError(_members.Layers.Path, $"De laag '{_layers.Words[number]}' heeft in dit convenant geen regels.");
            named |= 1UL << own;
        }
        question.Layers = System.Numerics.BitOperations.PopCount(named);
        return named == 0 || named != (1UL << question.Layers) - 1
            ? new QuestionError(_members.Layers.Path, $"Noem de lagen van boven af, te beginnen met '{_ownLayers[0]}'.")
            : null;
    }

    /// <summary>The municipality chooses the local covenant; where only the law is asked it does not count.</summary>
    private QuestionError? ReadMunicipality(ReadOnlySpan<byte> json, CodedQuestion question)
    {
        question.Edition = 0;
        if (_members.Municipality is not { } member || question.Layers <= 1)
            return null;
        var shape = _vocabulary.Shape.Municipality!;
        if (!_scan.TryFind(member, out _))
        {
            if (_scan.IsNotText(member))
                return Absent(member);
            return _localLayer >= 0 && question.Layers > _localLayer
                ? new QuestionError(member.Path, $"De laag '{shape.Layer}' hoort bij een gemeente; noem haar.")
                : null;
        }
        var code = Text(json, member);
        if (!shape.Fits(code))
            return new QuestionError(member.Path, $"'{Shown(code)}' is geen code van een gemeente; dat zijn {shape.Digits} cijfers.");
        question.Edition = _convenant.EditionOf(code, question.Date).Index;
        return null;
    }

    /// <summary>How many layers of this convenant stand above one of the vocabulary.</summary>
    private int HigherThan(string layer) =>
        _vocabulary.Layers.TakeWhile(l => l.Code != layer).Count(l => _ownLayers.Contains(l.Code));

    private QuestionError Absent(Member member, IEnumerable<string>? known = null) => new(
        member.Path,
        (!_scan.IsNotText(member) ? "Dit lid ontbreekt." : member.IsYesNo ? "Dit lid moet true of false zijn." : "Dit lid moet een tekst zijn.") + (known is null ? "" : $" Bekend zijn: {string.Join(", ", known)}."));

    private static QuestionError Unknown(Member member, string given, IEnumerable<string> known)
    {
        return new QuestionError(member.Path, $"'{Shown(given)}' bestaat niet.{Nearest.Suggestion(given, known)} Bekend zijn: {string.Join(", ", known)}.");
    }

    private static string Shown(string given) => given.Length <= LongestCodeShown ? given
        : given[..(char.IsHighSurrogate(given[LongestCodeShown - 1]) ? LongestCodeShown - 1 : LongestCodeShown)] + "…";

    private int NumberOf(ReadOnlySpan<byte> json, Member member, Utf8Words words) =>
        _scan.TryFind(member, out var text) ? NumberOf(json, text, words) : -1;

    private static int NumberOf(ReadOnlySpan<byte> json, (int Start, int Length) text, Utf8Words words) => words.IndexOf(Bytes(json, text));

    /// <summary>The text as UTF-8; one with escapes is written out first, which costs memory but is hardly ever met.</summary>
    private static ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> json, (int Start, int Length) text)
    {
        var raw = json.Slice(text.Start, text.Length);
        return raw.Contains((byte)'\\') ? Encoding.UTF8.GetBytes(Text(json, text)) : raw;
    }

    private string Text(ReadOnlySpan<byte> json, Member member) => _scan.TryFind(member, out var text) ? Text(json, text) : "";

    private static string Text(ReadOnlySpan<byte> json, (int Start, int Length) text) => JsonText.Of(json, (text.Start - 1, text.Length + 2));

    private static int IndexOf(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == word)
                return i;
        }
        return -1;
    }
}
