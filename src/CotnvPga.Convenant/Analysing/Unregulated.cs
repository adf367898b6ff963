using CotnvPga.Convenant.Analysing.Parts;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Analysing;

/// <summary>
/// Cells that nobody seems to have thought of. That no rule allows something is usually meant; it is told only where the
/// words suggest otherwise: a code that no rule names, a phase without a rule between phases that have one, somebody who must
/// take a step and may see nothing.
/// </summary>
internal static class Unregulated
{
    public static void Codes(Study study)
    {
        foreach (var axis in study.Words.Axes)
        {
            foreach (var value in axis.Values.Where((v, i) => i != axis.Default && !Named(study, axis, v.Code)))
            {
                study.Warning(Finding.CodeWithoutRule, study.Read.Places[$"{study.Read.ListOf(axis)}/{value.Code}"], $"{axis.Name}/{value.Code}",
                    $"Geen enkele regel noemt {axis.Name} '{value.Code}'. Is dat bedoeld, zet het dan met een reden bij 'bewust'; anders ontbreekt een regel.");
            }
        }
    }

    /// <summary>A phase in which a party may do nothing, and no rule says so, between phases in which it may.</summary>
    public static void Phases(Study study)
    {
        if (Axes(study) is not { } axes)
            return;
        var slices = Slices(study, axes);
        var phases = axes.Phase.Values;
        foreach (var group in slices.Keys.GroupBy(k => (k.Party, k.Act, k.Purpose)))
        {
            Slice At(int phase) => slices.GetValueOrDefault((group.Key.Party, group.Key.Act, group.Key.Purpose, phase));
            for (var phase = 1; phase < phases.Count - 1; phase++)
            {
                if (At(phase) != Slice.Silent || At(phase - 1) != Slice.Open || !Enumerable.Range(phase + 1, phases.Count - phase - 1).Any(p => At(p) == Slice.Open))
                    continue;
                var (party, act, purpose) = (axes.Party.Values[group.Key.Party].Code, axes.Act.Values[group.Key.Act].Code, axes.Purpose.Values[group.Key.Purpose].Code);
                study.Warning(Finding.CellsWithoutRule, study.Read.Places[$"fasen/{phases[phase].Code}"], $"{party}/{act}/{purpose}/{phases[phase].Code}",
                    $"Voor '{party}' is er geen regel over {act} in de fase '{phases[phase].Code}' (doel {purpose}), en ervoor en erna wel. Zeg met een verbod of bij 'bewust' dat dit zo hoort, of voeg de regel toe.",
                    $"partij {party}, handeling {act}, doel {purpose}, fase {phases[phase].Code}");
            }
        }
    }

    /// <summary>Who may take a step in a phase, and for whom no rule says whether it may see anything there.</summary>
    public static void Steps(Study study)
    {
        if (Axes(study) is not { } axes)
            return;
        var slices = Slices(study, axes);
        var process = study.Read.Process;
        foreach (var step in process.Steps.Concat(process.Acts))
        {
            foreach (var (party, phase) in step.Parties.SelectMany(party => step.From.Select(phase => (party, phase))))
            {
                var purposes = process.Memberships.Values.Where(m => m.Party == party || m.Elsewhere == party).SelectMany(m => m.Purposes).ToHashSet();
                var found = slices.Where(s => axes.Party.Values[s.Key.Party].Code == party && axes.Phase.Values[s.Key.Phase].Code == phase && purposes.Contains(axes.Purpose.Values[s.Key.Purpose].Code)).ToList();
                if (purposes.Count > 0 && found.Count > 0 && found.TrueForAll(s => s.Value == Slice.Silent))
                {
                    study.Warning(Finding.CellsWithoutRule, study.Read.Places[$"{Lists.Of(process, step)}/{step.Code}/wie"], $"{step.Code}/{party}/{phase}",
                        $"'{party}' mag in de fase '{phase}' de stap '{step.Code}' zetten, en geen regel zegt wat hij daar mag zien of doen.", $"partij {party}, fase {phase}");
                }
            }
        }
    }

    private static bool Named(Study study, Axis axis, string code) =>
        study.Read.Places.Mentions(axis.Name, code)
        || axis.Groups.Any(g => g.Value.Contains(code) && study.Read.Places.Mentions(axis.Name, g.Key));

    private static (Axis Party, Axis Act, Axis Purpose, Axis Phase)? Axes(Study study) =>
        study.Words.Axis("partij") is { } party && study.Words.Axis("handeling") is { } act && study.Words.Axis("doel") is { } purpose && study.Words.Axis("fase") is { } phase
            ? (party, act, purpose, phase)
            : null;

    /// <summary>Per party, act, purpose and phase: open somewhere, closed by a ban everywhere, or neither.</summary>
    private static Dictionary<(int Party, int Act, int Purpose, int Phase), Slice> Slices(Study study, (Axis Party, Axis Act, Axis Purpose, Axis Phase) axes)
    {
        var slices = new Dictionary<(int, int, int, int), Slice>();
        var law = study.Read.Book.Layers[0].Rules;
        var boxes = new BoxSet(study.Words);
        var speakers = law.Where(r => r.Kind is RuleKind.Toestaan or RuleKind.Verbod).Select(r => (Rule: r, Speaker: Speaker.Of(r, r.Where, r.Unless, boxes))).ToList();
        foreach (var part in new Division(study.Words, boxes, [axes.Party, axes.Act, axes.Purpose, axes.Phase]).Parts())
        {
            var key = (part.Values[axes.Party.Index], part.Values[axes.Act.Index], part.Values[axes.Purpose.Index], part.Values[axes.Phase.Index]);
            var speaking = speakers.FindAll(s => s.Speaker.SpeaksIn(part));
            var banned = speaking.Exists(s => s.Rule is { Kind: RuleKind.Verbod, When.Count: 0, Validity.Until: null });
            var slice = banned ? Slice.Banned : speaking.Exists(s => s.Rule.Kind == RuleKind.Toestaan) ? Slice.Open : Slice.Silent;
            slices[key] = slices.TryGetValue(key, out var known) ? Worst(known, slice) : slice;
        }
        return slices;
    }

    /// <summary>What is open in one cell is open; what is silent in one cell and banned in another is silent.</summary>
    private static Slice Worst(Slice a, Slice b) => a == Slice.Open || b == Slice.Open ? Slice.Open : a == Slice.Silent ? a : b;

    private enum Slice
    {
        Silent,
        Banned,
        Open,
    }
}
