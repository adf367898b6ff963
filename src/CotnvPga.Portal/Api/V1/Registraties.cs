using CotnvPga.Data.Registrations;
using CotnvPga.Domain;
using CotnvPga.Domain.Registrations;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Portal.Api.V1;

/// <summary>What one's own party recorded, for its own system; and what its own system holds, to be recorded here.</summary>
internal static class Registraties
{
    /// <summary>A file, with the marks that JSON puts before its signs.</summary>
    private const int BodyLimit = 2 * 1024 * 1024;

    public static void MapRegistraties(this RouteGroupBuilder api)
    {
        api.MapGet("/registraties", ReadAsync);
        api.MapPost("/registraties/_import", ImportAsync).WithMetadata(new RequestSizeLimitAttribute(BodyLimit));
    }

    private static Task<IResult> ImportAsync(ApiCall call, RegistrationImport import, CancellationToken cancel) => call.ChangeAsync(
        (body, purpose) =>
        {
            var read = SentRegistrations.Read(body);
            return read.IsDone
                ? import.ImportAsync(call.Actor, body.Text("gemeente"), read.Value, purpose, cancel).ReplyAsync(done => Replies.Ok(Write(done)))
                : Task.FromResult<Result<Data.Repeats.StoredAnswer>>(read.Refusal);
        },
        BodyLimit);

    private static object Write(ImportedRegistrations done) => new
    {
        Signalen = done.Signals.Select(s => new { Signaal = s.Reference, Id = s.State.Id.Value, Nummer = s.State.Number, Fase = s.State.Phase.Code() }),
        Vastgelegd = done.Added,
        StondErAl = done.Known,
    };

    private static Task<IResult> ReadAsync(HttpRequest request, ApiCall call, OwnRegistrations registrations, CancellationToken cancel) => call.ReadAsync(errors =>
    {
        var (from, to) = (Day(request.Query, "van", errors), Day(request.Query, "tot", errors));
        return errors.Count > 0
            ? Task.FromResult<Result<Data.Repeats.StoredAnswer>>(new NotValid(errors))
            : registrations.ReadAsync(call.Actor, from, to, cancel).ReplyAsync(found => Replies.Ok(new { Registraties = found.Select(RegistrationPages.Line) }));
    });

    private static LocalDate? Day(IQueryCollection query, string name, List<FieldError> errors)
    {
        if (!query.TryGetValue(name, out var sent))
            return null;
        if (sent.Count == 1 && LocalDatePattern.Iso.Parse(sent[0] ?? "") is { Success: true, Value: var day })
            return day;
        errors.Add(new FieldError(name, "Dit moet een dag zijn, zoals 2026-11-30."));
        return null;
    }
}
