using System.Globalization;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;

namespace CotnvPga.Convenant.Comparing;

/// <summary>The words of both sides for people: those of the side after, and of the side before for what only that has.</summary>
internal sealed class ComparedWords(Difference difference)
{
    private const int MostAlternativesTold = 3;

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private readonly Vocabulary[] _words = [difference.After.Convenant.Vocabulary, difference.Before.Convenant.Vocabulary];

    public ResourceType Type(string code) => _words.SelectMany(w => w.ResourceTypes).First(t => t.Code == code);

    /// <summary>How an article is written.</summary>
    public string Citation(string ground)
    {
        var known = difference.After.Convenant.Sources.Find(ground) ?? difference.Before.Convenant.Sources.Find(ground);
        return known?.Citation ?? ground;
    }

    /// <summary>The name of a layer.</summary>
    public string Layer(string code) => _words.SelectMany(w => w.Layers).First(l => l.Code == code).Label;

    /// <summary>A day in words.</summary>
    public static string Day(LocalDate day) => day.ToString("d MMMM yyyy", Dutch);

    /// <summary>A sentence of the vocabulary for a whole box: where it names an axis, the phrases of all codes with "of" between.</summary>
    public string Fill(string template, ChangedBox box)
    {
        foreach (var axis in _words.SelectMany(w => w.Axes).DistinctBy(a => a.Name))
        {
            var codes = box.Codes.FirstOrDefault(c => c.Name == axis.Name)?.Codes ?? [];
            var phrases = codes.Select(c => Value(axis.Name, c)?.Phrase ?? c).ToList();
            template = template.Replace($"{{{axis.Name}}}", Or([.. phrases.Where(p => p.Length > 0), .. phrases.Where(p => p.Length == 0 && codes.Count > 1).Select(_ => "anders")]), StringComparison.Ordinal);
        }
        return template.Replace("  ", " ", StringComparison.Ordinal).Trim();
    }

    /// <summary>Which codes a box has on the axes that a sentence does not name, where that is not all of them.</summary>
    public string Others(string template, ChangedBox box, ComparedType type)
    {
        var told = new List<string>();
        foreach (var (own, all) in box.Codes.Zip(type.Axes))
        {
            if (template.Contains($"{{{own.Name}}}", StringComparison.Ordinal) || own.Codes.Count == all.Codes.Count)
                continue;
            var except = all.Codes.Except(own.Codes).ToList();
            told.Add(except.Count * 3 < all.Codes.Count
                ? $"{own.Name} niet {Or([.. except.Select(c => Label(own.Name, c))])}"
                : $"{own.Name} {Or([.. own.Codes.Select(c => Label(own.Name, c))])}");
        }
        return string.Join("; ", told);
    }

    /// <summary>"a en b, of zodra c".</summary>
    public string Sets(IReadOnlyList<IReadOnlyList<string>> sets, ChangedBox box)
    {
        if (sets is [[]])
            return "zonder meer";
        var told = sets.Take(MostAlternativesTold).Select(set => "zodra " + And([.. set.Select(c => Phrase(c, box))]));
        return string.Join(", of ", told) + (sets.Count > MostAlternativesTold ? ", of op een andere manier" : "");
    }

    /// <summary>A circumstance as it stands after "zodra".</summary>
    public string Phrase(string circumstance, ChangedBox box) =>
        _words.Select(w => w.Circumstance(circumstance)).FirstOrDefault(c => c is not null) is { } known ? Fill(known.Phrase, box) : circumstance;

    /// <summary>The name of a circumstance.</summary>
    public string CircumstanceLabel(string code) =>
        _words.Select(w => w.Circumstance(code)).FirstOrDefault(c => c is not null)?.Label ?? code;

    /// <summary>From which day a rule makes the change, when that is a day between the two sides.</summary>
    public LocalDate? From(Cause cause)
    {
        var day = cause.Kind == CauseKind.Vervallen ? cause.Rule?.Validity.Until : cause.Rule?.Validity.From;
        return day > difference.Before.Day && day <= difference.After.Day ? day : null;
    }

    public static string And(IReadOnlyList<string> parts) => Joined(parts, "en");

    public static string Or(IReadOnlyList<string> parts) => Joined([.. parts.Distinct()], "of");

    private string Label(string axis, string code) => Value(axis, code) is { Label.Length: > 1 } value ? Lower(value.Label) : code;

    private AxisValue? Value(string axis, string code) => _words.Select(w => w.Axis(axis)?.Find(code)).FirstOrDefault(v => v is not null);

    private static string Lower(string label) => label.Length > 1 && char.IsUpper(label[0]) && char.IsLower(label[1]) ? char.ToLower(label[0], Dutch) + label[1..] : label;

    private static string Joined(IReadOnlyList<string> parts, string word) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Count - 1))} {word} {parts[^1]}";
}
