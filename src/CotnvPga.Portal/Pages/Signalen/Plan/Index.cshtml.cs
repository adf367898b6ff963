using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Data.Plan;
using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Plan;

/// <summary>The plan of a case: what was agreed, how it goes, versions side by side, and what evaluations said. 404 for who does not sit at the table.</summary>
public sealed class IndexModel(CaseDesk desk, PlanDesk plans, RecordDesk records, CasePages pages, PlanPages layout, CompiledConvenant convenant) : PortalPage
{
    private static readonly string[] PlanSteps = [PlanRecords.FirstVersion, "evalueren", "afsluiten"];

    public CasePage Case { get; private set; } = null!;

    public PlanLayout Plan { get; private set; } = null!;

    /// <summary>The steps that have to do with the plan.</summary>
    public IReadOnlyList<StepView> Steps { get; private set; } = [];

    /// <summary>What a plan can choose from.</summary>
    public IReadOnlyList<InterventionDefinition> Catalogue => convenant.Process.Interventions.All;

    public string Articles(IReadOnlyList<string> grounds) => string.Join(", ", grounds.Select(convenant.Sources.Citation));

    public string Named(string code) => convenant.Process.Interventions.Find(code)?.Label ?? code;

    public async Task<IActionResult> OnGetAsync(Guid id, int? naast, CancellationToken cancel)
    {
        var plan = await plans.OpenAsync(Actor, new SignalId(id), cancel);
        if (!plan.IsDone)
            return Show(plan.Refusal);
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        var read = await records.ReadAsync(Actor, new SignalId(id), cancel);
        if (!read.IsDone)
            return Show(read.Refusal);
        Case = pages.Of(opened.Value);
        Plan = layout.Of(plan.Value, read.Value, naast);
        Steps = [.. Case.Steps.Where(s => PlanSteps.Contains(s.Code))];
        return Page();
    }
}
