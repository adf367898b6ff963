using System.Text.Json;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Oversight;

namespace CotnvPga.Data.Cases;

/// <summary>The reasons for the places of one view, as the log takes them. Immutable maps that are replaced: several requests may learn at once.</summary>
internal sealed class GivenReasons(ViewTable view, ViewQuestion question)
{
    private readonly Lock _learning = new();
    private volatile Known _known = new([], [], "{}");

    /// <summary>The reasons known so far: place → rule, articles and receipt (JSON).</summary>
    public string Words => _known.Words;

    /// <summary>The engine's answer for an item.</summary>
    public Answer For(IItemPlace item) => _known.Answers.TryGetValue(item.Plaats, out var answer) ? answer : Explain(item);

    /// <summary>Asks the engine for the reasons of these places.</summary>
    public void Learn(IReadOnlyList<ItemPlace> places)
    {
        lock (_learning)
        {
            var (answers, lines) = (new Dictionary<int, Answer>(_known.Answers), new SortedDictionary<int, object>(_known.Lines));
            foreach (var place in places)
            {
                var answer = answers[place.Plaats] = Explain(place);
                lines[place.Plaats] = new { regel = answer.Rule, grondslagen = answer.Grounds, bewijs = LoggedDecision.Of(question, FlagsOf(place), answer) };
            }
            _known = new Known(answers, lines, JsonSerializer.Serialize(lines));
        }
    }

    private Answer Explain(IItemPlace item) => view.Explain(item.Categorie, item.Bijzonder, item.Verstrekker, FlagsOf(item));

    private int FlagsOf(IItemPlace item) => item.Plaats % view.FlagCombinations;

    private sealed record Known(Dictionary<int, Answer> Answers, SortedDictionary<int, object> Lines, string Words);
}
