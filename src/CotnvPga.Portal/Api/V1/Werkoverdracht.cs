using CotnvPga.Data.Continuity;
using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Handing work over to a colleague of the same function.</summary>
internal static class Werkoverdracht
{
    public static void MapWerkoverdracht(this RouteGroupBuilder api)
    {
        api.MapGet("/werkoverdracht", ReportAsync);
        api.MapPost("/werkoverdracht", HandOverAsync);
        api.MapGet("/signalen/{id}/werkoverdracht", OfCaseAsync);
    }

    private static Task<IResult> ReportAsync(HttpRequest request, ApiCall call, WorkHandovers handovers, CancellationToken cancel) =>
        call.ReadAsync(async errors => await handovers
            .ReportAsync(call.Actor, Whose(request, errors), cancel)
            .ReplyAsync(report => Replies.Ok(new
            {
                Persoon = report.Account.Value,
                Naam = report.Name,
                Zaken = report.Lines.Select(Line),
                Opvolgers = report.Successors.Select(Person),
            })));

    private static Task<IResult> HandOverAsync(ApiCall call, WorkHandovers handovers, CancellationToken cancel) =>
        call.ChangeAsync((body, _) => handovers
            .HandOverAsync(
                call.Actor,
                new NewWorkHandover(body.Id("van"), body.Id("naar"), body.Objects("zaken", one => new NewHandedOverCase(one.Id("id") ?? Guid.Empty, one.Text("verslag")))),
                cancel)
            .ReplyAsync(count => Replies.Ok(new { Aantal = count })));

    private static Task<IResult> OfCaseAsync(string id, ApiCall call, WorkHandovers handovers, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, _) => handovers
            .OfCaseAsync(call.Actor, signal, cancel)
            .ReplyAsync(made => Replies.Ok(new { Overdrachten = made.Select(m => new { Van = m.From, Naar = m.To, Verslag = m.Report, Op = m.At }) })));

    private static AccountId? Whose(HttpRequest request, List<FieldError> errors)
    {
        if (!request.Query.TryGetValue("persoon", out var sent))
            return null;
        if (sent is [{ } text] && Guid.TryParseExact(text, "D", out var id))
            return new AccountId(id);
        errors.Add(new FieldError("persoon", "Dit is geen id."));
        return null;
    }

    private static object Line(WorkLine line) => new
    {
        Id = line.Case.State.Id.Value,
        Nummer = line.Case.State.Number,
        Gemeente = line.Case.State.Municipality.Code,
        Fase = line.Case.State.Phase.Code(),
        Partij = line.Case.Party.Code(),
        Termijn = line.Case.Terms.Count > 0 ? line.Case.Terms.Min(t => t.On) : (NodaTime.LocalDate?)null,
        MogelijkeStappen = line.Case.Steps.Select(s => s.Code),
        Handelingen = line.Count,
        LaatstOp = line.LastAt,
        OvergedragenAan = line.HandedTo,
    };

    private static object Person(Colleague person) => new { Id = person.Account.Value, Naam = person.Name, Partij = person.Party.Code() };
}
