using NodaTime;

namespace CotnvPga.Data.Signals;

/// <summary>The municipalities of an instance, in a file beside its convenant: <c>[{"code": "9901", "naam": "…", "gebied": "…"}]</c>, with <c>zvh</c>, <c>zvhOvereenkomst</c> and <c>meldpunt</c> where that is known.</summary>
public static class MunicipalityFile
{
    public const string Name = "gemeenten.json";

    private const int CodeLength = 4;

    /// <summary>Reads the file in the folder of a convenant.</summary>
    /// <exception cref="InvalidDataException">It is not such a list, or a code stands in it twice.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Municipalities Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        var lines = InstanceFile.Read<Line>(path);
        if (lines.FirstOrDefault(l => l.Code.Length != CodeLength || !l.Code.All(char.IsAsciiDigit) || string.IsNullOrWhiteSpace(l.Naam)) is { } wrong)
            throw new InvalidDataException($"{path}: '{wrong.Code} {wrong.Naam}' is geen gemeente met een code van vier cijfers en een naam.");
        if (lines.GroupBy(l => l.Code).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"{path}: de code {twice.Key} staat er twee keer in.");
        return new Municipalities([.. lines.Select(l => new NamedMunicipality(l.Code, l.Naam, l.Gebied) { SafetyHouse = l.Zvh, AgreedWithSafetyHouse = l.ZvhOvereenkomst, ReportingPoint = l.Meldpunt is { } point ? new ReportingPoint(point.Telefoon, point.Bereikbaar) : null }).OrderBy(m => m.Code, StringComparer.Ordinal)]);
    }

    private sealed record Line(string Code, string Naam, string? Gebied = null, string? Zvh = null, LocalDate? ZvhOvereenkomst = null, Point? Meldpunt = null);

    private sealed record Point(string Telefoon, string Bereikbaar);
}
