using System.Collections.Frozen;

namespace CotnvPga.Convenant.Reporting;

/// <summary>
/// The counters that no step or record gives its name, with what each counts one of. Counters of one happening are splits of the same cases,
/// so that tables of them belong to one population.
/// </summary>
internal static class Counted
{
    /// <summary>Counter to what happened; a step or a record that is not here is a happening of its own.</summary>
    public static FrozenDictionary<string, string> Events { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["melding"] = "begin",
        ["signaal"] = "begin",
        ["soort_melder"] = "begin",
        ["keuze"] = "keuze",
        ["reden"] = "keuze",
        ["aanmelden"] = "keuze",
        ["niet_aanmelden"] = "keuze",
        // What the three judge, how often and in time are all known from one another: rounds are three judgements each.
        ["weging"] = "weging",
        ["weging_op_tijd"] = "weging",
        ["weging_vaststellen"] = "weging",
        ["spoed_vaststellen"] = "weging",
        ["opschorten"] = "weging",
        ["nieuwe_ronde"] = "weging",
        ["oordelen_heropenen"] = "weging",
        ["oordeel"] = "weging",
        ["stuk:uitkomst"] = "weging",
        ["evaluatie"] = "evaluatie",
        ["evaluatie_op_tijd"] = "evaluatie",
        ["evalueren"] = "evaluatie",
        ["stuk:plan_evaluatie"] = "evaluatie",
        ["interventie"] = "interventie",
        ["stuk:plan_afgerond"] = "interventie",
        ["afwijking"] = "afwijking",
        ["lopende_zaak"] = "lopende_zaak",
        ["overdracht"] = "overdragen",
        ["datalek"] = "datalek",
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
