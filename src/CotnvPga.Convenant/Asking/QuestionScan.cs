using System.Text.Json;

namespace CotnvPga.Convenant.Asking;

/// <summary>
/// Walks through the JSON of one question and notes where the members that count have their value. It refuses a member name
/// that comes twice, in members that do not count as well. Reusable.
/// </summary>
internal sealed class QuestionScan(QuestionMembers members)
{
    private const int NotText = -1;

    private readonly MemberNames _names = new();
    private readonly (int Start, int Length)[] _texts = new (int, int)[members.Count];
    private readonly List<(int Start, int Length)> _circumstances = [];
    private readonly List<(int Start, int Length)> _layers = [];

    /// <summary>The circumstances named, as places of their text.</summary>
    public IReadOnlyList<(int Start, int Length)> Circumstances => _circumstances;

    /// <summary>The layers named; null when the question does not say.</summary>
    public IReadOnlyList<(int Start, int Length)>? Layers { get; private set; }

    /// <summary>Walks through the question; null when its form is right.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public QuestionError? Walk(ReadOnlySpan<byte> json)
    {
        _names.Clear();
        _circumstances.Clear();
        _layers.Clear();
        Layers = null;
        Array.Clear(_texts);
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return new QuestionError(QuestionError.Whole, "Een vraag is een JSON-object.");
        var error = ReadObject(ref reader, json, members.Root);
        if (error is null)
            reader.Read();
        return error;
    }

    /// <summary>Where the text of a member stands; false when the member is absent or not a text.</summary>
    public bool TryFind(Member member, out (int Start, int Length) text)
    {
        text = _texts[member.Slot];
        return text.Start > 0;
    }

    /// <summary>Whether the member is there, text or not.</summary>
    public bool IsThere(Member member) => _texts[member.Slot].Start != 0;

    /// <summary>Whether the member is there, but is not a text.</summary>
    public bool IsNotText(Member member) => _texts[member.Slot].Start == NotText;

    private QuestionError? ReadObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Member? known)
    {
        _names.Open();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!_names.Add(ref reader, json))
                return new QuestionError(Path(known, reader.GetString()!), "Dit lid staat er twee keer.");
            var member = Match(known, ref reader);
            var name = (Start: (int)reader.TokenStartIndex, Length: reader.ValueSpan.Length + 2);
            reader.Read();
            if (member is not null)
            {
                if (ReadMember(ref reader, json, member) is { } error)
                    return error;
            }
            else if (Skip(ref reader, json) is { } error)
            {
                return error with { Field = Path(known, $"{JsonText.Of(json, name)}.{error.Field}") };
            }
        }
        _names.Close();
        return null;
    }

    private QuestionError? ReadMember(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Member member)
    {
        if (member.Slot < 0)
        {
            return reader.TokenType == JsonTokenType.StartObject
                ? ReadObject(ref reader, json, member)
                : new QuestionError(member.Path, "Dit lid moet een object zijn.");
        }
        if (member == members.Circumstances)
            return ReadCodes(ref reader, member, _circumstances);
        if (member == members.Layers)
        {
            Layers = _layers;
            return ReadCodes(ref reader, member, _layers);
        }
        if (reader.TokenType == JsonTokenType.String && !member.IsYesNo)
        {
            _texts[member.Slot] = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            return null;
        }
        if (reader.TokenType is JsonTokenType.True or JsonTokenType.False && member.IsYesNo)
        {
            _texts[member.Slot] = ((int)reader.TokenStartIndex, reader.ValueSpan.Length);
            return null;
        }
        // Whether that matters is known when the type of the resource is.
        _texts[member.Slot] = (NotText, 0);
        return Skip(ref reader, json);
    }

    private QuestionError? Skip(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return ReadObject(ref reader, json, null);
        if (reader.TokenType != JsonTokenType.StartArray)
            return null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Skip(ref reader, json) is { } error)
                return error;
        }
        return null;
    }

    private static QuestionError? ReadCodes(ref Utf8JsonReader reader, Member member, List<(int, int)> codes)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return new QuestionError(member.Path, "Dit lid moet een lijst van codes zijn.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.String)
                return new QuestionError(member.Path, "In deze lijst staan alleen codes.");
            codes.Add(((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length));
        }
        return null;
    }

    private static Member? Match(Member? known, ref Utf8JsonReader reader)
    {
        if (known is null)
            return null;
        foreach (var member in known.Children)
        {
            if (reader.ValueTextEquals(member.Name))
                return member;
        }
        return null;
    }

    private static string Path(Member? known, string name) => known is null or { Path: "" } ? name : $"{known.Path}.{name}";
}
