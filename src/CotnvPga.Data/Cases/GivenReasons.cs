using System.Text.Json;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Oversight;

namespace CotnvPga.Data.Cases;

/// <summary>The reasons for the places of one view, as the log takes them. Immutable maps that are replaced: several requests may learn at once.</summary>
internal sealed class GivenReasons(ViewTable view, ViewQuestion question)
{
    private readonly Lock _learning = new();
    private volatile Known _known = new([], "{}");

    /// <summary>The reasons known so far: place → rule, articles and receipt (JSON).</summary>
    public string Words => _known.Words;

    /// <summary>The engine's answer for an item.</summary>
    public Answer For(IItemPlace item) => _known.Answers.TryGetValue(item.Plaats, out var answer) ? answer : Explain(item);

    /// <summary>Asks the engine for the reasons of these places.</summary>
    public void Learn(IReadOnlyList<ItemPlace> places)
    {
        lock (_learning)
        {
            var answers = new Dictionary<int, Answer>(_known.Answers);
            foreach (var place in places)
                answers[place.Plaats] = Explain(place);
            _known = new Known(answers, JsonSerializer.Serialize(answers.ToDictionary(a => a.Key, a => Line(FlagsOf(a.Key), a.Value))));
        }
    }

    private Answer Explain(IItemPlace item) => view.Explain(item.Categorie, item.Bijzonder, item.Verstrekker, FlagsOf(item.Plaats));

    private object Line(int flags, Answer answer) => new { regel = answer.Rule, grondslagen = answer.Grounds, bewijs = LoggedDecision.Of(question, flags, answer) };

    private int FlagsOf(int place) => place % view.FlagCombinations;

    private sealed record Known(Dictionary<int, Answer> Answers, string Words);
}
