namespace CotnvPga.Convenant.Diagnostics;

/// <summary>The findings gathered while a convenant is read.</summary>
internal sealed class Findings
{
    private readonly List<Diagnostic> _all = [];

    public bool HasErrors { get; private set; }

    public void Error(string code, Place place, string message, string? cell = null)
    {
        HasErrors = true;
        _all.Add(new Diagnostic(Severity.Error, code, place, message) { Cell = cell });
    }

    public void Warning(string code, Place place, string message, string about = "", string? cell = null) =>
        _all.Add(new Diagnostic(Severity.Warning, code, place, message) { About = about, Cell = cell });

    /// <summary>An unknown word, with the known word that is nearest to it.</summary>
    /// <returns>The known word that is nearest, to go on with; null when none is near.</returns>
    public string? Unknown(string code, Place place, string what, string given, IEnumerable<string> known)
    {
        var nearest = Nearest.To(given, known);
        Error(code, place, $"{what} '{given}' bestaat niet.{(nearest is null ? "" : $" Bedoelde u '{nearest}'?")}");
        return nearest;
    }

    public IReadOnlyList<Diagnostic> InOrder() =>
        [.. _all.Distinct().OrderBy(d => d.Place).ThenBy(d => d.Code, StringComparer.Ordinal)];
}
