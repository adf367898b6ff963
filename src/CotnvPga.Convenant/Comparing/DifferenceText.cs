using System.Globalization;

namespace CotnvPga.Convenant.Comparing;

/// <summary>Tells a difference to a member of the municipal council: per cause, who may what no longer, or now, and what it was.</summary>
public sealed class DifferenceText
{
    private readonly Difference _difference;
    private readonly ComparedWords _words;

    private DifferenceText(Difference difference)
    {
        _difference = difference;
        _words = new ComparedWords(difference);
    }

    /// <summary>The text, line by line.</summary>
    public static IEnumerable<string> Lines(Difference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return new DifferenceText(difference).All();
    }

    /// <summary>The answers that change, told per cause: what the cause is, and who may what no longer, or now.</summary>
    public static IReadOnlyList<DifferenceStory> StoriesOf(Difference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var text = new DifferenceText(difference);
        return [.. text.Stories().Select(s => new DifferenceStory([.. s.Causes.Select(text.Heading)], s.Sentences))];
    }

    /// <summary>A side in words: which convenant, on which day, of which municipality.</summary>
    public static string Named(ComparedSide side) => Name(side);

    private IEnumerable<string> All()
    {
        yield return $"Eerst:  {Name(_difference.Before)}";
        yield return $"Daarna: {Name(_difference.After)}";
        yield return "";
        if (_difference.IsEmpty)
        {
            yield return "Er verandert niets.";
            yield break;
        }
        foreach (var word in _difference.Words)
            yield return $"{(word.IsNew ? "Nieuw" : "Vervallen")} woord: {word.List} '{word.Code}'.";
        foreach (var line in _difference.Terms.Select(Told).Concat(_difference.Clauses.Select(Told)))
            yield return line;
        yield return _difference.Cells switch
        {
            0 => "Geen enkel antwoord verandert.",
            1 => "Eén antwoord verandert.",
            var cells => string.Create(CultureInfo.GetCultureInfo("nl-NL"), $"{cells:N0} antwoorden veranderen."),
        };
        foreach (var story in Stories())
        {
            yield return "";
            foreach (var cause in story.Causes)
                yield return Heading(cause);
            foreach (var line in story.Sentences)
                yield return $"  - {line}";
        }
    }

    private static string Name(ComparedSide side) =>
        $"convenant {side.Convenant.Hash[..12]} op {ComparedWords.Day(side.Day)}, {Local(side)}";

    private static string Local(ComparedSide side) => side.Edition.Local is { } local
        ? $"{local.Name}, versie {local.Version}"
        : $"zonder lokaal convenant{(side.Municipality is { } code ? $" (gemeente {code})" : "")}";

    private string Told(TermChange change)
    {
        var term = (change.After ?? change.Before)!;
        var value = (change.Before, change.After) switch
        {
            (null, { } now) => $"nieuw, {now.Value} {now.Unit}",
            ({ } was, null) => $"vervallen, was {was.Value} {was.Unit}",
            ({ } was, { } now) => $"van {was.Value} {was.Unit} naar {now.Value} {now.Unit}",
            _ => "",
        };
        return $"Termijn '{term.Label}': {value} ({_words.Citation(term.Grounds[0])}).";
    }

    private string Told(ClauseChange change) => change.Kind switch
    {
        CauseKind.Nieuw => $"Nieuw: {_words.Citation(change.Clause.Id)}, {change.Clause.Title}: {change.After}",
        CauseKind.Vervallen => $"Vervallen: {_words.Citation(change.Clause.Id)}, {change.Clause.Title}.",
        _ => $"Gewijzigd: {_words.Citation(change.Clause.Id)}, {change.Clause.Title}: {change.After} (Eerst: {change.Before})",
    };

    private string Heading(Cause cause)
    {
        var kind = cause.Kind switch { CauseKind.Nieuw => "nieuw", CauseKind.Vervallen => "vervallen", _ => "gewijzigd" };
        if (cause.Rule is not { } rule)
            return $"Door het vocabulaire, {kind}: {cause.Word}.";
        var from = _words.From(cause) is { } day ? $" vanaf {ComparedWords.Day(day)}" : "";
        return $"Door {_words.Citation(rule.Clause ?? rule.Grounds[0])} ({_words.Layer(rule.Layer).ToLowerInvariant()}, regel {rule.Id}, {kind}{from}): {rule.Explanation}";
    }

