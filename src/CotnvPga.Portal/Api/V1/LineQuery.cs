using System.Globalization;
using CotnvPga.Domain;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Which part of a log: only lines before <c>voor</c>, which is the number of a line that was read.</summary>
internal static class LineQuery
{
    public static long? Before(IQueryCollection query, List<FieldError> errors)
    {
        if (!query.TryGetValue("voor", out var sent))
            return null;
        if (sent.Count == 1 && long.TryParse(sent[0], NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0)
            return line;
        errors.Add(new FieldError("voor", "Geef het nummer van een regel."));
        return null;
    }
}
