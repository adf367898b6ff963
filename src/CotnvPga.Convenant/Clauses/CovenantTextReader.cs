using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Clauses;

/// <summary>Reads what a national covenant says of itself: <c>convenant: {naam, versie, stand, …}</c>.</summary>
internal static class CovenantTextReader
{
    private static readonly string[] Standings = ["ontwerp", "vastgesteld"];

    public static CovenantText Read(YamlMap file, Findings findings)
    {
        var root = new MapReader(file, "Het bestand van het convenant", findings);
        var layer = root.RequiredText("laag").Value;
        var reader = new MapReader(root.RequiredMap("convenant"), "Het convenant", findings);
        var standing = reader.RequiredText("stand");
        if (standing.Value.Length > 0 && !Standings.Contains(standing.Value))
            findings.Unknown(Finding.UnknownCode, standing.Place, "De stand", standing.Value, Standings);
        var text = new CovenantText(
            layer,
            reader.RequiredText("naam").Value,
            reader.RequiredText("versie").Value,
            ReadAdoption(reader, standing, findings),
            reader.OptionalValidity(findings) ?? Validity.Always,
            CovenantReader.RunningCasesOf(reader, findings),
            reader.OptionalText("inleiding")?.Value.Trim() ?? "");
        reader.Done();
        root.Done();
        return text;
    }

    /// <summary>Who, when and where: without all three nobody has adopted it, and it stays a draft.</summary>
    private static Adoption? ReadAdoption(MapReader reader, YamlText standing, Findings findings)
    {
        var map = reader.OptionalMap("vastgesteld");
        if (standing.Value != "vastgesteld")
        {
            if (map is not null)
                findings.Error(Finding.WrongKind, map.Place, "Een ontwerp is door niemand vastgesteld; haal 'vastgesteld' weg of zet 'stand: vastgesteld'.");
            return null;
        }
        if (map is null)
        {
            findings.Error(Finding.MissingKey, standing.Place, "Zeg met 'vastgesteld: {door, op, document}' wie het convenant vaststelde, wanneer en in welk stuk; anders blijft het een ontwerp.");
            return null;
        }
        var adopted = new MapReader(map, "vastgesteld", findings);
        var (by, on, document) = (adopted.RequiredText("door").Value, adopted.RequiredText("op"), adopted.RequiredText("document").Value);
        adopted.Done();
        return on.Value.Length > 0 && adopted.AsDate(on) is { } day ? new Adoption(by, day, document) : null;
    }
}
