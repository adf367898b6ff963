using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Versions of one local covenant that leave days between them, or hold where the national one does not.</summary>
internal static class LocalVersions
{
    public static void Run(Study study)
    {
        foreach (var versions in study.Read.Covenants.Locals.GroupBy(l => l.Municipality))
        {
            var ordered = versions.OrderBy(v => v.Validity.From).ToList();
            foreach (var (before, after) in ordered.Zip(ordered.Skip(1)))
            {
                if (before.Validity.Until is { } until && after.Validity.From is { } from && until < from)
                    study.Warning(Finding.LocalGap, after.Place, after.Key, $"Tussen versie {before.Version} en {after.Version} van {after.Name} ligt een gat van {until:yyyy-MM-dd} tot {from:yyyy-MM-dd}; dan gelden daar de strengste keuzes. Laat 'tot' de eerste dag van de nieuwe versie zijn.");
            }
            foreach (var local in ordered.Where(l => study.Read.Covenants.Model is { } model && !model.Validity.Covers(l.Validity)))
                study.Warning(Finding.LocalOutside, local.Place, local.Key, $"Versie {local.Version} van {local.Name} geldt op dagen waarop het modelconvenant niet geldt.");
        }
    }

    /// <summary>Covenants and trials of municipalities that do not exist.</summary>
    public static void Known(Study study, IReadOnlySet<string> municipalities)
    {
        foreach (var local in study.Read.Covenants.Locals.Where(l => !municipalities.Contains(l.Municipality)))
            study.Error(Finding.UnknownMunicipality, local.Place, $"De gemeente '{local.Municipality}' ({local.Name}) bestaat niet.{Nearest.Suggestion(local.Municipality, municipalities)} De gemeenten staan in gemeenten.json.");
        foreach (var clause in study.Read.Covenants.Clauses.Where(c => c.Trial is not null))
        {
            foreach (var municipality in clause.Trial!.Municipalities.Where(m => !municipalities.Contains(m)))
                study.Error(Finding.UnknownMunicipality, clause.Place, $"De proef van artikel {clause.Number} noemt de gemeente '{municipality}', en die bestaat niet.{Nearest.Suggestion(municipality, municipalities)}");
        }
    }
}
