using System.Collections.Frozen;

namespace CotnvPga.Portal.Pages.Signalen.Stap;

/// <summary>
/// For each thing that a step can ask of whoever takes it: the part of the form that asks it (<c>_Need-….cshtml</c>).
/// A need that is not here is a fact of the case, which nobody types.
/// </summary>
public static class Needs
{
    private static readonly FrozenDictionary<string, string> Parts = new Dictionary<string, string>
    {
        ["kwaliteitstoets"] = "_Need-kwaliteitstoets",
        ["reden_uit_norm"] = "_Need-reden",
        ["reden"] = "_Need-reden",
        ["partij_en_vraag"] = "_Need-raadpleging",
        ["open_raadpleging"] = "_Need-geraadpleegde",
        ["deelnemers"] = "_Need-deelnemers",
        ["doel"] = "_Need-doelen",
        ["interventie"] = "_Need-interventies",
        ["nog_nodig"] = "_Need-nog-nodig",
        ["gemeente"] = "_Need-gemeente",
        ["spoedreden"] = "_Need-spoedreden",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> WithoutWords = FrozenSet.Create(
        "_Need-reden", "_Need-nog-nodig", "_Need-gemeente", "_Need-geraadpleegde");

    /// <summary>Whether this part only asks to choose, so that whoever takes the step has no place to say why.</summary>
    public static bool OnlyChooses(string part) => WithoutWords.Contains(part);

    /// <summary>The parts of the form for these needs, in their order.</summary>
    public static IEnumerable<string> PartsOf(IEnumerable<string> needs) => needs.Select(n => Parts.GetValueOrDefault(n)).OfType<string>();
}
