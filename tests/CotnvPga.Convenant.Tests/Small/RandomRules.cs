using CsCheck;

namespace CotnvPga.Convenant.Tests.Small;

/// <summary>Random rules for the small convenant, as YAML.</summary>
internal static class RandomRules
{
    private static readonly Gen<string> Box =
        from who in Codes("a", "b", "c", "samen")
        from phase in Codes("vroeg", "laat")
        from what in Codes("x", "y", "z")
        from source in Codes("a", "b", "c")
        from own in Gen.OneOf("", "", "", "ja", "nee")
        select Join(("wie", who), ("fase", phase), ("wat", what), ("bron", source), ("eigen", own));

    private static readonly Gen<string> Needs = Gen.OneOf("p", "q", "r", "[p, q]", "[q, r]", "[p, q, r]");

    /// <summary>Rules of a layer that has a closing rule.</summary>
    public static Gen<string[]> High { get; } = Rule("h", "toestaan", "toestaan", "voorwaarde", "verbod", "uitzondering").Array[1, 7].Select(Numbered);

    /// <summary>Rules of a layer that can only narrow.</summary>
    public static Gen<string[]> Low { get; } = Rule("l", "voorwaarde", "verbod").Array[1, 4].Select(Numbered);

    /// <summary>One more condition or ban for the high layer.</summary>
    public static Gen<string> Narrowing { get; } = Rule("n", "voorwaarde", "verbod").Select(r => Numbered([r])[0]);

    private static Gen<string> Rule(string prefix, params string[] kinds) =>
        from kind in Gen.OneOf(kinds)
        from boxes in Box.Array[1, 2]
        from unless in Gen.Bool.Select(Box, (has, box) => has && kind != "uitzondering" ? $", tenzij: {box}" : "")
        from needs in Needs
        from oneOf in Gen.OneOf("", "", ", een_van: [p, r]")
        from when in Gen.OneOf("", "", ", bij: dicht")
        from asks in Gen.Bool
        from days in Gen.OneOf("", "", ", geldig: {van: 2024-01-01}", ", geldig: {tot: 2024-01-01}")
        select $"- {{id: {prefix}#, soort: {kind}, waar: [{string.Join(", ", boxes)}]{unless}{Extra(kind, needs, oneOf, when, asks)}{days}, grondslag: w:1, zekerheid: afgeleid, toelichting: Zin.}}\n";

    private static string Extra(string kind, string needs, string oneOf, string when, bool asks) => kind switch
    {
        "toestaan" => asks ? $", mits: {needs}{oneOf}" : "",
        "voorwaarde" => $", mits: {needs}{oneOf}{when}",
        "verbod" => when,
        _ => ", op: @",
    };

    /// <summary>Gives every rule its own id, and every exception a condition or ban to lift; one without any becomes a ban.</summary>
    private static string[] Numbered(string[] rules)
    {
        var numbered = rules.Select((rule, i) => rule.Replace("#", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)).ToArray();
        var target = Array.FindIndex(numbered, r => r.Contains("soort: voorwaarde", StringComparison.Ordinal) || r.Contains("soort: verbod", StringComparison.Ordinal));
        for (var i = 0; i < numbered.Length; i++)
        {
            numbered[i] = target >= 0
                ? numbered[i].Replace("op: @", $"op: h{target}", StringComparison.Ordinal)
                : numbered[i].Replace("soort: uitzondering", "soort: verbod", StringComparison.Ordinal).Replace(", op: @", "", StringComparison.Ordinal);
        }
        return numbered;
    }

    private static Gen<string> Codes(params string[] codes) =>
        Gen.Bool.Select(Gen.Shuffle(codes), Gen.Int[1, 2], (named, order, count) => named ? $"[{string.Join(", ", order.Take(count))}]" : "");

    private static string Join(params (string Axis, string Value)[] parts)
    {
        var named = parts.Where(p => p.Value.Length > 0).Select(p => $"{p.Axis}: {p.Value}").ToList();
        return named.Count > 0 ? $"{{{string.Join(", ", named)}}}" : "{fase: [vroeg, laat]}";
    }
}
