using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Tests.Small;

/// <summary>A convenant small enough to try everything: who, which phase, and what kind of item by whom.</summary>
internal static class SmallConvenant
{
    public const string Vocabulary = """
        lagen:
          hoog: {label: Hoge laag}
          laag: {label: Lage laag}
        perioden: [2020-01-01, 2024-01-01]
        vraag:
          onderwerp: partij
          peildatum: {pad: context.dag, verplicht: ja}
        assen:
          wie: {codes: wie, pad: subject.id}
          fase: {codes: fasen, pad: resource.properties.fase}
          wat: {codes: wat, pad: resource.properties.wat, van: ding}
          bron: {codes: bron, pad: resource.properties.bron, van: ding, standaard: c}
        soorten:
          ding:
            zichtbaar: "{wie} mag {wat} zien"
            voorwaardelijk: "{wie} mag {wat} zien"
            afgeschermd: "{wie} mag {wat} niet zien"
          tafel: {zichtbaar: "ja", voorwaardelijk: "straks", afgeschermd: "nee"}
        relaties:
          eigen: {tussen: [wie, bron], gelijk: [a, b]}
        groepen:
          wie:
            samen: [a, b]
        wie: {a: {label: A}, b: {label: B}, c: {label: C}}
        fasen: {vroeg: {label: Vroeg}, laat: {label: Laat}}
        wat: {x: {label: X}, y: {label: Y}, z: {label: Z}}
        bron: {a: {label: A}, b: {label: B}, c: {label: C}}
        omstandigheden:
          p: {soort: kijker, label: P}
          q: {soort: gegeven, label: Q}
          r: {soort: gegeven, label: R}
          dicht: {soort: gegeven, werking: sluit, label: Dicht}
        """;

    public const string Sources = """
        bronnen:
          w: {naam: W, titel: Wet, zekerheid: vastgesteld, artikelen: {"1": {aanhaling: artikel 1, titel: Een}}}
        """;

    /// <summary>The closing rule of the high layer, without which no convenant is read.</summary>
    public const string Default = "- {id: slot, soort: slot, grondslag: w:1, zekerheid: vastgesteld, toelichting: Dicht.}\n";

    /// <summary>Loads it with these rules in the high layer and, if any, these in the low one.</summary>
    public static LoadResult Load(string high, string low = "") => LoadWith(Vocabulary, high, low);

    /// <summary>The same in other words.</summary>
    public static LoadResult LoadWith(string vocabulary, string high, string low = "")
    {
        var files = new List<RuleFile>
        {
            new("vocabulaire.yaml", vocabulary),
            new("bronnen.yaml", Sources),
            new("hoog.yaml", "laag: hoog\nregels:\n" + Default + high),
        };
        if (low.Length > 0)
            files.Add(new RuleFile("laag.yaml", "laag: laag\nregels:\n" + low));
        return CompiledConvenant.Load(files);
    }

    /// <summary>The errors of a load, as text.</summary>
    public static IEnumerable<string> Errors(this LoadResult result) =>
        result.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToString());
}
