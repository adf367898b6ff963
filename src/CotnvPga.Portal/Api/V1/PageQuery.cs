using System.Globalization;
using CotnvPga.Domain;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Which page of a list: <c>pagina</c> from 1, with <c>aantal</c> on it.</summary>
internal readonly record struct PageQuery(int Pagina, int Aantal)
{
    private const int LastPage = 1_000_000;
    private const int Standard = 25;
    private const int Most = 100;

    public int Skip => (Pagina - 1) * Aantal;

    public static PageQuery Read(IQueryCollection query, List<FieldError> errors) => new(
        Number(query, "pagina", 1, LastPage, errors),
        Number(query, "aantal", Standard, Most, errors));

    /// <summary>Which page of a list whose pages are always as long.</summary>
    public static PageQuery Read(IQueryCollection query, List<FieldError> errors, int size) => new(Number(query, "pagina", 1, LastPage, errors), size);

    private static int Number(IQueryCollection query, string name, int standard, int most, List<FieldError> errors)
    {
        if (!query.TryGetValue(name, out var sent))
            return standard;
        if (sent.Count == 1 && int.TryParse(sent[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
            return number;
        errors.Add(new FieldError(name, $"Geef een getal van 1 tot en met {most}."));
        return standard;
    }
}
