using System.Globalization;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Repeats;
using CotnvPga.Data.Uniformity;
using CotnvPga.Domain;
using CotnvPga.Domain.Uniformity;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>National reports: released tables only.</summary>
internal static class Rapportages
{
    private const string Country = "land";

    public static void MapRapportages(this RouteGroupBuilder api) => api.MapGet("/rapportages/uniformiteit", Uniformity);

    private static Task<IResult> Uniformity(HttpRequest request, ApiCall call, CaseDoor door, UniformityDesk desk, CancellationToken cancel) => call.ReadAsync(errors =>
    {
        if (!door.MayUse(call.Actor, Purpose.Rapportage))
            return Task.FromResult<Result<StoredAnswer>>(new NotAllowed("Alleen wie landelijk rapporteert, ziet deze tabellen.", ["wet-pga:18"], []));
        var year = ReadYear(request.Query, door.Today.Year, errors);
        return TablesAsync(desk, year, cancel);
    });

    /// <summary>What was published of the year: nothing when nothing was.</summary>
    private static async Task<Result<StoredAnswer>> TablesAsync(UniformityDesk desk, int year, CancellationToken cancel) => Replies.Ok(new
    {
        Jaar = year,
        Tabellen = (await desk.PublishedAsync(year, cancel))?.Tabellen.Select(t => new { Tabel = t.Code, t.Naam, t.KanNiet, Cellen = Cells(t), Aandelen = Shares(t) }) ?? [],
    });

    private static IEnumerable<object> Cells(PublishedTable table) => table.Rijen
        .Select(r => (r.Code, r.Klassen)).Append((Code: Country, Klassen: table.Land))
        .SelectMany(r => r.Klassen.Select((label, j) => (object)new { Rij = r.Code, Kolom = table.Kolommen[j].Code, Klasse = label }));

    private static IEnumerable<object> Shares(PublishedTable table) => table.AandeelVan is null ? [] : table.Rijen
        .Select(r => (r.Code, r.Aandeel)).Append((Code: Country, Aandeel: table.LandAandeel))
        .Select(r => (object)new { Rij = r.Code, Kolom = table.AandeelVan, Aandeel = r.Aandeel ?? ReleasedTable.TooSmall });

    private static int ReadYear(IQueryCollection query, int today, List<FieldError> errors)
    {
        if (!query.TryGetValue("jaar", out var sent))
            return today;
        if (sent.Count == 1 && int.TryParse(sent[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= UniformityDesk.FirstYear && year <= today)
            return year;
        errors.Add(new FieldError("jaar", $"Kies een jaar van {UniformityDesk.FirstYear} tot en met {today}."));
        return today;
    }
}
