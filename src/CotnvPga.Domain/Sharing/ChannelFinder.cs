using CotnvPga.Convenant;
using CotnvPga.Convenant.Editions;
using CotnvPga.Convenant.Process;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Domain.Sharing;

/// <summary>
/// Finds every way in which a signal is passed on, from process and rules alone: a start, a step or an act is one when somebody may
/// see, receive or attend something after it that was closed before it. What a later or another step gives does not count.
/// </summary>
public sealed class ChannelFinder(CompiledConvenant convenant)
{
    private const string Handover = "verstrekken";

    private readonly ProcessModel _process = convenant.Process;

    /// <summary>The channels on a day, in the order of the process.</summary>
    /// <param name="edition">What holds in the municipality.</param>
    /// <param name="day">The day.</param>
    public IReadOnlyList<Channel> On(Edition edition, LocalDate day)
    {
        var openings = new OpeningFinder(convenant, edition, day);
        var starts = _process.Starts.Select((start, index) => OfStart(start, index, openings));
        var steps = _process.Steps.Select(step => OfStep(step, openings));
        var acts = _process.Acts.Select(act => act.Code == Handover ? OfHandover(act, openings) : OfStep(act, openings));
        return [.. starts.Concat(steps).Concat(acts).Where(c => c.Opened.Count > 0)];
    }

    /// <summary>A start opens to who receives: the addressees, or the registering party itself.</summary>
    private Channel OfStart(StartDefinition start, int index, OpeningFinder openings)
    {
        var toOthers = start.Addressees.Count > 0;
        var gives = toOthers ? start.AddresseeBecomes : start.Becomes;
        var receivers = toOthers ? start.Addressees : start.Parties;
        var opened = openings.Between(null, start.Phase, [], WithoutOthers(start.Phase, gives), receivers);
        return new Channel(
            $"start-{index + 1}", start.Label, [start.Phase], toOthers ? InOrder(start.Parties) : [],
            StepManner.Alleen, [], opened, start.Grounds, start.Certainty, start.Explanation);
    }

    private Channel OfStep(StepDefinition step, OpeningFinder openings)
    {
        var targets = step.Outcomes.Count > 0 ? step.Outcomes.Select(o => o.Phase).Distinct() : step.From;
        var opened = new List<Opening>();
        foreach (var target in targets)
        {
            var given = WithoutOthers(target, step.Grants);
            var before = step.Outcomes.Count > 0 ? step.From.First() : target;
            opened.AddRange(openings.Between(before, target, [.. given.Except(step.Grants)], given, null));
        }
        return ToChannel(step, opened);
    }

    /// <summary>Handing something over outside the system gives no circumstance: it reaches those who can get it in no other way.</summary>
    private Channel OfHandover(StepDefinition act, OpeningFinder openings) =>
        ToChannel(act, [.. act.From.SelectMany(phase => openings.OnlyBy(Act.Ontvangen, Act.Raadplegen, phase))]);

    private Channel ToChannel(StepDefinition step, List<Opening> opened) => new(
        step.Code, step.Label, [.. convenant.CodesOf("fase").Where(step.From.Contains)], InOrder(step.Parties), step.Manner, step.Needs,
        Joined(opened), step.Grounds, step.Certainty, step.Explanation);

    /// <summary>Every circumstance that opens, without what the starts and the other steps of a phase give.</summary>
    private string[] WithoutOthers(string phase, IReadOnlyList<string> own)
    {
        var others = _process.Steps.Concat(_process.Acts).Where(s => s.From.Contains(phase)).SelectMany(s => s.Grants)
            .Concat(_process.Starts.SelectMany(s => s.Becomes.Concat(s.AddresseeBecomes)))
            .Except(own)
            .ToHashSet(StringComparer.Ordinal);
        return [.. convenant.Vocabulary.Circumstances.Where(c => !c.Closes && !others.Contains(c.Code)).Select(c => c.Code)];
    }

    private List<string> InOrder(IReadOnlySet<string> parties) => [.. convenant.CodesOf("partij").Where(parties.Contains)];

    /// <summary>The same party and way in several phases are one opening.</summary>
    private List<Opening> Joined(List<Opening> openings) =>
    [
        .. from opening in openings
           group opening by (opening.Party, opening.Act) into same
           let categories = same.SelectMany(o => o.Categories).ToHashSet(StringComparer.Ordinal)
           select new Opening(
               same.Key.Party, same.Key.Act, [.. convenant.CodesOf("categorie").Where(categories.Contains)], [.. same.SelectMany(o => o.Grounds).Distinct()]),
    ];
}
