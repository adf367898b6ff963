using CotnvPga.Data.Plan;
using CotnvPga.Domain.Plan;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>The plan of a case: put together from the step that agreed it and the records since.</summary>
internal static class Plannen
{
    public static void MapPlannen(this RouteGroupBuilder api) => api.MapGet("/signalen/{id}/plan", ReadAsync);

    private static Task<IResult> ReadAsync(string id, ApiCall call, PlanDesk desk, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, _) => desk
            .OpenAsync(call.Actor, signal, cancel)
            .ReplyAsync(plan => Replies.Ok(new
            {
                Versies = plan.Versions.Select(Version),
                Voorgesteld = Parts(plan.Proposed),
                Evaluaties = plan.Evaluations.Select(e => new { Op = e.At, Partij = e.Party, NieuweZorgen = e.NewConcerns, Richting = e.Direction, Toelichting = e.Text }),
                StopVoorstel = plan.Stop is { } stop ? new { RustigeEvaluaties = stop.Quiet, Nodig = stop.Needed } : null,
            })));

    private static object Version(PlanVersion version) => new
    {
        Nummer = version.Number,
        Stuk = version.Record,
        Op = version.At,
        Reden = version.Reason,
        Bijt = version.Clashes.Select(c => new[] { c.One.Code, c.Other.Code }),
        BijtUitleg = version.ClashReason,
        Plan = Parts(version.Parts),
        Instemming = version.Consents.Select(c => new { Partij = c.Party, Gemeente = c.Municipality, Oordeel = c.Verdict, Toelichting = c.Text, Op = c.At }),
    };

    private static object Parts(PlanParts parts) => new
    {
        Doelen = parts.Goals.Select(g => new { Stuk = g.Record, Leefgebied = g.LifeArea, Doel = g.Text, Merkbaar = g.Sign, Bereikt = g.Reached }),
        Beschermend = parts.Factors.Select(f => new { Stuk = f.Record, Leefgebied = f.LifeArea, Versterken = f.Text }),
        Interventies = parts.Interventions.Select(i => new
        {
            Stuk = i.Record,
            Interventie = i.Code,
            Leefgebied = i.LifeArea,
            Afspraak = i.What,
            Eigenaar = i.Owner,
            Uitvoerder = i.Executor,
            KlaarOp = i.Due,
            Doelen = i.Goals,
            Voortgang = i.Progress.Select(Progress),
            Afgerond = i.Finished is { } end ? Progress(end) : null,
            NieuwerVoorstel = i.IsChanged,
        }),
    };

    private static object Progress(PlanProgress progress) => new { Stand = progress.State, Toelichting = progress.Text, Op = progress.At };
}
