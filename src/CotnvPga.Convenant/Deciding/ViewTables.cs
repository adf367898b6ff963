using System.Collections.Concurrent;
using CotnvPga.Convenant.Compiling;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Deciding;

/// <summary>
/// Makes view tables and keeps them: the same viewer in the same phase asks for the same one. This is the one place that
/// knows which axes a view names; which axes vary within it is the vocabulary's.
/// </summary>
internal sealed class ViewTables(Vocabulary vocabulary, QuestionCoder coder, Decider decider, Explainer explainer)
{
    // A table is some 28 kB; the portal must stay small, and a view that fell out is made again in well under a millisecond.
    private const int MostKept = 512;

    private readonly Axis? _party = vocabulary.Axis("partij");
    private readonly Axis? _act = vocabulary.Axis("handeling");
    private readonly Axis? _purpose = vocabulary.Axis("doel");
    private readonly Axis? _phase = vocabulary.Axis("fase");
    private readonly Axis? _role = vocabulary.Axis("rol");
    private readonly ViewFrame _frame = new(vocabulary);
    private readonly ConcurrentDictionary<Key, ViewTable> _kept = new();

    public ViewTable For(ViewQuestion question)
    {
        var key = new Key(
            Value(_party, "partij", question.Party), Value(_act, "handeling", question.Act), Value(_purpose, "doel", question.Purpose), Value(_phase, "fase", question.Phase),
            Role(question),
            decider.Periods.Of(Periods.Number(question.Date)), coder.Bits(question.ViewerCircumstances), coder.LayerCount(question.Layers), question.Edition?.Index ?? 0);
        if (_kept.TryGetValue(key, out var table))
            return table;
        if (_kept.Count >= MostKept)
            _kept.Clear();
        return _kept.GetOrAdd(key, new ViewTable(_frame, Code(question), decider, explainer));
    }

    private int Role(ViewQuestion question) => question.Role is { } role ? Value(_role, "rol", role) : -1;

    private static int Value(Axis? axis, string name, string code)
    {
        if (axis is null)
            throw new ArgumentException($"Dit convenant heeft geen as '{name}'.", nameof(name));
        var value = axis.IndexOf(code);
        return value >= 0 ? value : throw QuestionCoder.Unknown(name, code, axis.Codes);
    }

    private CodedQuestion Code(ViewQuestion question)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["partij"] = question.Party,
            ["handeling"] = question.Act,
            ["doel"] = question.Purpose,
            ["fase"] = question.Phase,
        };
        if (question.Role is { } role)
            codes["rol"] = role;
        foreach (var axis in vocabulary.ItemAxes)
            codes[axis.Name] = axis.Values[0].Code;
        var type = vocabulary.ItemAxes.Count > 0 ? vocabulary.ItemAxes[0].ResourceType! : vocabulary.ResourceTypes[0].Code;
        return coder.Code(new Question(type, codes, question.Date, question.ViewerCircumstances, question.Layers, question.Edition));
    }

    private readonly record struct Key(int Party, int Act, int Purpose, int Phase, int Role, int Period, ulong Circumstances, int Layers, int Edition);
}
