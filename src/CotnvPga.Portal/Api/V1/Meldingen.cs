using CotnvPga.Data.Reports;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Reports as the receiver handles them, and the person-free lines of those that were not brought.</summary>
internal static class Meldingen
{
    private const string MakeSignal = "signaal_maken";
    private const string DoNotBring = "niet_aanmelden";

    public static void MapMeldingen(this RouteGroupBuilder api)
    {
        api.MapGet("/meldingen", ListAsync);
        api.MapPost("/meldingen/{id}/signaal", MakeSignalAsync);
        api.MapPost("/meldingen/{id}/niet-aanmelden", DoNotBringAsync);
        api.MapGet("/niet-aangemeld", NotBroughtAsync);
        api.MapGet("/aangemeld", RegisteredAsync);
    }

    private static Task<IResult> ListAsync(HttpRequest request, ApiCall call, Worklist worklist, CaseDesk desk, CancellationToken cancel) => call.ReadAsync(async errors =>
    {
        var page = PageQuery.Read(request.Query, errors);
        var found = await worklist.PageAsync(call.Actor, page.Skip, page.Aantal, unread: true, cancel);
        if (!found.IsDone)
            return found.Refusal;
        if (errors.Count > 0)
            return new NotValid(errors);
        var reports = new List<object>();
        foreach (var line in found.Value.Lines)
        {
            // Through the same door as one case: what is shown here is logged there.
            var opened = await desk.OpenAsync(call.Actor, line.State.Id, null, cancel);
            if (opened.IsDone)
                reports.Add(Write(opened.Value));
        }
        return Replies.Ok(new { Meldingen = reports, page.Pagina, page.Aantal, Totaal = found.Value.Total });
    });

    private static Task<IResult> MakeSignalAsync(string id, ApiCall call, StepDesk steps, CaseDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, async (signal, _, _) =>
        {
            var taken = await steps.TakeAsync(call.Actor, signal, MakeSignal, new StepWords(), cancel);
            return taken.IsDone
                ? await desk.EnterAsync(call.Actor, signal, null, cancel).ReplyAsync(entry => Replies.Created(Signalen.Brief(entry.State), ApiPaths.Signal(signal)))
                : taken.Refusal;
        }, required: false);

    private static Task<IResult> DoNotBringAsync(string id, ApiCall call, StepDesk steps, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, _) => steps
            .TakeAsync(call.Actor, signal, DoNotBring, new StepWords { Reden = body.Text("reden"), Toelichting = body.Text("toelichting") }, cancel)
            .ReplyAsync(Stappen.Answer));

    private static Task<IResult> RegisteredAsync(ApiCall call, ReportDesk desk, CancellationToken cancel) => call.ReadAsync(_ => desk
        .RegisteredAsync(call.Actor, cancel)
        .ReplyAsync(lines => Replies.Ok(new { Aangemeld = lines.Select(l => new { l.Nummer, l.Gemeente, l.Partij, l.Sinds }) })));

    private static Task<IResult> NotBroughtAsync(ApiCall call, ReportDesk desk, CancellationToken cancel) => call.ReadAsync(_ => desk
        .NotBroughtAsync(call.Actor, cancel)
        .ReplyAsync(lines => Replies.Ok(new { NietAangemeld = lines.Select(l => new { l.Gemeente, l.Partij, l.Reden, l.Op }) })));

    private static object Write(CaseView view) => new
    {
        Id = view.State.Id.Value,
        Nummer = view.State.Number,
        Gemeente = view.State.Municipality.Code,
        Fase = view.State.Phase.Code(),
        OntvangenOp = view.State.OpenedAt,
        MogelijkeStappen = Signalen.PossibleNow(view),
        Termijnen = Signalen.Terms(view.Terms),
        Gegevens = view.Items.Select(Items.Write).Concat(view.Conditional.Select(Items.Write)),
    };
}
