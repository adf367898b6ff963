using CotnvPga.Convenant;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Pages.Signalen;

/// <summary>Where somebody can register a signal, and at whom, as the starts of the process data say.</summary>
public sealed class RegistrationPlaces(CompiledConvenant convenant, Municipalities municipalities, Words words)
{
    /// <summary>Whether this person's memberships start anything at all.</summary>
    public bool MayRegister(Actor actor) => Parties(actor).Any(p => convenant.Process.Starts.Any(s => s.Parties.Contains(p)));

    /// <summary>The municipalities to choose from: those of the person's memberships.</summary>
    public IReadOnlyList<Choice> Municipalities(Actor actor) =>
        [.. actor.Memberships.Select(m => m.Municipality).OfType<Domain.Municipality>().Distinct().Select(m => new Choice(m.Code, municipalities.NameOf(m)))];

    /// <summary>The parties to choose from when the person's party brings its case to one of them.</summary>
    public IReadOnlyList<Choice> Addressees(Actor actor)
    {
        var own = Parties(actor).ToHashSet();
        return [.. convenant.Process.Starts.Where(s => s.Parties.Overlaps(own)).SelectMany(s => s.Addressees).Distinct().Select(p => new Choice(p, words.Party(p)))];
    }

    private static IEnumerable<string> Parties(Actor actor) => actor.Memberships.Select(m => m.Party.Code());
}
