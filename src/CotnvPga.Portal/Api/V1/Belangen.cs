using CotnvPga.Data.Interests;
using CotnvPga.Domain.Interests;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Who does not work on a case because of an interest of its own: for the party that keeps that list.</summary>
internal static class Belangen
{
    public static void MapBelangen(this RouteGroupBuilder api)
    {
        api.MapGet("/signalen/{id}/belangen", ReadAsync);
        api.MapPost("/signalen/{id}/belangen", AddAsync);
        api.MapPost("/signalen/{id}/belangen/{belang}/einde", EndAsync);
    }

    private static Task<IResult> ReadAsync(string id, ApiCall call, InterestDesk desk, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, _) => desk
            .ReadAsync(call.Actor, signal, cancel)
            .ReplyAsync(list => Replies.Ok(new { Belangen = list.Lines.Select(Line), Personen = list.Candidates.Select(Person) })));

    private static Task<IResult> AddAsync(string id, ApiCall call, InterestDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, body, _) => desk
            .AddAsync(call.Actor, signal, new NewInterest(body.Text("soort"), body.Id("persoon"), body.Text("partij"), body.Text("reden"), body.Text("vraagAan")), cancel)
            .ReplyAsync(line => Replies.Created(new { Id = line }, $"{ApiPaths.Signal(signal)}/belangen")));

    private static Task<IResult> EndAsync(string id, string belang, ApiCall call, InterestDesk desk, CancellationToken cancel) =>
        call.ChangeCaseAsync(id, (signal, _, _) => desk
            .EndAsync(call.Actor, signal, RouteId.Of(belang), cancel)
            .ReplyAsync(ended => Replies.Ok(new { Id = ended })), required: false);

    private static object Line(InterestLine line) => new
    {
        line.Id,
        Soort = line.Kind.Code(),
        Persoon = line.Person.Value,
        Naam = line.Name,
        Partij = line.Party,
        Door = line.By,
        Reden = line.Reason,
        VraagAan = line.AskAt,
        Op = line.At,
        Tot = line.Until,
    };

    private static object Person(Colleague person) => new { Id = person.Account.Value, Naam = person.Name, Partij = person.Party.Code() };
}
