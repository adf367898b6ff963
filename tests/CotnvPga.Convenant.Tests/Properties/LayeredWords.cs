namespace CotnvPga.Convenant.Tests.Properties;

/// <summary>The words of a small convenant with a law, a model covenant with choices and a trial, and local covenants.</summary>
internal static class LayeredWords
{
    public const string Vocabulary = """
        lagen:
          wet: {label: Wet}
          model: {label: Model}
          lokaal: {label: Lokaal}
        perioden: [2020-01-01, 2024-01-01]
        vraag:
          onderwerp: partij
          peildatum: {pad: context.dag, verplicht: ja}
          gemeente: {pad: subject.properties.gemeente, cijfers: 4, laag: lokaal}
        assen:
          wie: {codes: wie, pad: subject.id}
          fase: {codes: fasen, pad: resource.properties.fase}
          wat: {codes: wat, pad: resource.properties.wat, van: ding}
          bron: {codes: bron, pad: resource.properties.bron, van: ding, standaard: c}
          rol: {codes: rollen, pad: subject.properties.rol, standaard: geen, vanaf: model}
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
        wat: {x: {label: X}, y: {label: Y}}
        bron: {a: {label: A}, b: {label: B}, c: {label: C}}
        rollen: {geen: {label: Geen}, hoofd: {label: Hoofd}}
        omstandigheden:
          p: {soort: kijker, label: P}
          q: {soort: gegeven, label: Q}
          r: {soort: gegeven, label: R}
          s: {soort: kijker, label: S}
          dicht: {soort: gegeven, werking: sluit, label: Dicht}
          slot: {soort: gegeven, werking: sluit, label: Slot}
        """;

    public const string Sources = """
        bronnen:
          w: {naam: W, titel: Wet, zekerheid: vastgesteld, artikelen: {"1": {aanhaling: artikel 1, titel: Een}}}
        """;

    /// <summary>Circumstances that can only open.</summary>
    public static readonly string[] Opening = ["p", "q", "r", "s"];

    /// <summary>Circumstances that can only close.</summary>
    public static readonly string[] Closing = ["dicht", "slot"];
}
