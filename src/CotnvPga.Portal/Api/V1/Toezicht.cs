using CotnvPga.Data.Oversight;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;
using CotnvPga.Portal.Components.Text;

namespace CotnvPga.Portal.Api.V1;

/// <summary>The desks of who oversees: how things stand, the log by person, and the register of processings.</summary>
internal static class Toezicht
{
    public static void MapToezicht(this RouteGroupBuilder api)
    {
        api.MapGet("/toezicht", StandAsync);
        api.MapGet("/toezicht/logboek", ReviewAsync);
        api.MapPost("/toezicht/logboek/inzagen", LookAsync);
        api.MapGet("/toezicht/logboek/inzagen/{inzage}", OfAsync);
        api.MapPost("/toezicht/logboek/oordelen", JudgeAsync);
        api.MapGet("/mijn-logboek", OwnAsync);
        api.MapGet("/verwerkingsregister", Register);
    }

    private static Task<IResult> StandAsync(ApiCall call, OversightStand stand, CancellationToken cancel) => call.ReadAsync(_ => stand
        .ReadAsync(call.Actor, cancel).ReplyAsync(waiting => Replies.Ok(new { Wacht = waiting })));

    private static Task<IResult> ReviewAsync(ApiCall call, LogReview review, CancellationToken cancel) => call.ReadAsync(_ => review
        .OpenAsync(call.Actor, cancel)
        .ReplyAsync(view => Replies.Ok(new
        {
            Vlaggen = view.Flags.Select(f => new { Vlag = f.Rule, f.Account, Dag = f.Day, Gemeente = f.Municipality, Aantal = f.Count, Oordeel = f.Verdict?.Oordeel, Toelichting = f.Verdict?.Toelichting }),
            Inzagen = view.Looks.Select(l => new { l.Id, l.Van, l.Gemeente, l.Doel, l.Reden, l.Tot, l.Partij, l.Door, l.Op }),
        })));

    private static Task<IResult> LookAsync(ApiCall call, LogReview review, CancellationToken cancel) => call.ChangeAsync((body, _) => review
        .LookAsync(call.Actor, new NewLogLook(body.Id("van"), body.Text("doel"), body.Text("reden"), body.Date("tot")), cancel).ReplyAsync(id => Replies.Ok(new { Id = id })));

    private static Task<IResult> OfAsync(string inzage, HttpRequest request, ApiCall call, LogReview review, CancellationToken cancel) => call.ReadAsync(errors => review
        .OfAsync(call.Actor, RouteId.Of(inzage), LineQuery.Before(request.Query, errors), cancel)
        .ReplyAsync(log => Replies.Ok(new { Naam = log.Name, Regels = log.Lines.Select(Line) })));

    private static Task<IResult> JudgeAsync(ApiCall call, LogReview review, CancellationToken cancel) => call.ChangeAsync((body, _) => review
        .JudgeAsync(call.Actor, new NewFlagVerdict(body.Text("vlag"), body.Id("account") ?? Guid.Empty, body.Date("dag"), body.Text("gemeente"), body.Text("oordeel"), body.Text("toelichting")), cancel)
        .ReplyAsync(_ => Replies.Nothing()));

    private static Task<IResult> OwnAsync(HttpRequest request, ApiCall call, LogReview review, CancellationToken cancel) => call.ReadAsync(errors => review
        .OwnAsync(call.Actor, LineQuery.Before(request.Query, errors), cancel).ReplyAsync(lines => Replies.Ok(new { Regels = lines.Select(Line) })));

    private static Task<IResult> Register(ApiCall call, ProcessingRegister register, DutchClock clock) => call.ReadAsync(_ => Task.FromResult<Result<Data.Repeats.StoredAnswer>>(Replies.Ok(new
    {
        Peildatum = clock.Today,
        Verwerkingen = register.On(clock.Today).Select(p => new
        {
            Doel = p.Purpose,
            Partijen = p.Parties,
            Fasen = p.Phases,
            Grondslagen = p.Grounds,
            Bewaartermijnen = p.Retention.Select(t => t.Code),
            Categorieen = p.Categories.Select(c => new { Categorie = c.Category, Bijzonder = c.Natures, Ziet = c.Sees, Krijgt = c.Receives }),
        }),
    })));

    private static object Line(UserLogLine line) => new
    {
        Regel = line.Id,
        line.Op,
        line.Zaak,
        line.Nummer,
        line.Categorie,
        line.Partij,
        line.Handeling,
        line.Doel,
        Wat = line.Regel,
        line.Grondslagen,
    };
}
