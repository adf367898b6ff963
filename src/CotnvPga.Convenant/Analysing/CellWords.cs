using CotnvPga.Convenant.Analysing.Parts;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Says a cell in words, so that a reader can ask the same question: who, what, in which phase, on which day, with which circumstances.</summary>
internal sealed class CellWords(Vocabulary words)
{
    /// <summary>A cell, in a situation and with a set of circumstances.</summary>
    public string Of(Part part, Situation? situation = null, IEnumerable<string>? circumstances = null)
    {
        var said = new List<string>();
        foreach (var axis in words.Axes)
        {
            var value = part.Values[axis.Index];
            if (value < axis.Values.Count && value != axis.Default)
                said.Add($"{axis.Name} {axis.Values[value].Code}");
        }
        if (situation is { } when && when.Day > LocalDate.MinIsoValue)
            said.Add($"op {when.Day:yyyy-MM-dd}");
        if (situation is { Place.Length: > 0 } where)
            said.Add($"in {where.Place}");
        if (circumstances is not null)
            said.Add(circumstances.Any() ? $"met {string.Join(" + ", circumstances)}" : "zonder enige omstandigheid");
        return string.Join(", ", said);
    }

    /// <summary>A cell with one of the sets of circumstances of its case.</summary>
    public string Of(Case one, int set) => Of(one.Part, one.Situation, one.Circumstances.Named(set));
}
