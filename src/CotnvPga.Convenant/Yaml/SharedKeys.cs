using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Yaml;

/// <summary>Keys that mean the same in every file.</summary>
internal static class SharedKeys
{
    /// <summary>The key <c>geldig: {van, tot}</c>.</summary>
    public static Validity? OptionalValidity(this MapReader reader, Findings findings)
    {
        if (reader.OptionalMap("geldig") is not { } map)
            return null;
        var days = new MapReader(map, "geldig", findings);
        var validity = new Validity(days.Date("van"), days.Date("tot"));
        days.Done();
        if (validity is { From: { } from, Until: { } until } && until <= from)
            findings.Error(Finding.BadPeriod, map.Place, "'tot' ligt niet na 'van': zo geldt dit op geen enkele dag.");
        return validity;
    }

    /// <summary>The key <c>zekerheid</c>.</summary>
    public static Certainty? OptionalCertainty(this MapReader reader, Findings findings)
    {
        if (reader.OptionalText("zekerheid") is not { } text)
            return null;
        for (var i = 0; i < CertaintyCodes.All.Count; i++)
        {
            if (CertaintyCodes.All[i] == text.Value)
                return (Certainty)i;
        }
        findings.Unknown(Finding.UnknownCode, text.Place, "De zekerheid", text.Value, CertaintyCodes.All);
        return Certainty.NietGeverifieerd;
    }

    /// <summary>The key <c>zekerheid</c>, which must be there.</summary>
    public static Certainty RequiredCertainty(this MapReader reader, Findings findings)
    {
        reader.Required("zekerheid");
        return reader.OptionalCertainty(findings) ?? Certainty.NietGeverifieerd;
    }
}
