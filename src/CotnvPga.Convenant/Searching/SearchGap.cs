using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Searching;

/// <summary>
/// A search is a question with a gap: the entity that is looked for. This says which axes the gap leaves open and with which codes
/// it can be filled. What names an entity is always open. A property of it is open when the question does not say it and has no use
/// for its default: when nothing names the entity, its properties are all there is to tell one from another.
/// </summary>
internal sealed class SearchGap
{
    private const string NoName = "-";

    private readonly (string Path, string Code)? _place;

    private SearchGap(SearchRequest request, ResourceType type, Vocabulary vocabulary)
    {
        var prefix = request.Kind.Entity() + ".";
        (Request, Type) = (request, type);
        Axes = [.. vocabulary.Axes.Where(a => a.Path.StartsWith(prefix, StringComparison.Ordinal) && a.AppliesTo(type))];
        Key = Axes.FirstOrDefault(a => a.Path == request.Kind.Key());
        Open = [.. Axes.Where(a => a == Key || (!request.Has(a.Path) && (a.Default is null || Key is null))).Select(a => new OpenAxis(a, type))];
        if (vocabulary.Shape.Municipality is { } shape && shape.Path.StartsWith(prefix, StringComparison.Ordinal)
            && request.Find(shape.Path) is { ValueKind: JsonValueKind.String } said && said.GetString() is { } code && shape.Fits(code))
            _place = (shape.Path, code);
    }

    public SearchRequest Request { get; }

    public ResourceType Type { get; }

    /// <summary>The axes of what is looked for.</summary>
    public IReadOnlyList<Axis> Axes { get; }

    /// <summary>The axis that names it; null when its name is free.</summary>
    public Axis? Key { get; }

    /// <summary>The axes on which every code is tried.</summary>
    public IReadOnlyList<OpenAxis> Open { get; }

    /// <summary>The gap of a search; null when nothing can be found, as with a name that does not exist.</summary>
    public static SearchGap? Of(SearchRequest request, Vocabulary vocabulary)
    {
        if (vocabulary.Shape.SubjectType is { } subjectType && request.Text("subject.type") != subjectType)
            return null;
        var typeCode = request.Text("resource.type");
        if (vocabulary.ResourceTypes.FirstOrDefault(t => t.Code == typeCode) is not { } type)
            return null;
        foreach (var axis in vocabulary.Axes)
        {
            if (axis.Path != request.Kind.Key() && SearchKinds.AllKeys.Contains(axis.Path) && axis.AppliesTo(type) && !type.Admits(axis, request.Text(axis.Path)))
                return null;
        }
        var gap = new SearchGap(request, type, vocabulary);
        // Where no axis speaks of it the rules do not know it, and there is nothing to name.
        return gap.Axes.Count > 0 && gap.Open.All(o => o.Values.Count > 0) ? gap : null;
    }

    /// <summary>The question with the gap filled for the first time, to be read as any other.</summary>
    public byte[] FirstQuestion()
    {
        var question = new JsonObject();
        foreach (var name in new[] { "subject", "action", "resource", "context" })
        {
            if ((name != "action" || Request.Kind != SearchKind.Action) && Request.Root.TryGetProperty(name, out var sent))
                question[name] = JsonNode.Parse(sent.GetRawText());
        }
        if (Key is null)
            question.Set(Request.Kind.Key(), JsonValue.Create(NoName));
        foreach (var open in Open)
            question.Set(open.Axis.Path, open.Axis.Json(open.Values[0]));
        return Encoding.UTF8.GetBytes(question.ToJsonString());
    }

    /// <summary>What was found, in the form in which an evaluation takes it.</summary>
    public JsonObject Entity(ReadOnlySpan<byte> values)
    {
        var prefix = Request.Kind.Entity().Length + 1;
        var entity = new JsonObject();
        if (Request.Kind != SearchKind.Action)
            entity["type"] = Request.Kind == SearchKind.Subject ? Request.Text("subject.type") : Type.Code;
        entity[Request.Kind.Key()[prefix..]] = NameOf(values);
        foreach (var axis in Axes)
        {
            if (axis != Key && (Counts(axis, values[axis.Index]) || Open.Any(o => o.Axis == axis)))
                entity.Set(axis.Path[prefix..], axis.Json(values[axis.Index]));
        }
        if (_place is { } place)
            entity.Set(place.Path[prefix..], place.Code);
        return entity;
    }

    /// <summary>Whether the request says this value itself; where only higher layers are asked a role has its default, whatever was said.</summary>
    private bool Counts(Axis axis, int value) => Request.Find(axis.Path) is { } said && JsonNode.DeepEquals(JsonNode.Parse(said.GetRawText()), axis.Json(value));

    /// <summary>Its own code, or the codes that tell it from the others: of a gegeven <c>signaal/religie/college</c>.</summary>
    private string NameOf(ReadOnlySpan<byte> values)
    {
        if (Key is not null)
            return Key.Values[values[Key.Index]].Code;
        var telling = Axes.Where(a => a.ResourceType is not null || Open.Any(o => o.Axis == a)).ToList();
        var codes = new List<string>();
        foreach (var axis in telling.Count > 0 ? telling : Axes)
            codes.Add(axis.Values[values[axis.Index]].Code);
        return codes.Count > 0 ? string.Join('/', codes) : NoName;
    }
}

/// <summary>An axis on which every code is tried that goes with the type of resource.</summary>
internal sealed class OpenAxis(Axis axis, ResourceType type)
{
    public Axis Axis { get; } = axis;

    /// <summary>The numbers of the codes.</summary>
    public IReadOnlyList<byte> Values { get; } = [.. Enumerable.Range(0, axis.Values.Count).Where(v => type.Admits(axis, axis.Values[v].Code)).Select(v => (byte)v)];
}
