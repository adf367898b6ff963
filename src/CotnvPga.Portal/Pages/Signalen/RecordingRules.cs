using System.Collections.Frozen;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Text;

namespace CotnvPga.Portal.Pages.Signalen;

/// <summary>What must be written beside an item before a party may record it, field by field, as the engine says.</summary>
public sealed class RecordingRules(CompiledConvenant convenant, DutchClock clock)
{
    /// <summary>For somebody who registers a new signal.</summary>
    public FrozenDictionary<string, string> ForNewSignal(Actor actor)
    {
        var own = actor.Memberships.Select(m => m.Party.Code()).FirstOrDefault(p => convenant.Process.Starts.Any(s => s.Parties.Contains(p)));
        if (own is null)
            return FrozenDictionary<string, string>.Empty;
        var start = convenant.Process.Starts.First(s => s.Parties.Contains(own));
        return Asked(own, convenant.Process.Memberships[own].Purposes[0], start.Phase, [.. start.Becomes, Circumstance.Geautoriseerd.Code()]);
    }

    /// <summary>For somebody who adds to a case.</summary>
    public FrozenDictionary<string, string> ForCase(CaseView view) => Asked(
        view.Viewer.Party.Code(), view.Viewer.Purpose.Code(), view.State.Phase.Code(), [.. view.Viewer.CircumstanceCodes]);

    private FrozenDictionary<string, string> Asked(string party, string purpose, string phase, HashSet<string> circumstances)
    {
        if (!convenant.CodesOf("verstrekker").Contains(party))
            return FrozenDictionary<string, string>.Empty;
        var view = convenant.View(new ViewQuestion(party, Act.Vastleggen.Code(), purpose, phase, clock.Today, circumstances));
        // Everybody writes why an item is needed; the question is what comes on top of that.
        var needed = 1 << view.ItemCircumstances.ToList().IndexOf(Circumstance.Noodzakelijk.Code());
        return convenant.Fields.Values.ToFrozenDictionary(
            field => field.Code,
            field => view.Explain(field.Category, field.Nature, party, needed).Missing is [var least, ..] ? string.Join(' ', least) : string.Empty);
    }
}
