using System.Globalization;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Repeats;
using CotnvPga.Domain;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>National reports: released tables only.</summary>
internal static class Rapportages
{
    private const int FirstYear = 2025; // Wet PGA in force on 1 July 2025.

    public static void MapRapportages(this RouteGroupBuilder api) => api.MapGet("/rapportages/uniformiteit", Uniformity);

    private static Task<IResult> Uniformity(HttpRequest request, ApiCall call, CaseDoor door) => call.ReadAsync(errors =>
    {
        if (!door.MayUse(call.Actor, Purpose.Rapportage))
            return Task.FromResult<Result<StoredAnswer>>(new NotAllowed("Alleen wie landelijk rapporteert, ziet deze tabellen.", ["wet-pga:18"], []));
        var year = ReadYear(request.Query, door.Today.Year, errors);
        // No table has been released yet.
        return Task.FromResult<Result<StoredAnswer>>(Replies.Ok(new { Jaar = year, Tabellen = Array.Empty<object>() }));
    });

    private static int ReadYear(IQueryCollection query, int today, List<FieldError> errors)
    {
        if (!query.TryGetValue("jaar", out var sent))
            return today;
        if (sent.Count == 1 && int.TryParse(sent[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= FirstYear && year <= today)
            return year;
        errors.Add(new FieldError("jaar", $"Kies een jaar van {FirstYear} tot en met {today}."));
        return today;
    }
}
