using CotnvPga.Convenant.Diagnostics;
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
        if (study.Slices is not { } slices)
            return;
        var phases = slices.Phase.Values;
        var missing = new Dictionary<(string Act, string Purpose, string Phase), (SortedSet<string> Parties, SortedSet<string> Categories)>();
        foreach (var group in slices.All.Keys.GroupBy(k => (k.Party, k.Act, k.Purpose, k.Category)))
        {
            Slice At(int phase) => slices.All.GetValueOrDefault((group.Key.Party, group.Key.Act, group.Key.Purpose, phase, group.Key.Category));
            for (var phase = 1; phase < phases.Count - 1; phase++)
            {
                if (At(phase) != Slice.Silent || At(phase - 1) != Slice.Open || !Enumerable.Range(phase + 1, phases.Count - phase - 1).Any(p => At(p) == Slice.Open))
                    continue;
                var key = (slices.Act.Values[group.Key.Act].Code, slices.Purpose.Values[group.Key.Purpose].Code, phases[phase].Code);
                missing.TryAdd(key, (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal)));
                missing[key].Parties.Add(slices.Party.Values[group.Key.Party].Code);
                if (slices.Category is { } category && group.Key.Category < category.Values.Count)
                    missing[key].Categories.Add(category.Values[group.Key.Category].Code);
            }
        }
        foreach (var ((act, purpose, phase), (parties, categories)) in missing)
        {
            study.Warning(Finding.CellsWithoutRule, study.Read.Places[$"{study.Read.ListOf(slices.Phase)}/{phase}"], $"{act}/{purpose}/{phase}",
                $"In de fase '{phase}' is er voor het doel '{purpose}' geen regel over {act} door '{string.Join("', '", parties)}'{(categories.Count == 0 || categories.Count == slices.Category!.Values.Count ? "" : $" van '{string.Join("', '", categories)}'")}, en ervoor en erna wel. Zeg met een verbod of bij 'bewust' dat dit zo hoort, of voeg de regel toe.",
                $"partij {parties.Min}, handeling {act}, doel {purpose}, fase {phase}{(categories.Count == 0 ? "" : $", categorie {categories.Min}")}");
        }
    }

    /// <summary>Who may take a step in a phase, and for whom no rule says whether it may see anything there.</summary>
    public static void Steps(Study study)
    {
        if (study.Slices is not { } slices)
            return;
        var process = study.Read.Process;
        foreach (var step in process.Steps.Concat(process.Acts))
        {
            foreach (var (party, phase) in step.Parties.SelectMany(party => step.From.Select(phase => (party, phase))))
            {
                var purposes = process.Memberships.Values.Where(m => m.Party == party || m.Elsewhere == party).SelectMany(m => m.Purposes).ToHashSet();
                var found = slices.All.Where(s => slices.Party.Values[s.Key.Party].Code == party && slices.Phase.Values[s.Key.Phase].Code == phase && purposes.Contains(slices.Purpose.Values[s.Key.Purpose].Code)).ToList();
                if (purposes.Count > 0 && found.Count > 0 && found.TrueForAll(s => s.Value == Slice.Silent))
                {
                    study.Warning(Finding.CellsWithoutRule, study.Read.Places[$"{Lists.Of(process, step)}/{step.Code}/wie"], $"{step.Code}/{party}/{phase}",
                        $"'{party}' mag in de fase '{phase}' de stap '{step.Code}' zetten, en geen regel zegt wat hij daar mag zien of doen.", $"partij {party}, fase {phase}");
                }
            }
        }
    }

    /// <summary>A purpose that members of a party may choose and in which no rule lets them do anything; and rights in the system of a party that has no members.</summary>
    public static void Memberships(Study study)
    {
        if (study.Slices is not { } slices || study.Read.Process.Memberships.Count == 0)
            return;
        var memberships = study.Read.Process.Memberships.Values;
        List<Slice> Of(string party, string purpose) => [.. slices.All.Where(s => slices.Party.Values[s.Key.Party].Code == party && slices.Purpose.Values[s.Key.Purpose].Code == purpose).Select(s => s.Value)];
        foreach (var (membership, purpose) in memberships.SelectMany(m => m.Purposes.Distinct().Select(p => (m, p))))
        {
            if (Of(membership.Party, purpose) is var found && !found.Contains(Slice.Open) && found.Contains(Slice.Silent))
                study.Warning(Finding.CellsWithoutRule, study.Read.Places[$"lidmaatschappen/{membership.Party}/doelen"], $"{membership.Party}/{purpose}", $"Leden van '{membership.Party}' kunnen het doel '{purpose}' kiezen, en geen regel laat hun daarvoor iets toe of zegt dat dit niet mag.", $"partij {membership.Party}, doel {purpose}");
        }
        foreach (var party in slices.Party.Codes)
        {
            foreach (var purpose in slices.Purpose.Codes.Where(p => !memberships.Any(m => (m.Party == party || m.Elsewhere == party) && m.Purposes.Contains(p))))
            {
                if (slices.All.Any(s => s.Value == Slice.Open && slices.Party.Values[s.Key.Party].Code == party && slices.Purpose.Values[s.Key.Purpose].Code == purpose && slices.Act.Values[s.Key.Act].Code is "raadplegen" or "vastleggen"))
                    study.Warning(Finding.NobodyThere, study.Read.Places[$"lidmaatschappen/{party}"], $"{party}/{purpose}", $"Regels laten '{party}' voor het doel '{purpose}' in het systeem werken, en geen lidmaatschap van '{party}' heeft dat doel.", $"partij {party}, doel {purpose}");
            }
        }
    }

    private static bool Named(Study study, Axis axis, string code) =>
        study.Read.Places.Mentions(axis.Name, code)
        || axis.Groups.Any(g => g.Value.Contains(code) && study.Read.Places.Mentions(axis.Name, g.Key));
}
