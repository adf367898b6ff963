using CotnvPga.Convenant;

namespace CotnvPga.Domain.Signals;

/// <summary>
/// Reads the value of an item together with where it comes from: a fact is no opinion, and what was looked for and not found is not the
/// same as what nobody asked.
/// </summary>
internal sealed class OriginIntake(CompiledConvenant convenant)
{
    private const int LongestValue = 20_000;
    private const int LongestPlace = 500;
    private const string Known = "bekend";

    /// <summary>Fields that say themselves whether they hold a fact or an opinion (velden.yaml).</summary>
    private static readonly Dictionary<string, string> OwnNature = new(StringComparer.Ordinal) { ["waarneming"] = "feit", ["mening"] = "mening" };

    /// <summary>The value and the origin; errors go to <paramref name="wrong"/>.</summary>
    public (string Value, Origin? Origin) Read(NewItem sent, string? field, Action<string, string> wrong)
    {
        var origin = sent.Origin;
        if (origin is null && field is not null && OwnNature.TryGetValue(field, out var own))
            origin = new Origin(own, null, null, null, null);
        if (origin is not null)
            Check(origin, field, wrong);
        if (origin?.State is { } state && state != Known)
            return (Absent(state, sent.Value, wrong), origin);
        if (string.IsNullOrWhiteSpace(sent.Value))
            wrong("waarde", "Vul in wat u vastlegt.");
        else if (sent.Value.Length > LongestValue)
            wrong("waarde", $"Dit is te lang. Gebruik ten hoogste {LongestValue} tekens.");
        return (sent.Value?.Trim() ?? "", origin);
    }

    private void Check(Origin origin, string? field, Action<string, string> wrong)
    {
        Code("feit_of_mening", origin.Nature, "herkomst.aard", wrong);
        Code("bron", origin.Source, "herkomst.bron", wrong);
        Code("betrouwbaarheid", origin.Reliability, "herkomst.betrouwbaarheid", wrong);
        Code("stand", origin.State, "herkomst.stand", wrong);
        if (origin.Place?.Length > LongestPlace)
            wrong("herkomst.vindplaats", $"Dit is te lang. Gebruik ten hoogste {LongestPlace} tekens.");
        if (field is not null && origin.Nature is { } nature && OwnNature.TryGetValue(field, out var own) && own != nature)
            wrong("herkomst.aard", $"Het veld {convenant.Fields[field].Label} is altijd een {own}. Kies een ander veld.");
    }

    /// <summary>Nothing is known: the words for that stand in the place of a value.</summary>
    private string Absent(string state, string? value, Action<string, string> wrong)
    {
        if (!string.IsNullOrWhiteSpace(value))
            wrong("waarde", "U zegt dat er niets bekend is. Laat de tekst dan leeg.");
        return convenant.Process.Reasons["stand"].FirstOrDefault(r => r.Code == state)?.Label ?? "";
    }

    private void Code(string list, string? code, string field, Action<string, string> wrong)
    {
        if (code is not null)
            convenant.OneOf(list, code, field, wrong);
    }
}
