using CotnvPga.Data.Registrations;
using CotnvPga.Domain;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Mapping;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Portal.Api.V1;

/// <summary>What one's own party recorded, for its own system.</summary>
internal static class Registraties
{
    public static void MapRegistraties(this RouteGroupBuilder api) => api.MapGet("/registraties", ReadAsync);

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
