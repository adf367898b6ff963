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
    public void Unknown(string code, Place place, string what, string given, IEnumerable<string> known) =>
        Error(code, place, $"{what} '{given}' bestaat niet.{Nearest.Suggestion(given, known)}");

    public IReadOnlyList<Diagnostic> InOrder() =>
        [.. _all.Distinct().OrderBy(d => d.Place).ThenBy(d => d.Code, StringComparer.Ordinal)];
}