    /// <summary>Changes with the same causes stand together; with the same effect too, they are one set of boxes.</summary>
    private IEnumerable<(IReadOnlyList<Cause> Causes, List<string> Sentences)> Stories()
    {
        var byCause = _difference.Groups.GroupBy(g => string.Join(' ', g.Causes.Select(c => $"{c.Kind}:{c.Rule?.Id}{c.Word}")));
        foreach (var causes in byCause.OrderBy(g => g.Min(LayerRank)).ThenByDescending(g => g.Sum(c => c.Boxes.Sum(b => b.Cells))))
        {
            var sentences = new List<string>();
            foreach (var same in causes.GroupBy(g => $"{g.ResourceType} {Effect.Of(g).Key(g)}"))
            {
                var type = _difference.Types.First(t => t.Code == same.First().ResourceType);
                sentences.AddRange(Joined(type, same.SelectMany(g => g.Boxes)).Select(box => Sentence([.. same], type, box)));
            }
            yield return (causes.First().Causes, sentences);
        }
    }

    private int LayerRank(ChangeGroup group) => group.Causes[0].Rule is { } rule
        ? _difference.After.Convenant.Vocabulary.Layers.TakeWhile(l => l.Code != rule.Layer).Count()
        : -1;

    private static IEnumerable<ChangedBox> Joined(ComparedType type, IEnumerable<ChangedBox> boxes)
    {
        var numbered = boxes.Select(b => b.Codes.Zip(type.Axes, (own, all) => own.Codes.Select(c => IndexOf(all.Codes, c)).Order().ToArray()).ToArray());
        return new BoxMerging(type.Axes.Count).Merge(numbered.ToList())
            .Select(box => new ChangedBox([.. box.Zip(type.Axes, (values, all) => new ComparedAxis(all.Name, [.. values.Select(v => all.Codes[v])]))]));
    }

    private static int IndexOf(IReadOnlyList<string> codes, string code)
    {
        var index = 0;
        while (codes[index] != code)
            index++;
        return index;
    }

    private string Sentence(IReadOnlyList<ChangeGroup> groups, ComparedType type, ChangedBox box)
    {
        var group = groups[0];
        var effect = Effect.Of(group);
        var words = _words.Type(group.ResourceType);
        var template = effect.Kind == EffectKind.Dicht ? words.Withheld : words.Allowed;
        var sentence = Upper(_words.Fill(template, box));
        var about = _words.Others(template, box, type) is { Length: > 0 } others ? $" [{others}]" : "";
        return effect.Kind switch
        {
            EffectKind.Dicht => $"{NoLonger(sentence)}{about}. Eerst: {Needed(groups.Select(g => g.Before), box)}.",
            EffectKind.Open => $"{sentence}{about}: {Needed(groups.Select(g => g.After), box)}. Eerst: niet.",
            EffectKind.Erbij => $"{sentence}{about}: alleen nog als ook geldt: {Listed(effect)}.",
            EffectKind.Eraf => $"{sentence}{about}: hiervoor is niet meer nodig: {Listed(effect)}.",
            _ => $"{sentence}{about}: {Otherwise(group, box)}.",
        };
    }

    private string Listed(Effect effect) => ComparedWords.And([.. effect.Circumstances.Select(c => $"'{_words.CircumstanceLabel(c)}'")]);

    /// <summary>What is needed, where that is the same for all that is told together; each case apart stands in the form for machines.</summary>
    private string Needed(IEnumerable<Openings> openings, ChangedBox box)
    {
        var told = openings.Select(o => _words.Sets(o.All.First(one => one.Sets.Count > 0).Sets, box)).Distinct().ToList();
        return told.Count == 1 ? told[0] : "onder voorwaarden die per gegeven verschillen";
    }

    /// <summary>For each combination of closing circumstances under which it is otherwise: what it is and what it was.</summary>
    private string Otherwise(ChangeGroup group, ChangedBox box)
    {
        var parts = new List<string>();
        foreach (var (before, after) in group.Before.All.Zip(group.After.All))
        {
            var (was, now) = (Or(before), Or(after));
            if (was != now)
                parts.Add($"{(after.Closing.Count > 0 ? $"als {ComparedWords.And([.. after.Closing.Select(c => _words.Phrase(c, box))])}: " : "")}{now} (eerst: {was})");
        }
        return string.Join("; ", parts);

        string Or(Opening opening) => opening.Sets.Count == 0 ? "niet" : _words.Sets(opening.Sets, box);
    }

    private static string NoLonger(string sentence)
    {
        var at = sentence.LastIndexOf(" niet ", StringComparison.Ordinal);
        return at < 0 ? $"Voortaan: {sentence}" : $"{sentence[..at]} niet meer {sentence[(at + " niet ".Length)..]}";
    }

    private static string Upper(string sentence) => sentence.Length == 0 ? sentence : char.ToUpperInvariant(sentence[0]) + sentence[1..];
}

/// <summary>Answers that change for the same causes.</summary>
/// <param name="Causes">The causes, each in a sentence.</param>
/// <param name="Sentences">Who may what no longer, or now.</param>
public sealed record DifferenceStory(IReadOnlyList<string> Causes, IReadOnlyList<string> Sentences);
