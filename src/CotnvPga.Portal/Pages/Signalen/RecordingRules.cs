using System.Collections.Frozen;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Convenants;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Text;

namespace CotnvPga.Portal.Pages.Signalen;

/// <summary>What must be written beside an item before a party may record it, field by field, as the engine says.</summary>
public sealed class RecordingRules(CompiledConvenant convenant, CaseEditions editions, DutchClock clock)
{
    /// <summary>For somebody who registers a new signal.</summary>
    public FrozenDictionary<string, string> ForNewSignal(Actor actor)
    {
        var membership = actor.Memberships.FirstOrDefault(m => convenant.Process.Starts.Any(s => s.Parties.Contains(m.Party.Code())));
        if (membership is null)
            return FrozenDictionary<string, string>.Empty;
        var own = membership.Party.Code();
        var start = convenant.Process.Starts.First(s => s.Parties.Contains(own));
        var edition = membership.Municipality is { } municipality ? editions.Now(municipality.Code, clock.Today) : convenant.Editions[0];
        return Asked(new ViewQuestion(
            own, Act.Vastleggen.Code(), convenant.Process.Memberships[own].Purposes[0], start.Phase, clock.Today,
            (HashSet<string>)[.. start.Becomes, Circumstance.Geautoriseerd.Code(), Circumstance.Opgeleid.Code()],
            Role: convenant.Vocabulary.Axis("rol")?.Find(membership.Role)?.Code, Edition: edition));
    }

    /// <summary>For somebody who adds to a case.</summary>
    public FrozenDictionary<string, string> ForCase(CaseView view) =>
        Asked(view.Viewer.Question(Act.Vastleggen, view.State.Phase, clock.Today, convenant, view.Edition));

    private FrozenDictionary<string, string> Asked(ViewQuestion question)
    {
        if (!convenant.CodesOf("verstrekker").Contains(question.Party))
            return FrozenDictionary<string, string>.Empty;
        var view = convenant.View(question);
        // Everybody writes why an item is needed; the question is what comes on top of that.
        var needed = 1 << view.ItemCircumstances.ToList().IndexOf(Circumstance.Noodzakelijk.Code());
        return convenant.Fields.Values.ToFrozenDictionary(
            field => field.Code,
            field => view.Explain(field.Category, field.Nature, question.Party, needed).Missing is [var least, ..] ? string.Join(' ', least) : string.Empty);
    }
}
