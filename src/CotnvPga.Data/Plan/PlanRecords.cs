using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Data.Keys;
using CotnvPga.Domain;
using CotnvPga.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Plan;

/// <summary>The records that make a plan: goals, what protects, interventions. Their codes stand in <c>convenant/proces/stukken-plan.yaml</c>.</summary>
public sealed class PlanRecords(ZaakContext db, CompiledConvenant convenant)
{
    /// <summary>A goal of the plan.</summary>
    public const string Goal = "plan_doel";

    /// <summary>What protects the person, and the plan can strengthen.</summary>
    public const string Protective = "plan_beschermend";

    /// <summary>An intervention with its owner and day.</summary>
    public const string Intervention = "plan_interventie";

    /// <summary>A version of the plan after the first.</summary>
    public const string Version = "plan_versie";

    /// <summary>Whether a party agrees to the plan.</summary>
    public const string Consent = "plan_instemming";

    /// <summary>How an intervention goes.</summary>
    public const string Progress = "plan_voortgang";

    /// <summary>That an intervention is done.</summary>
    public const string Finished = "plan_afgerond";

    /// <summary>What came out of an evaluation.</summary>
    public const string Evaluation = "plan_evaluatie";

    /// <summary>The step that agrees the first version.</summary>
    public const string FirstVersion = "plan_vaststellen";

    /// <summary>The kinds of the records that a step names; null when one is not there, is no part of a plan, or no longer stands. Needs a ticket for the process.</summary>
    internal async Task<IReadOnlyList<string>?> KindsAsync(IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var rows = await db.Stukken.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Soort }).ToListAsync(cancel);
        var replaced = await db.Stukken.AsNoTracking().AnyAsync(r => r.Vervangt != null && ids.Contains(r.Vervangt.Value), cancel);
        return replaced || rows.Count != ids.Distinct().Count() || rows.Any(r => r.Soort is not (Goal or Protective or Intervention)) ? null : [.. rows.Select(r => r.Soort)];
    }

    /// <summary>The interventions among these records that clash. Needs a ticket for the process.</summary>
    internal async Task<IReadOnlyList<InterventionClash>> ClashesAsync(IEnumerable<Guid> ids, CaseKey key, CancellationToken cancel)
    {
        var chosen = ids.ToList();
        var rows = await db.Stukken.AsNoTracking().Where(r => chosen.Contains(r.Id) && r.Soort == Intervention).ToListAsync(cancel);
        return convenant.Process.Interventions.ClashesAmong(rows.Select(r => Canonical.Read<RecordWords>(key.Read(r.Inhoud, $"stuk/{r.Id}")).Answer("interventie")).OfType<string>());
    }

    /// <summary>The clashes in a sentence that says what to do.</summary>
    internal static string Tell(IReadOnlyList<InterventionClash> clashes) =>
        $"{string.Join(" ", clashes.Select(c => $"‘{c.One.Label}’ bijt met ‘{c.Other.Label}’."))} Kies één van beide, of leg samen uit waarom het toch kan.";
}
