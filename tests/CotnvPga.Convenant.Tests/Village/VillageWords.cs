namespace CotnvPga.Convenant.Tests.Village;

/// <summary>
/// The words of a village that shares things between its baker, smith and mayor: all axes that a view names, every kind of
/// relation and of circumstance, and no word more.
/// </summary>
internal static class VillageWords
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
          partij: {codes: partijen, pad: subject.id, artikel_telt: ja}
          handeling: {codes: handelingen, pad: action.name}
          doel: {codes: doelen, pad: context.doel}
          fase: {codes: fasen, pad: context.fase}
          categorie: {codes: categorieen, pad: resource.categorie, van: gegeven}
          bijzonder: {codes: bijzonder, pad: resource.bijzonder, van: gegeven, standaard: geen}
          verstrekker: {codes: verstrekkers, pad: resource.verstrekker, van: gegeven}
          rol: {codes: rollen, pad: subject.rol, standaard: geen, vanaf: model}
        soorten:
          gegeven:
            alleen: {handeling: [lezen, schrijven]}
            zichtbaar: "{partij} mag {categorie} {bijzonder} van {verstrekker} zien"
            voorwaardelijk: "{partij} ziet {categorie}"
            afgeschermd: "{partij} ziet {categorie} niet"
          tafel:
            alleen: {handeling: praten}
            zichtbaar: "aan tafel praat {partij}"
            voorwaardelijk: "aan tafel praat {partij} {verstrekker}"
            afgeschermd: "aan tafel zwijgt {partij}"
        relaties:
          eigen: {tussen: [partij, verstrekker], gelijk: [bakker, smid]}
          terug: {tussen: [verstrekker, partij], gelijk: [bakker]}
          dubbel: {tussen: [categorie, bijzonder], gelijk: [brood]}
          meester: {tussen: [partij, rol], gelijk: [smid]}
        groepen:
          partij:
            ambacht: [bakker, smid]
        partijen: {bakker: {label: de bakker, bron: "w:9"}, smid: {label: de smid}, schout: {label: de schout}}
        handelingen: {lezen: {label: lezen}, schrijven: {label: schrijven}, praten: {label: praten}}
        doelen: {markt: {label: markt}, brand: {label: brand}}
        fasen: {dag: {label: dag}, nacht: {label: nacht}}
        categorieen: {brood: {label: brood}, hamer: {label: hamer}, munt: {label: munt}}
        bijzonder: {geen: {label: Gewoon, zin: ""}, brood: {label: zoet}}
        verstrekkers: {bakker: {label: de bakker}, smid: {label: de smid}, schout: {label: de schout}}
        rollen: {geen: {label: geen}, smid: {label: meestersmid}}
        omstandigheden:
          zegel: {soort: kijker, label: Zegel, zin: "{partij} een zegel heeft", bron: "w:8"}
          brief: {soort: gegeven, label: Brief, zin: er een brief is}
          anker: {soort: gegeven, label: Anker, zin: het anker ligt, verzwijgen: ja}
          klok: {soort: kijker, label: Klok, zin: de klok luidt}
          mist: {soort: gegeven, werking: sluit, label: Mist}
          storm: {soort: kijker, werking: sluit, label: Storm}
        """;

    public const string Sources = """
        bronnen:
          w:
            naam: W
            titel: Wet
            zekerheid: vastgesteld
            artikelen:
              "1": {aanhaling: artikel 1, titel: Een}
              "2": {aanhaling: artikel 2, titel: Twee}
              "3": {aanhaling: artikel 3, titel: Drie}
              "8": {aanhaling: artikel 8, titel: Acht}
              "9": {aanhaling: artikel 9, titel: Negen}
        """;

    /// <summary>What no rule of the law allows stays shut.</summary>
    public const string Shut = "- {id: dicht, soort: slot, grondslag: \"w:1\", zekerheid: vastgesteld, toelichting: Dicht tenzij.}\n";

    public static readonly string[] Circumstances = ["zegel", "brief", "anker", "klok", "mist", "storm"];
}
