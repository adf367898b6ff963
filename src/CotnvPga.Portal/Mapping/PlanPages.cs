using CotnvPga.Convenant;
using CotnvPga.Data.Plan;
using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Plan;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Signalen.Plan;
using CotnvPga.Portal.Pages.Signalen.Stap;
using CotnvPga.Portal.Pages.Signalen.Stukken;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out the plan of a case: per area of life the goals, what protects, and who does what by when.</summary>
public sealed class PlanPages(CompiledConvenant convenant, Words words, Municipalities municipalities, StepLines lines, DutchClock clock)
{
    private const string LifeAreas = "leefgebieden";
    private const string Elsewhere = "Zonder leefgebied";
    private static readonly string[] AboutInterventions = [PlanRecords.Progress, PlanRecords.Finished];

    /// <summary>The plan in words.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="records">What this viewer reads and can make.</param>
    /// <param name="beside">Number of the version to show beside the one that holds; null for none.</param>
    public PlanLayout Of(PlanOverview plan, RecordsView records, int? beside)
    {
        var current = plan.Current is { } now ? Version(now, records, mayAgree: true) : null;
        var shown = plan.Versions.Skip(1).FirstOrDefault(v => v.Number == beside);
        return new PlanLayout(
            current,
            shown is null ? null : Version(shown, records, mayAgree: false),
            [.. plan.Versions.Skip(1).Select(v => new Choice($"{v.Number}", Title(v)))],
            Parts(plan.Proposed, records),
            [.. plan.Evaluations.Select(Evaluation)],
            plan.Stop is { } stop ? $"{stop.Quiet} evaluaties achter elkaar waren er geen nieuwe zorgen; het convenant noemt {stop.Needed}. Stoppen staat daarom op de agenda. Doorgaan kan met een nieuwe motivering." : null,
            [.. records.Offered.Where(k => k.Part == PartOf(records) && k.Code is not (PlanRecords.Consent or PlanRecords.Progress or PlanRecords.Finished)).Select(k => new RecordChoice(
                k.Code, k.Label, k.Step.Explanation, Replaces: k.Code == PlanRecords.Version ? plan.Current?.Record : null))]);
    }

    private static string? PartOf(RecordsView records) => records.Offered.FirstOrDefault(k => k.Code == PlanRecords.Goal)?.Part;

    private VersionView Version(PlanVersion version, RecordsView records, bool mayAgree) => new(
        version.Number,
        Title(version),
        version.Record,
        version.Reason == version.ClashReason ? null : version.Reason,
        [.. version.Clashes.Select(c => $"{c.One.Label} bijt met {c.Other.Label.ToLowerInvariant()}.")],
        version.ClashReason,
        Parts(version.Parts, records),
        [.. version.Consents.Select(c => new ConsentView(
            c.Municipality is { } elsewhere ? $"{words.Party(c.Party)} ({municipalities.NameOf(new Municipality(elsewhere))})" : words.Party(c.Party),
            words.Reason("plan_instemming", c.Verdict), c.Text, clock.DayOf(c.At).ToDateText()))],
        mayAgree && records.Offered.FirstOrDefault(k => k.Code == PlanRecords.Consent) is { } consent
            ? new RecordChoice(consent.Code, consent.Label, consent.Step.Explanation, version.Record,
                records.Records.LastOrDefault(r => r.Kind == PlanRecords.Consent && r.About == version.Record && r.Party == records.Party && r.Stands)?.Id)
            : null);

    private string Title(PlanVersion version) => $"Versie {version.Number}, vastgesteld op {clock.DayOf(version.At).ToDateText()}";

    private PartsView Parts(PlanParts parts, RecordsView records)
    {
        var areas = (convenant.Process.Reasons.GetValueOrDefault(LifeAreas) ?? []).Select(r => (Code: (string?)r.Code, r.Label)).Append((null, Elsewhere));
        return new PartsView([.. from area in areas
                                 let goals = parts.Goals.Where(g => g.LifeArea == area.Code).Select(g => new GoalView(g.Text, g.Sign, g.Reached)).ToList()
                                 let factors = parts.Factors.Where(f => f.LifeArea == area.Code).Select(f => f.Text).ToList()
                                 let interventions = parts.Interventions.Where(i => i.LifeArea == area.Code).Select(i => Intervention(i, records)).ToList()
                                 where goals.Count + factors.Count + interventions.Count > 0
                                 select new AreaView(area.Label, goals, factors, interventions)]);
    }

    private InterventionView Intervention(PlanIntervention intervention, RecordsView records)
    {
        var known = intervention.Code is { } code ? convenant.Process.Interventions.Find(code) : null;
        var owner = lines.Owner(intervention.Owner);
        var (state, tone) = State(intervention);
        return new InterventionView(
            intervention.Record,
            intervention.What,
            known?.Label,
            known?.Decides,
            known?.Conditions ?? [],
            intervention.Executor is { } executor ? $"{owner}; uitvoering: {executor}" : owner,
            intervention.Due?.ToDateText() ?? "–",
            state,
            tone,
            [.. intervention.Progress.Select(p => $"{clock.DayOf(p.At).ToDateText()}: {words.Reason("plan_voortgang", p.State).ToLowerInvariant()}. {p.Text}"),
             .. intervention.Finished is { } end ? new[] { $"{clock.DayOf(end.At).ToDateText()}: {words.Reason("plan_resultaat", end.State).ToLowerInvariant()}. {end.Text}" } : []],
            intervention.IsChanged,
            Next(intervention, records));
    }

    private (string State, string? Tone) State(PlanIntervention intervention) => intervention switch
    {
        { Finished: { } end } => (words.Reason("plan_resultaat", end.State), end.State == "niet_gelukt" ? "let-op" : null),
        { Due: { } due } when due < clock.Today => ("Te laat", "laat"),
        { Progress: [var last, ..] } => (words.Reason("plan_voortgang", last.State), last.State is "vastgelopen" or "vertraagd" ? "let-op" : "actief"),
        { Record: null } => ("Zonder voortgang", null),
        _ => ("Nog niet begonnen", null),
    };

    // What a record is about is its newest version; who owns it may go on.
    private static IReadOnlyList<RecordChoice> Next(PlanIntervention intervention, RecordsView records)
    {
        if (intervention.Record is not { } id || intervention.Finished is not null)
            return [];
        var newest = records.Records.FirstOrDefault(r => r.Id == id);
        while (newest is not null && records.Records.FirstOrDefault(r => r.Replaces == newest.Id) is { } newer)
            newest = newer;
        return newest is null || !newest.To.Contains(records.Party)
            ? []
            : [.. records.Offered.Where(k => AboutInterventions.Contains(k.Code)).Select(k => new RecordChoice(k.Code, k.Label, k.Step.Explanation, newest.Id))];
    }

    private EvaluationView Evaluation(PlanEvaluation evaluation) => new(
        clock.DayOf(evaluation.At).ToDateText(), words.Party(evaluation.Party), evaluation.NewConcerns ? "Nieuwe zorgen" : "Geen nieuwe zorgen",
        words.Reason("plan_richting", evaluation.Direction), evaluation.Text);
}
