using System.Globalization;
using CotnvPga.Convenant.Reporting;

namespace CotnvPga.Domain.Uniformity;

/// <summary>
/// The share of one column in a row, in steps of ten per cent. It is worked out of the published classes alone, so that it tells nothing that
/// they do not tell.
/// </summary>
public static class Share
{
    private const long FewestCases = 30;
    private const int Step = 10;

    /// <summary>The share; null when the table has none, a class of the row is not shown, or there are less than thirty cases.</summary>
    public static string? Of(ReportTable table, IReadOnlyList<CountClass?> row)
    {
        ArgumentNullException.ThrowIfNull(table);
        var column = table.Columns.Select((c, j) => (c.Code, j)).Where(c => c.Code == table.Share).Select(c => (int?)c.j).SingleOrDefault();
        if (column is not { } at || row.Any(c => c is null) || row.Sum(c => c!.Value.Low) < FewestCases)
            return null;
        var all = row.Sum(Middle);
        var per = (int)Math.Round(Middle(row[at]) / all * 100 / Step, MidpointRounding.AwayFromZero) * Step;
        return per switch
        {
            < Step => "<10",
            > 100 - Step => ">90",
            _ => per.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Whether a share is at least the norm.</summary>
    /// <param name="share">What <see cref="Of"/> gave.</param>
    /// <param name="norm">In per cent.</param>
    public static bool Meets(string share, int norm) => share switch
    {
        "<10" => norm <= 0,
        ">90" => norm <= 90,
        _ => int.Parse(share, CultureInfo.InvariantCulture) >= norm,
    };

    private static double Middle(CountClass? known) => (known!.Value.Low + known.Value.High) / 2.0;
}
